//! AWS::IAM

pub(super) mod access_key;
pub(super) mod group;
pub(super) mod group_policy;
pub(super) mod instance_profile;
pub(super) mod managed_policy;
pub(super) mod policy;
pub(super) mod role;
pub(super) mod role_policy;
pub(super) mod service_linked_role;
pub(super) mod user;
pub(super) mod user_policy;
pub(super) mod user_to_group_addition;

mod attachments; // inline and managed policies, and what changes of them
mod bearer; // whoever has such policies
mod inline_policy; // one that is a resource of its own
