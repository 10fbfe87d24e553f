//! Adds an audience that tokens of the issuer may be for.

use wire::iam::{AddClientIDToOpenIDConnectProvider, AddClientIDToOpenIDConnectProviderRequest};

use super::checks::{check_client_ids, permitted_provider};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<AddClientIDToOpenIDConnectProvider> for Rooms {
    fn needs(
        &self,
        _: &Call,
        _: &AddClientIDToOpenIDConnectProviderRequest,
    ) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<AddClientIDToOpenIDConnectProvider>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<AddClientIDToOpenIDConnectProvider>(
            self,
            &call,
            &input.open_id_connect_provider_arn,
            |ask| ask,
        )
        .await?;

        provider
            .change(&self.records, |provider| {
                if !provider.client_ids.contains(&input.client_id) {
                    provider.client_ids.push(input.client_id.clone());
                }
                check_client_ids(&provider.client_ids).map_err(Refused::from)
            })
            .await
    }
}
