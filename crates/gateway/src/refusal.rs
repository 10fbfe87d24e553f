//! Why a request ended early. Every refusal is a variant here, and [`Refusal::words`] is the one
//! place that knows what AWS tells the caller about it; the rest is for the journal and the log.
//!
//! A refusal must never tell the caller its cause.

use std::borrow::Cow;

use identity::AssumeRefused;
use identity::invocation::Refused;
use identity::{AuthenticationFailure, Dialect};
use journal::StepKind;
use lambda::InvokeError;
use model::GatewayResponseType;
use policy::Explanation;
use remedy::Remedy;

use crate::compression::Unreadable;
use crate::deployment::CompileError;
use crate::exchange::Told;
use crate::invocation;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("no API or stage is deployed at this address: {0}")]
    UnknownStage(String),
    #[error("the URL is longer than {limit} characters")]
    UrlTooLong { limit: usize },
    #[error("the headers are longer than {limit} bytes")]
    HeadersTooLarge { limit: usize },
    #[error("the body is longer than {limit} bytes")]
    BodyTooLarge { limit: usize },
    #[error("the body did not arrive: {0}")]
    BodyLost(String),
    #[error("the body can't be decompressed: {0}")]
    BodyUnreadable(Unreadable),
    #[error("no method is defined for {verb} {path}")]
    NoRoute { verb: String, path: String },
    #[error("the method asks for an API key, and {fault}")]
    NoApiKey { fault: KeyFault, log: String },
    #[error("{scope}")]
    Throttled { scope: &'static str, log: String },
    #[error("the quota that the usage plan gives the key is used up")]
    QuotaExceeded { log: String },
    #[error("the authorizer was not called: {0}")]
    NotIdentified(String),
    #[error("the token of the user pool has expired")]
    TokenExpired,
    #[error("the authorizer function answered Unauthorized")]
    Unauthorized,
    #[error("the authorizer is of no use: {0}")]
    Authorizer(AuthorizerFault),
    #[error("the client's certificate is not accepted: {0}")]
    ClientCertificate(String),
    #[error("this way to the API is shut: {0}")]
    NotReachable(String),
    #[error("the request is not signed")]
    Unsigned,
    #[error("the signature was not accepted: {0}")]
    BadSignature(AuthenticationFailure),
    #[error("the authorizer's policy does not allow it")]
    DeniedByAuthorizer {
        explicit: bool,
        explanation: Box<Explanation>,
    },
    #[error("{message}")]
    AccessDenied {
        message: String,
        explanation: Box<Explanation>,
        /// What would end it, where the caller's own policies are what is missing.
        remedies: Vec<Remedy>,
    },
    #[error("{message}")]
    BadParameters { message: String },
    #[error("the body does not fit its model: {0}")]
    BadBody(String),
    #[error("there is no template for this content type")]
    UnsupportedMediaType,
    #[error("{0}")]
    Misconfigured(Misconfigured),
    #[error("the gateway may not invoke the function: {}", .0.explanation.sentence)]
    NotPermitted(Box<Refused>),
    #[error("the function could not be invoked: {0}")]
    NotInvoked(InvokeError),
    #[error("the integration failed: {0}")]
    IntegrationFailed(String),
    #[error("the integration did not answer in time")]
    IntegrationTimeout,
    #[error("the function's answer is no proxy response: {0}")]
    MalformedProxyResponse(String),
    #[error("the function failed: {message}")]
    FunctionError { message: String, request_id: String },
    #[error("the request ended in a defect of the server: {0}")]
    Defect(String),
}

/// What can be wrong with an API's own configuration.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Misconfigured {
    #[error(transparent)]
    Definition(#[from] CompileError),
    #[error("a mapping template failed: {0}")]
    Template(String),
    #[error("a parameter mapping failed: {0}")]
    Mapping(String),
    #[error("the endpoint's address is not valid: {0}")]
    Endpoint(String),
    #[error("no integration response matches status {status}, and there is no default")]
    NoIntegrationResponse { status: String },
    #[error("the method has no response {status}")]
    NoMethodResponse { status: String },
    #[error("the request template of a MOCK integration named no status")]
    NoMockStatus,
    #[error("the caller's own identity is wanted, and the method is not AWS_IAM")]
    NoCallerIdentity,
}

impl Misconfigured {
    /// What follows `Execution failed due to configuration error: ` in the execution log.
    pub(crate) fn log_text(&self) -> String {
        match self {
            Self::Endpoint(_) => "Invalid endpoint address".to_owned(),
            Self::NoIntegrationResponse { status } => format!(
                "No match for output mapping and no default endpoint response configured. \
                 Endpoint Response Status Code: {status}"
            ),
            Self::NoMethodResponse { status } => {
                format!("Output mapping refers to an invalid method response: {status}")
            }
            Self::NoMockStatus => "Unable to parse statusCode. It should be an integer that's \
                                   defined in the integration request template."
                .to_owned(),
            Self::Template(_) => "Unable to transform request".to_owned(),
            Self::NoCallerIdentity => "Invalid permissions on Lambda function".to_owned(),
            Self::Definition(_) | Self::Mapping(_) => self.to_string(),
        }
    }
}

/// Why a Lambda authorizer gave no policy.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AuthorizerFault {
    #[error("the gateway may not invoke it: {}", .0.explanation.sentence)]
    NotPermitted(Box<Refused>),
    #[error("it could not be invoked: {0}")]
    NotInvoked(InvokeError),
    #[error("it failed: {0}")]
    Failed(String),
    #[error("it did not answer in time")]
    Timeout,
    #[error("{0}")]
    BadOutput(String),
    #[error(transparent)]
    Definition(#[from] CompileError),
}

/// What is wrong with an API key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum KeyFault {
    #[error("the request has no x-api-key header")]
    NotSent,
    #[error("the authorizer named no usageIdentifierKey")]
    NotNamed,
    #[error("no such key exists")]
    Unknown,
    #[error("the key is disabled")]
    Disabled,
    #[error("the key is in no usage plan of this stage")]
    NotInPlan,
}

/// What the caller is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) kind: GatewayResponseType,
    pub(crate) status: u16,
    pub(crate) error_type: &'static str,
    /// `None` is told as `null`.
    pub(crate) message: Option<Cow<'static, str>>,
    pub(crate) shape: Shape,
}

/// How AWS writes the body that nobody customised. The differences are AWS's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `{"message":"…"}`
    Compact,
    /// `{"message": "…"}`
    Spaced,
    /// `{"Message":"…"}`
    Capital,
}

impl Refusal {
    /// Which part of the gateway refused.
    pub(crate) fn layer(&self) -> StepKind {
        match self {
            Self::UnknownStage(_)
            | Self::UrlTooLong { .. }
            | Self::HeadersTooLarge { .. }
            | Self::BodyTooLarge { .. }
            | Self::BodyLost(_)
            | Self::BodyUnreadable(_)
            | Self::Defect(_) => StepKind::Deployment,
            Self::NoRoute { .. } => StepKind::Routing,
            Self::NoApiKey { .. } | Self::QuotaExceeded { .. } => StepKind::UsagePlan,
            Self::Throttled { .. } => StepKind::Throttle,
            Self::NotIdentified(_)
            | Self::TokenExpired
            | Self::Unauthorized
            | Self::Authorizer(_)
            | Self::Unsigned
            | Self::ClientCertificate(_)
            | Self::NotReachable(_)
            | Self::BadSignature(_) => StepKind::Authorizers,
            Self::DeniedByAuthorizer { .. } | Self::AccessDenied { .. } => StepKind::Authorization,
            Self::BadParameters { .. } | Self::BadBody(_) => StepKind::Validation,
            Self::UnsupportedMediaType | Self::Misconfigured(_) => StepKind::Mapping,
            Self::NotPermitted(_) => StepKind::Invocation,
            Self::NotInvoked(_)
            | Self::IntegrationFailed(_)
            | Self::IntegrationTimeout
            | Self::MalformedProxyResponse(_)
            | Self::FunctionError { .. } => StepKind::Integrations,
        }
    }

    /// The decision behind the refusal, where there was one.
    pub(crate) fn refused(&self) -> Option<&Refused> {
        match self {
            Self::NotPermitted(refused)
            | Self::Authorizer(AuthorizerFault::NotPermitted(refused)) => Some(refused),
            _ => None,
        }
    }

    /// The role of the function itself, where Lambda can't become it.
    pub(crate) fn unassumable(&self) -> Option<&AssumeRefused> {
        match self {
            Self::NotInvoked(InvokeError::RoleNotAssumable(refused))
            | Self::Authorizer(AuthorizerFault::NotInvoked(InvokeError::RoleNotAssumable(
                refused,
            ))) => Some(refused),
            _ => None,
        }
    }

    /// What ends it, one for each thing in the way, where a decision worked that out.
    pub(crate) fn remedies(&self) -> Vec<Remedy> {
        if let Self::AccessDenied { remedies, .. } = self {
            return remedies.clone();
        }
        if let Some(unassumable) = self.unassumable() {
            return unassumable.remedies.to_vec();
        }
        let refused = self.refused();
        refused
            .map(|refused| (*refused.fix).clone())
            .into_iter()
            .collect()
    }

    /// The same as commands.
    pub(crate) fn fix(&self) -> Option<String> {
        Remedy::all(&self.remedies()).map(|whole| whole.cli)
    }

    /// What access logs say of it.
    pub(crate) fn told(&self) -> Told {
        let words = self.words();
        Told {
            by_guard: matches!(
                self.layer(),
                StepKind::Authorizers | StepKind::Authorization
            ),
            validation: match self {
                Self::BadBody(errors) => Some(errors.clone()),
                _ => None,
            },
            message: words.message,
            kind: words.kind.as_str(),
            status: words.status,
        }
    }

    /// What the policies said, where they were asked.
    pub(crate) fn explanation(&self) -> Option<&Explanation> {
        match self {
            Self::DeniedByAuthorizer { explanation, .. }
            | Self::AccessDenied { explanation, .. } => Some(explanation),
            _ => self.refused().map(|refused| &*refused.explanation),
        }
    }

    /// AWS's words. Sources: the table of refusals observed on AWS for every case, and
    /// `gateway_responses_default` for types and statuses.
    pub(crate) fn words(&self) -> Words {
        match self {
            Self::UnknownStage(_) | Self::ClientCertificate(_) | Self::NotReachable(_) => {
                words(Type::Default4xx, 403, FORBIDDEN, "Forbidden")
            }
            Self::UrlTooLong { .. } => words(Type::Default4xx, 414, URI_TOO_LONG, "URI Too Long"),
            Self::HeadersTooLarge { .. } => words(
                Type::Default4xx,
                431,
                BAD_REQUEST,
                "Request Header Fields Too Large",
            ),
            Self::BodyTooLarge { .. } => {
                words(Type::RequestTooLarge, 413, TOO_LARGE, "Request Too Long")
            }
            Self::BodyLost(_) => words(Type::Default4xx, 400, BAD_REQUEST, "Bad Request"),
            Self::NoRoute { .. } | Self::Unsigned => words(
                Type::MissingAuthenticationToken,
                403,
                "MissingAuthenticationTokenException",
                "Missing Authentication Token",
            ),
            Self::NoApiKey { .. } => words(Type::InvalidApiKey, 403, FORBIDDEN, "Forbidden"),
            Self::Throttled { .. } => words(
                Type::Throttled,
                429,
                "TooManyRequestsException",
                "Too Many Requests",
            ),
            Self::QuotaExceeded { .. } => words(
                Type::QuotaExceeded,
                429,
                "LimitExceededException",
                "Limit Exceeded",
            ),
            Self::NotIdentified(_) | Self::Unauthorized => unauthorized("Unauthorized"),
            Self::TokenExpired => unauthorized("The incoming token has expired"),
            Self::UnsupportedMediaType | Self::BodyUnreadable(_) => words(
                Type::UnsupportedMediaType,
                415,
                BAD_REQUEST,
                "Unsupported Media Type",
            ),
            Self::Authorizer(_) => Words {
                message: None,
                ..words(
                    Type::AuthorizerConfigurationError,
                    500,
                    "AuthorizerConfigurationException",
                    "",
                )
            },
            Self::BadSignature(_) | Self::DeniedByAuthorizer { .. } | Self::AccessDenied { .. } => {
                self.words_of_denial()
            }
            Self::BadParameters { message } => spaced(words(
                Type::BadRequestParameters,
                400,
                BAD_REQUEST,
                message.clone(),
            )),
            Self::BadBody(_) => spaced(words(
                Type::BadRequestBody,
                400,
                BAD_REQUEST,
                "Invalid request body",
            )),
            Self::Misconfigured(_)
            | Self::NotPermitted(_)
            | Self::NotInvoked(_)
            | Self::IntegrationFailed(_)
            | Self::IntegrationTimeout
            | Self::MalformedProxyResponse(_)
            | Self::FunctionError { .. }
            | Self::Defect(_) => self.words_of_failure(),
        }
    }

    /// The lines that the execution log has for it (facts observed in AWS's logs).
    pub(crate) fn log_lines(&self, request_id: &str) -> Vec<String> {
        let because = |text: &str| format!("Execution failed due to configuration error: {text}");
        match self {
            // The authorizer step wrote its own lines.
            Self::Authorizer(_) | Self::Unauthorized => Vec::new(),
            Self::NotIdentified(_) | Self::TokenExpired => {
                vec![format!("Unauthorized request: {request_id}")]
            }
            Self::NoApiKey { log, .. }
            | Self::Throttled { log, .. }
            | Self::QuotaExceeded { log } => {
                vec![log.clone()]
            }
            Self::DeniedByAuthorizer { .. } | Self::AccessDenied { .. } => {
                vec!["The client is not authorized to perform this operation.".to_owned()]
            }
            Self::ClientCertificate(reason) => vec![format!("Access denied. Reason: {reason}")],
            Self::BadParameters { message } => {
                vec![format!("Request failed validation: {message}")]
            }
            Self::BadBody(errors) => vec![
                format!("Request body does not match model schema for content type: {errors}"),
                "Request failed validation.".to_owned(),
            ],
            Self::Misconfigured(cause) => vec![because(&cause.log_text())],
            Self::NotPermitted(refused) => vec![invocation::refused_text(refused)],
            Self::NotInvoked(error) => {
                let mut lines = vec![invocation::not_invoked_text(error)];
                if matches!(error, InvokeError::Throttled(_)) {
                    lines.push(because("Rate Exceeded."));
                }
                lines
            }
            Self::IntegrationTimeout => vec!["Execution failed due to a timeout error".to_owned()],
            Self::IntegrationFailed(_) => {
                vec![
                    "Execution failed due to a network error communicating with endpoint"
                        .to_owned(),
                ]
            }
            Self::MalformedProxyResponse(_) => {
                vec![because("Malformed Lambda proxy response")]
            }
            Self::FunctionError {
                message,
                request_id,
            } => vec![format!(
                "Lambda execution failed with status 200 due to customer function error: \
                 {message}. Lambda request id: {request_id}"
            )],
            other => vec![other.to_string()],
        }
    }

    fn words_of_denial(&self) -> Words {
        let message = match self {
            Self::BadSignature(failure) => return words_of_signature(failure),
            Self::DeniedByAuthorizer { explicit: true, .. } => DENIED_EXPLICITLY.into(),
            Self::AccessDenied { message, .. } => message.clone().into(),
            _ => NOT_ALLOWED.into(),
        };
        Words {
            kind: Type::AccessDenied,
            status: 403,
            error_type: "AccessDeniedException",
            message: Some(message),
            shape: Shape::Capital,
        }
    }

    fn words_of_failure(&self) -> Words {
        let (kind, status, message) = match self {
            Self::IntegrationTimeout => {
                (Type::IntegrationTimeout, 504, "Endpoint request timed out")
            }
            Self::IntegrationFailed(_) => (
                Type::IntegrationFailure,
                504,
                "Network error communicating with endpoint",
            ),
            Self::MalformedProxyResponse(_) | Self::FunctionError { .. } => {
                (Type::Default5xx, 502, INTERNAL)
            }
            _ => (Type::ApiConfigurationError, 500, INTERNAL),
        };
        spaced(words(kind, status, "InternalServerErrorException", message))
    }
}

use GatewayResponseType as Type;

const FORBIDDEN: &str = "ForbiddenException";
const BAD_REQUEST: &str = "BadRequestException";
const TOO_LARGE: &str = "RequestEntityTooLargeException";
const URI_TOO_LONG: &str = "RequestUriTooLongException";
const INTERNAL: &str = "Internal server error";
const DENIED_EXPLICITLY: &str = "User is not authorized to access this resource with an explicit \
                                 deny in an identity-based policy";
const NOT_ALLOWED: &str = "User is not authorized to access this resource because no \
                           identity-based policy allows the execute-api:Invoke action";

fn words_of_signature(failure: &AuthenticationFailure) -> Words {
    let kind = match failure {
        AuthenticationFailure::SessionExpired => Type::ExpiredToken,
        AuthenticationFailure::MissingToken => Type::MissingAuthenticationToken,
        AuthenticationFailure::Incomplete(_)
        | AuthenticationFailure::UnknownKey
        | AuthenticationFailure::WrongScope(_)
        | AuthenticationFailure::Expired { .. }
        | AuthenticationFailure::NotYetCurrent { .. }
        | AuthenticationFailure::Mismatch { .. }
        | AuthenticationFailure::UnsignedHeaders(_)
        | AuthenticationFailure::Unsupported(_) => Type::InvalidSignature,
    };
    let message = failure.message(Dialect::Json);
    words(kind, 403, failure.code(Dialect::Json), message)
}

fn unauthorized(message: &'static str) -> Words {
    words(Type::Unauthorized, 401, "UnauthorizedException", message)
}

fn words(
    kind: Type,
    status: u16,
    error_type: &'static str,
    message: impl Into<Cow<'static, str>>,
) -> Words {
    Words {
        kind,
        status,
        error_type,
        message: Some(message.into()),
        shape: Shape::Compact,
    }
}

fn spaced(words: Words) -> Words {
    Words {
        shape: Shape::Spaced,
        ..words
    }
}
