//! AWS::ApiGateway

pub(super) mod account;
pub(super) mod api_key;
pub(super) mod authorizer;
pub(super) mod base_path_mapping;
pub(super) mod client_certificate;
pub(super) mod deployment;
pub(super) mod documentation_part;
pub(super) mod documentation_version;
pub(super) mod domain_name;
pub(super) mod gateway_response;
pub(super) mod method;
pub(super) mod model;
pub(super) mod request_validator;
pub(super) mod resource;
pub(super) mod rest_api;
pub(super) mod stage;
pub(super) mod usage_plan;
pub(super) mod usage_plan_key;
pub(super) mod vpc_link;

mod patches; // what changes in place, in API Gateway's own words
mod stage_settings; // of stages, and of deployments that bring one
mod tagging;
