//! Deletes a credential for a service.

use wire::iam::{DeleteServiceSpecificCredential, DeleteServiceSpecificCredentialRequest};

use super::super::name_or_own;
use super::super::refusal::Refusal;
use super::permitted_credential;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteServiceSpecificCredential> for Rooms {
    fn needs(
        &self,
        _: &Call,
        _: &DeleteServiceSpecificCredentialRequest,
    ) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteServiceSpecificCredential>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let id = &input.service_specific_credential_id;
        let user =
            permitted_credential::<DeleteServiceSpecificCredential>(self, &call, &name, id).await?;

        user.change(&self.records, |user| {
            let held = &mut user.credentials.service_credentials;
            let before = held.len();
            held.retain(|held| held.id != input.service_specific_credential_id);
            if held.len() == before {
                return Err(Refusal::NoSuchCredential(
                    input.service_specific_credential_id.clone(),
                )
                .into());
            }
            Ok(())
        })
        .await
    }
}
