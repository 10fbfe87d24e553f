//! Long-lived keys of users.

mod create_access_key;
mod delete_access_key;
mod get_access_key_last_used;
mod list_access_keys;
mod update_access_key;

use model::KeyStatus;

pub(super) fn status_name(status: KeyStatus) -> &'static str {
    match status {
        KeyStatus::Active => "Active",
        KeyStatus::Inactive => "Inactive",
    }
}

/// Only `Active` makes a key valid. `wire` lets no text pass that is not in AWS's model, which also
/// knows `Expired`.
pub(super) fn status_of(name: &str) -> KeyStatus {
    match name {
        "Active" => KeyStatus::Active,
        _ => KeyStatus::Inactive,
    }
}
