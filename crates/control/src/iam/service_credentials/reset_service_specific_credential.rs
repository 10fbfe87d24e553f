//! Gives a credential for a service another password.

use wire::iam::{
    ResetServiceSpecificCredential, ResetServiceSpecificCredentialRequest,
    ResetServiceSpecificCredentialResponse,
};

use super::super::name_or_own;
use super::super::refusal::Refusal;
use super::permitted_credential;
use super::render::whole;
use super::services::new_password;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ResetServiceSpecificCredential> for Rooms {
    fn needs(&self, _: &Call, _: &ResetServiceSpecificCredentialRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ResetServiceSpecificCredential>,
    ) -> Result<ResetServiceSpecificCredentialResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let id = &input.service_specific_credential_id;
        let user =
            permitted_credential::<ResetServiceSpecificCredential>(self, &call, &name, id).await?;

        let password = new_password()?;
        let credential = user
            .change(&self.records, |user| {
                let held = &mut user.credentials.service_credentials;
                let credential = held
                    .iter_mut()
                    .find(|held| held.id == input.service_specific_credential_id)
                    .ok_or_else(|| {
                        Refusal::NoSuchCredential(input.service_specific_credential_id.clone())
                    })?;
                credential.password.clone_from(&password);
                Ok(credential.clone())
            })
            .await?;
        Ok(ResetServiceSpecificCredentialResponse {
            service_specific_credential: Some(whole(&name, &credential)),
        })
    }
}
