//! Users.

mod create_user;
mod delete_user;
mod get_user;
mod list_user_tags;
mod list_users;
mod render;
mod tag_user;
mod untag_user;
mod update_user;

pub(super) use render::{listed, whole};
