//! Keeps the metadata of a SAML identity provider.

use identity::identifiers::Prefix;
use model::SamlProviderRecord;
use store::StoreError;
use wire::iam::{
    CreateSAMLProvider, CreateSAMLProviderRequest, CreateSAMLProviderResponse, TagSAMLProvider,
};

use super::super::refusal::Refusal;
use super::super::{creating, new_id, tagging};
use super::held::{refuse_encryption, valid_until};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateSAMLProvider> for Rooms {
    fn needs(&self, call: &Call, input: &CreateSAMLProviderRequest) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:saml-provider/{}",
            call.account(),
            input.name
        );
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(creating::<TagSAMLProvider>(
            Ask::on("iam:CreateSAMLProvider", resource),
            tags,
            None,
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateSAMLProvider>,
    ) -> Result<CreateSAMLProviderResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_encryption(
            input.assertion_encryption_mode.is_some(),
            input.add_private_key.is_some(),
        )?;
        let provider = SamlProviderRecord {
            account: call.account().clone(),
            name: input.name,
            unique_id: new_id(Prefix::SamlProvider)?,
            metadata: input.saml_metadata_document,
            created: call.now(),
            valid_until: valid_until(call.now()),
            tags: tagging::read(input.tags.unwrap_or_default())?,
        };
        match self.records.create(&provider).await {
            Ok(_) => Ok(CreateSAMLProviderResponse {
                saml_provider_arn: Some(provider.arn()),
                tags: tagging::render_some(&provider.tags),
            }),
            Err(StoreError::Conflict { .. }) => {
                Err(Refusal::SamlProviderExists(provider.name).into())
            }
            Err(error) => Err(error.into()),
        }
    }
}
