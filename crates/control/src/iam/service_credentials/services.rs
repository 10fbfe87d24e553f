//! The services that have credentials of their own, and passwords for them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::UserRecord;
use ring::rand::{SecureRandom as _, SystemRandom};
use wire::Operation;

use super::super::permitted::{Permitted, find, permitted_with};
use super::super::refusal::Refusal;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

pub(super) const SERVICE_KEY: &str = "iam:ServiceSpecificCredentialServiceName";

const SERVICES: [&str; 2] = ["cassandra.amazonaws.com", "codecommit.amazonaws.com"];

pub(super) fn check_service(service: &str) -> Result<(), Refusal> {
    if SERVICES.contains(&service) {
        Ok(())
    } else {
        Err(Refusal::NoServiceCredentials(service.to_owned()))
    }
}

/// The user whom the caller may do the operation to, with the service of the credential as a key
/// of the decision.
pub(super) async fn permitted_user<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    name: &str,
    credential_id: &str,
) -> Result<Permitted<UserRecord>, Refused> {
    let user = find::<UserRecord>(&rooms.records, call.account(), name).await?;
    let held = user
        .iter()
        .flat_map(|user| &user.credentials.service_credentials);
    let service = held
        .filter(|held| held.id == credential_id)
        .map(|held| held.service.clone())
        .next();
    permitted_with::<O, UserRecord>(rooms, call, name, |ask| match service {
        Some(service) => ask.key(SERVICE_KEY, service),
        None => ask,
    })
    .await
}

/// 256 random bits in 44 characters.
pub(super) fn new_password() -> Result<String, Refused> {
    let mut bytes = [0_u8; 32];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| Refused::internal("the system gave no random bytes"))?;
    Ok(STANDARD.encode(bytes))
}
