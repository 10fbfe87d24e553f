//! Adds tags to an OpenID Connect issuer, or changes them.

use wire::iam::{TagOpenIDConnectProvider, TagOpenIDConnectProviderRequest};

use super::super::tagging;
use super::checks::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagOpenIDConnectProvider> for Rooms {
    fn needs(&self, _: &Call, _: &TagOpenIDConnectProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<TagOpenIDConnectProvider>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::read(input.tags)?;
        let provider = permitted_provider::<TagOpenIDConnectProvider>(
            self,
            &call,
            &input.open_id_connect_provider_arn,
            |ask| ask.bringing_tags(&tags),
        )
        .await?;

        provider
            .change(&self.records, |provider| {
                tagging::put(&mut provider.tags, &tags).map_err(Refused::from)
            })
            .await
    }
}
