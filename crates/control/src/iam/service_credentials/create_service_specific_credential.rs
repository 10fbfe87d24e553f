//! Makes a name and password of a user for one service. The password is told here and when it is
//! reset, and never again.

use identity::identifiers::Prefix;
use model::{KeyStatus, ServiceCredential, UserRecord};
use wire::iam::{
    CreateServiceSpecificCredential, CreateServiceSpecificCredentialRequest,
    CreateServiceSpecificCredentialResponse,
};

use super::super::permitted::permitted_with;
use super::super::refusal::Refusal;
use super::super::{new_id, unserved};
use super::SERVICE;
use super::render::whole;
use super::services::{check_service, new_password};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateServiceSpecificCredential> for Rooms {
    fn needs(
        &self,
        _: &Call,
        _: &CreateServiceSpecificCredentialRequest,
    ) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateServiceSpecificCredential>,
    ) -> Result<CreateServiceSpecificCredentialResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = input.user_name.clone();
        let brings = |ask: Ask| {
            let days = input.credential_age_days.map(|days| days.to_string());
            ask.key(SERVICE, input.service_name.clone())
                .keys("iam:ServiceSpecificCredentialAgeDays", Vec::from_iter(days))
        };
        let user = permitted_with::<CreateServiceSpecificCredential, UserRecord>(
            self, &call, &name, brings,
        )
        .await?;

        unserved(&[("CredentialAgeDays", input.credential_age_days.is_some())])?;
        check_service(&input.service_name)?;
        let credential = ServiceCredential {
            id: new_id(Prefix::ServiceCredential)?,
            user_name: String::new(),
            service: input.service_name,
            password: new_password()?,
            status: KeyStatus::Active,
            created: call.now(),
            expires: None,
        };
        let credential = user
            .change(&self.records, |user| add(user, credential.clone()))
            .await?;
        Ok(CreateServiceSpecificCredentialResponse {
            service_specific_credential: Some(whole(&name, &credential)),
        })
    }
}

/// Of one user for one service (IAM user guide, "Generate service-specific credentials").
const MOST_CREDENTIALS: usize = 2;

/// The second name for a service has a number in it.
fn add(
    user: &mut UserRecord,
    mut credential: ServiceCredential,
) -> Result<ServiceCredential, Refused> {
    let held = &mut user.credentials.service_credentials;
    let same: Vec<&str> = held
        .iter()
        .filter(|held| held.service == credential.service)
        .map(|held| held.user_name.as_str())
        .collect();
    if same.len() >= MOST_CREDENTIALS {
        let (name, most) = ("ServiceSpecificCredentialsPerUser", MOST_CREDENTIALS);
        return Err(Refusal::Quota { name, most }.into());
    }
    let first = format!("{}-at-{}", user.name, user.account);
    credential.user_name = if same.contains(&first.as_str()) {
        format!("{}+1-at-{}", user.name, user.account)
    } else {
        first
    };
    held.push(credential.clone());
    Ok(credential)
}
