//! Roles: who may become them, and what else is known of them.

mod create_role;
mod delete_role;
mod get_role;
mod list_instance_profiles_for_role;
mod list_role_tags;
mod list_roles;
mod render;
mod tag_role;
mod untag_role;
mod update_assume_role_policy;
mod update_role;
mod update_role_description;

pub(super) use render::{created, inner};
