//! Replaces the metadata of a SAML identity provider.

use wire::iam::{UpdateSAMLProvider, UpdateSAMLProviderRequest, UpdateSAMLProviderResponse};

use super::held::{permitted_provider, refuse_encryption, valid_until};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateSAMLProvider> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateSAMLProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateSAMLProvider>,
    ) -> Result<UpdateSAMLProviderResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_encryption(
            input.assertion_encryption_mode.is_some(),
            input.add_private_key.is_some() || input.remove_private_key.is_some(),
        )?;
        let provider = permitted_provider::<UpdateSAMLProvider>(
            self,
            &call,
            &input.saml_provider_arn,
            |ask| ask,
        )
        .await?;

        provider
            .change(&self.records, |provider| {
                if let Some(metadata) = &input.saml_metadata_document {
                    provider.metadata.clone_from(metadata);
                    provider.valid_until = valid_until(call.now());
                }
                Ok(())
            })
            .await?;
        Ok(UpdateSAMLProviderResponse {
            saml_provider_arn: Some(input.saml_provider_arn),
        })
    }
}
