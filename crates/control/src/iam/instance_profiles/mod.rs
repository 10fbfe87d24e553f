//! Instance profiles: the roles of machines. There are no machines here, so that they are records.

mod add_role_to_instance_profile;
mod create_instance_profile;
mod delete_instance_profile;
mod get_instance_profile;
mod list_instance_profile_tags;
mod list_instance_profiles;
mod remove_role_from_instance_profile;
mod render;
mod tag_instance_profile;
mod untag_instance_profile;

pub(super) use render::{holding, listed};
