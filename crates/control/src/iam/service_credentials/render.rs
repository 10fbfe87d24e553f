//! A credential for a service as answers tell it.

use model::ServiceCredential;
use wire::iam::{ServiceSpecificCredential, ServiceSpecificCredentialMetadata};

use super::super::access_keys::status_name;
use super::super::time;

/// With the password.
pub(super) fn whole(user_name: &str, held: &ServiceCredential) -> ServiceSpecificCredential {
    ServiceSpecificCredential {
        create_date: time(held.created),
        expiration_date: held.expires.map(time),
        service_name: held.service.clone(),
        service_user_name: Some(held.user_name.clone()),
        service_password: Some(held.password.clone()),
        service_credential_alias: None,
        service_credential_secret: None,
        service_specific_credential_id: held.id.clone(),
        user_name: user_name.to_owned(),
        status: status_name(held.status).to_owned(),
    }
}

pub(super) fn listed(
    user_name: &str,
    held: &ServiceCredential,
) -> ServiceSpecificCredentialMetadata {
    ServiceSpecificCredentialMetadata {
        user_name: user_name.to_owned(),
        status: status_name(held.status).to_owned(),
        service_user_name: Some(held.user_name.clone()),
        service_credential_alias: None,
        create_date: time(held.created),
        expiration_date: held.expires.map(time),
        service_specific_credential_id: held.id.clone(),
        service_name: held.service.clone(),
    }
}
