//! Takes an audience away; one that is not there doesn't matter.

use wire::iam::{
    RemoveClientIDFromOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProviderRequest,
};

use super::checks::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<RemoveClientIDFromOpenIDConnectProvider> for Rooms {
    fn needs(
        &self,
        _: &Call,
        _: &RemoveClientIDFromOpenIDConnectProviderRequest,
    ) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<RemoveClientIDFromOpenIDConnectProvider>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<RemoveClientIDFromOpenIDConnectProvider>(
            self,
            &call,
            &input.open_id_connect_provider_arn,
            |ask| ask,
        )
        .await?;

        provider
            .change(&self.records, |provider| {
                provider.client_ids.retain(|held| *held != input.client_id);
                Ok(())
            })
            .await
    }
}
