//! Every refusal that the gateway can give, by layer, gateway response type and cause: what would have to be true is
//! always said.

use super::*;

/// Layer, type, status, the cause in the gateway's words, and a part of what is said.
type Row = (StepKind, &'static str, u16, &'static str, &'static str);

const ROWS: &[Row] = {
    use StepKind::{
        Authorization, Authorizers, Deployment, Integrations, Invocation, Mapping, Routing,
        Throttle, UsagePlan, Validation,
    };
    &[
        (
            Deployment,
            "DEFAULT_4XX",
            403,
            "no API or stage is deployed at this address: x",
            "stage of the API",
        ),
        (
            Deployment,
            "DEFAULT_4XX",
            414,
            "the URL is longer than 8192 characters",
            "the URL is shorter",
        ),
        (
            Deployment,
            "DEFAULT_4XX",
            431,
            "the headers are longer than 10240 bytes",
            "10,240 bytes",
        ),
        (
            Deployment,
            "REQUEST_TOO_LARGE",
            413,
            "the body is longer than 10485760 bytes",
            "10 MB",
        ),
        (
            Deployment,
            "DEFAULT_4XX",
            400,
            "the body did not arrive: x",
            "arrives whole",
        ),
        (
            Deployment,
            "UNSUPPORTED_MEDIA_TYPE",
            415,
            "the body can't be decompressed: x",
            "Content-Encoding",
        ),
        (
            Deployment,
            "DEFAULT_5XX",
            500,
            "the request ended in a defect of the server: x",
            "its log has more",
        ),
        (
            Routing,
            "MISSING_AUTHENTICATION_TOKEN",
            403,
            "no method is defined for GET /x",
            "serves a resource",
        ),
        (
            UsagePlan,
            "INVALID_API_KEY",
            403,
            "the method asks for an API key, and there is none",
            "x-api-key",
        ),
        (Throttle, "THROTTLED", 429, "the stage", "more slowly"),
        (
            UsagePlan,
            "QUOTA_EXCEEDED",
            429,
            "the quota that the usage plan gives the key is used up",
            "quota",
        ),
        (
            Authorizers,
            "UNAUTHORIZED",
            401,
            "the authorizer was not called: x",
            "identity source",
        ),
        (
            Authorizers,
            "UNAUTHORIZED",
            401,
            "the token of the user pool has expired",
            "has not expired",
        ),
        (
            Authorizers,
            "UNAUTHORIZED",
            401,
            "the authorizer function answered Unauthorized",
            "raised",
        ),
        (
            Authorizers,
            "AUTHORIZER_CONFIGURATION_ERROR",
            500,
            "the authorizer is of no use: x",
            "answers with a policy",
        ),
        (
            Authorizers,
            "DEFAULT_4XX",
            403,
            "the client's certificate is not accepted: x",
            "truststore",
        ),
        (
            Authorizers,
            "MISSING_AUTHENTICATION_TOKEN",
            403,
            "the request is not signed",
            "signature of version 4",
        ),
        (
            Authorizers,
            "INVALID_SIGNATURE",
            403,
            "the signature was not accepted: x",
            "less than five minutes ago",
        ),
        (
            Authorizers,
            "EXPIRED_TOKEN",
            403,
            "the signature was not accepted: x",
            "has not expired",
        ),
        (
            Authorizers,
            "ACCESS_DENIED",
            403,
            "the signature was not accepted: x",
            "a key that the server knows",
        ),
        (
            Authorization,
            "ACCESS_DENIED",
            403,
            "the authorizer's policy does not allow it",
            "execute-api:Invoke",
        ),
        (
            Validation,
            "BAD_REQUEST_PARAMETERS",
            400,
            "Missing required request parameters: [q]",
            "every parameter",
        ),
        (
            Validation,
            "BAD_REQUEST_BODY",
            400,
            "the body does not fit its model: x",
            "fits the model",
        ),
        (
            Mapping,
            "UNSUPPORTED_MEDIA_TYPE",
            415,
            "there is no template for this content type",
            "request template",
        ),
        (
            Mapping,
            "API_CONFIGURATION_ERROR",
            500,
            "a mapping template failed: x",
            "can be rendered",
        ),
        (
            Mapping,
            "API_CONFIGURATION_ERROR",
            500,
            "a parameter mapping failed: x",
            "is in the request",
        ),
        (
            Mapping,
            "API_CONFIGURATION_ERROR",
            500,
            "the endpoint's address is not valid: x",
            "uri is an address",
        ),
        (
            Mapping,
            "API_CONFIGURATION_ERROR",
            500,
            "no integration response matches status 201, and there is no default",
            "selectionPattern",
        ),
        (
            Mapping,
            "API_CONFIGURATION_ERROR",
            500,
            "the method has no response 201",
            "declares a method response",
        ),
        (
            Mapping,
            "API_CONFIGURATION_ERROR",
            500,
            "the request template of a MOCK integration named no status",
            "statusCode",
        ),
        (
            Mapping,
            "API_CONFIGURATION_ERROR",
            500,
            "the caller's own identity is wanted, and the method is not AWS_IAM",
            "AWS_IAM",
        ),
        (
            Invocation,
            "API_CONFIGURATION_ERROR",
            500,
            "the gateway may not invoke the function: x",
            "resource policy",
        ),
        (
            Integrations,
            "API_CONFIGURATION_ERROR",
            500,
            "the function could not be invoked: x",
            "can be called",
        ),
        (
            Integrations,
            "INTEGRATION_FAILURE",
            504,
            "the integration failed: x",
            "within the integration's timeout",
        ),
        (
            Integrations,
            "INTEGRATION_TIMEOUT",
            504,
            "the integration did not answer in time",
            "within the integration's timeout",
        ),
        (
            Integrations,
            "API_CONFIGURATION_ERROR",
            502,
            "the function's answer is no proxy response: x",
            "statusCode",
        ),
    ]
};

#[test]
fn every_refusal_says_what_would_have_to_be_true() {
    for &(layer, kind, status, cause, expected) in ROWS {
        // Nothing is deployed at a stage that there is not.
        let nowhere = status == 403 && layer == StepKind::Deployment;
        let (stage, path) = if nowhere {
            ("x", "/x/pets")
        } else {
            ("prod", "/prod/x")
        };
        let asked = Asked {
            stage,
            cause,
            ..Asked::new(path, status, layer, kind)
        };
        let api = api();
        let around = Surroundings {
            api: Some(&api),
            deployed: Some(&api.definition),
            ..Surroundings::default()
        };
        let report = why(&asked.entry(), &around);
        let needed = report.needed.join(" ");
        assert!(needed.contains(expected), "{kind} ({cause}): {needed:?}");
        assert_eq!(report.because.as_deref(), Some(cause));
    }
}
