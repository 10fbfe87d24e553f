//! Groups: their policies are those of the users in them.

mod add_user_to_group;
mod create_group;
mod delete_group;
mod get_group;
mod list_groups;
mod list_groups_for_user;
mod members;
mod remove_user_from_group;
mod render;
mod update_group;

pub(super) use members::groups_of;
