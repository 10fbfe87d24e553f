//! Takes tags from an OpenID Connect issuer; those that it does not have don't matter.

use wire::iam::{UntagOpenIDConnectProvider, UntagOpenIDConnectProviderRequest};

use super::super::tagging;
use super::checks::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagOpenIDConnectProvider> for Rooms {
    fn needs(&self, _: &Call, _: &UntagOpenIDConnectProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UntagOpenIDConnectProvider>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<UntagOpenIDConnectProvider>(
            self,
            &call,
            &input.open_id_connect_provider_arn,
            |ask| ask.naming_tags(input.tag_keys.clone()),
        )
        .await?;

        provider
            .change(&self.records, |provider| {
                tagging::remove(&mut provider.tags, &input.tag_keys);
                Ok(())
            })
            .await
    }
}
