//! Names and passwords of users for single services, kept as records.

mod create_service_specific_credential;
mod delete_service_specific_credential;
mod list_service_specific_credentials;
mod render;
mod reset_service_specific_credential;
mod services;
mod update_service_specific_credential;

use model::UserRecord;
use wire::Operation;

use super::permitted::{Permitted, find, permitted_with};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The condition key of a credential's service.
const SERVICE: &str = "iam:ServiceSpecificCredentialServiceName";

/// The user with a credential, of whose service a condition may ask.
async fn permitted_credential<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    name: &str,
    id: &str,
) -> Result<Permitted<UserRecord>, Refused> {
    let user = find::<UserRecord>(&rooms.records, call.account(), name).await?;
    let held = user
        .into_iter()
        .flat_map(|user| user.record.credentials.service_credentials);
    let service = held
        .into_iter()
        .find(|held| held.id == id)
        .map(|held| held.service);
    permitted_with::<O, UserRecord>(rooms, call, name, |ask| match service {
        Some(service) => ask.key(SERVICE, service),
        None => ask,
    })
    .await
}
