//! Forgets an OpenID Connect issuer.

use wire::iam::{DeleteOpenIDConnectProvider, DeleteOpenIDConnectProviderRequest};

use super::checks::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteOpenIDConnectProvider> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteOpenIDConnectProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteOpenIDConnectProvider>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<DeleteOpenIDConnectProvider>(
            self,
            &call,
            &input.open_id_connect_provider_arn,
            |ask| ask,
        )
        .await?;

        provider.delete(&self.records).await
    }
}
