//! Takes tags from a SAML identity provider; those that it does not have don't matter.

use wire::iam::{UntagSAMLProvider, UntagSAMLProviderRequest};

use super::super::tagging;
use super::held::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagSAMLProvider> for Rooms {
    fn needs(&self, _: &Call, _: &UntagSAMLProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UntagSAMLProvider>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let provider =
            permitted_provider::<UntagSAMLProvider>(self, &call, &input.saml_provider_arn, |ask| {
                ask.naming_tags(input.tag_keys.clone())
            })
            .await?;

        provider
            .change(&self.records, |provider| {
                tagging::remove(&mut provider.tags, &input.tag_keys);
                Ok(())
            })
            .await
    }
}
