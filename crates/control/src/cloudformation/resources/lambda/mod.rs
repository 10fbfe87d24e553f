//! AWS::Lambda

pub(super) mod alias;
pub(super) mod code_signing_config;
pub(super) mod event_invoke_config;
pub(super) mod event_source_mapping;
pub(super) mod function;
pub(super) mod layer_version;
pub(super) mod layer_version_permission;
pub(super) mod permission;
pub(super) mod resource_policy;
pub(super) mod url;
pub(super) mod version;

mod inline_code; // source text in a template
mod provisioned; // concurrency of versions and aliases
