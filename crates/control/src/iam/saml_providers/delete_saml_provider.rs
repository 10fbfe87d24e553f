//! Forgets a SAML identity provider.

use wire::iam::{DeleteSAMLProvider, DeleteSAMLProviderRequest};

use super::held::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteSAMLProvider> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteSAMLProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteSAMLProvider>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<DeleteSAMLProvider>(
            self,
            &call,
            &input.saml_provider_arn,
            |ask| ask,
        )
        .await?;

        provider.delete(&self.records).await
    }
}
