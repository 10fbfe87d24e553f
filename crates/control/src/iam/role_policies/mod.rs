//! The policies that hang on roles.

mod attach_role_policy;
mod delete_role_permissions_boundary;
mod delete_role_policy;
mod detach_role_policy;
mod get_role_policy;
mod list_attached_role_policies;
mod list_role_policies;
mod put_role_permissions_boundary;
mod put_role_policy;
