//! Makes a credential for a service valid or invalid.

use wire::iam::{UpdateServiceSpecificCredential, UpdateServiceSpecificCredentialRequest};

use super::super::access_keys::status_of;
use super::super::name_or_own;
use super::super::refusal::Refusal;
use super::permitted_credential;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateServiceSpecificCredential> for Rooms {
    fn needs(
        &self,
        _: &Call,
        _: &UpdateServiceSpecificCredentialRequest,
    ) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateServiceSpecificCredential>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let id = &input.service_specific_credential_id;
        let user =
            permitted_credential::<UpdateServiceSpecificCredential>(self, &call, &name, id).await?;

        let status = status_of(&input.status);
        user.change(&self.records, |user| {
            let held = &mut user.credentials.service_credentials;
            let credential = held
                .iter_mut()
                .find(|held| held.id == input.service_specific_credential_id)
                .ok_or_else(|| {
                    Refusal::NoSuchCredential(input.service_specific_credential_id.clone())
                })?;
            credential.status = status;
            Ok(())
        })
        .await
    }
}
