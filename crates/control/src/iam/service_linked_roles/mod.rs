//! Roles that belong to services of AWS: who may become them and what they may do is AWS's to say,
//! and their owner can only make and delete them.

mod create_service_linked_role;
mod delete_service_linked_role;
mod get_service_linked_role_deletion_status;
mod known;

use model::RoleRecord;

use super::refusal::Refusal;

/// Below this path there is nothing else.
pub(super) const PATH: &str = "/aws-service-role/";

pub(super) fn is_service_linked(role: &RoleRecord) -> bool {
    role.path.starts_with(PATH)
}

/// Whether its owner may change what the role trusts or may do, or delete it by itself.
pub(super) fn check_modifiable(role: &RoleRecord) -> Result<(), Refusal> {
    if is_service_linked(role) {
        return Err(Refusal::ProtectedRole(role.name.clone()));
    }
    Ok(())
}
