//! The policies that hang on groups.

mod attach_group_policy;
mod delete_group_policy;
mod detach_group_policy;
mod get_group_policy;
mod list_attached_group_policies;
mod list_group_policies;
mod put_group_policy;
