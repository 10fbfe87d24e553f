//! API Gateway's words for what it does not do. Most of its errors are fixed texts, recorded on
//! AWS in the tests of `test_apigateway_api`; those without a recording say so.

use wire::Failure;

use crate::call::Call;
use crate::refused::Refused;

pub(super) fn bad_request(text: impl Into<String>) -> Refused {
    Failure::new("BadRequestException", 400, text).into()
}

pub(super) fn not_found(text: impl Into<String>) -> Refused {
    Failure::new("NotFoundException", 404, text).into()
}

pub(super) fn conflict(text: impl Into<String>) -> Refused {
    Failure::new("ConflictException", 409, text).into()
}

/// What AWS has and Portcullis has not: said, never dropped.
pub(super) fn not_served(what: &str) -> Refused {
    bad_request(format!("{what} is not supported by Portcullis"))
}

/// Refuses an input member that would otherwise be dropped.
pub(super) fn refuse_given<T>(member: Option<&T>, what: &str) -> Result<(), Refused> {
    match member {
        Some(_) => Err(not_served(what)),
        None => Ok(()),
    }
}

/// The same for a switch, whose `false` is no request.
pub(super) fn refuse_on(switch: Option<bool>, what: &str) -> Result<(), Refused> {
    refuse_given(switch.filter(|on| *on).as_ref(), what)
}

pub(super) fn no_api(call: &Call, id: &str) -> Refused {
    let account = call.account();
    not_found(format!("Invalid API identifier specified {account}:{id}"))
}

/// Also what AWS says below a resource when the API does not exist.
pub(super) fn no_resource() -> Refused {
    not_found("Invalid Resource identifier specified")
}

pub(super) fn no_method() -> Refused {
    not_found("Invalid Method identifier specified")
}

pub(super) fn no_integration() -> Refused {
    not_found("Invalid Integration identifier specified")
}

/// For method responses and integration responses alike.
pub(super) fn no_status_code() -> Refused {
    not_found("Invalid Response status code specified")
}

pub(super) fn no_model(name: &str) -> Refused {
    not_found(format!("Invalid model name specified: {name}"))
}

pub(super) fn no_request_validator() -> Refused {
    not_found("Invalid Request Validator identifier specified")
}

pub(super) fn no_authorizer() -> Refused {
    not_found("Invalid Authorizer identifier specified")
}

pub(super) fn no_api_key() -> Refused {
    not_found("Invalid API Key identifier specified")
}

pub(super) fn no_usage_plan() -> Refused {
    not_found("Invalid Usage Plan ID specified")
}

pub(super) fn no_documentation_part() -> Refused {
    not_found("Invalid Documentation part identifier specified")
}

/// Tools that look whether a version is there compare this text.
pub(super) fn no_documentation_version() -> Refused {
    not_found("Invalid Documentation version specified")
}

pub(super) fn no_domain_name() -> Refused {
    not_found("Invalid domain name identifier specified")
}

pub(super) fn no_base_path_mapping() -> Refused {
    not_found("Invalid base path mapping identifier specified")
}

pub(super) fn no_client_certificate() -> Refused {
    not_found("Invalid Client Certificate identifier specified")
}

pub(super) fn no_vpc_link() -> Refused {
    not_found("Invalid Vpc Link identifier specified")
}

pub(super) fn no_deployment() -> Refused {
    not_found("Invalid Deployment identifier specified")
}

pub(super) fn no_stage() -> Refused {
    not_found("Invalid stage identifier specified")
}

pub(super) const NO_PARAMETER: &str = "Invalid parameter name specified";
pub(super) const NO_CONTENT_TYPE: &str = "Content-Type specified was not found";
