//! Tells the metadata of a SAML identity provider.

use wire::iam::{GetSAMLProvider, GetSAMLProviderRequest, GetSAMLProviderResponse};

use super::super::{tagging, time};
use super::held::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetSAMLProvider> for Rooms {
    fn needs(&self, _: &Call, _: &GetSAMLProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetSAMLProvider>,
    ) -> Result<GetSAMLProviderResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let provider =
            permitted_provider::<GetSAMLProvider>(self, &call, &input.saml_provider_arn, |ask| ask)
                .await?;

        let record = provider.into_record();
        Ok(GetSAMLProviderResponse {
            saml_provider_uuid: Some(record.unique_id),
            saml_metadata_document: Some(record.metadata),
            create_date: Some(time(record.created)),
            valid_until: Some(time(record.valid_until)),
            tags: Some(tagging::render(&record.tags)),
            assertion_encryption_mode: None,
            private_key_list: None,
        })
    }
}
