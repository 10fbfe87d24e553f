//! Adds tags to a SAML identity provider, or changes them.

use wire::iam::{TagSAMLProvider, TagSAMLProviderRequest};

use super::super::tagging;
use super::held::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagSAMLProvider> for Rooms {
    fn needs(&self, _: &Call, _: &TagSAMLProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<TagSAMLProvider>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::read(input.tags)?;
        let provider =
            permitted_provider::<TagSAMLProvider>(self, &call, &input.saml_provider_arn, |ask| {
                ask.bringing_tags(&tags)
            })
            .await?;

        provider
            .change(&self.records, |provider| {
                tagging::put(&mut provider.tags, &tags).map_err(Refused::from)
            })
            .await
    }
}
