//! Why an operation was not done, and the one place that says so to the caller.

use bytes::Bytes;
use http::Response;
use identity::{AccessDenied, AuthenticationFailure, Dialect};
use objects::ContentError;
use store::{BlobError, StoreError, UpdateError};
use wire::schema::{OperationSchema, Protocol};
use wire::{Failure, Service};

use crate::trail::Denial;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Refused {
    /// Said in AWS's words already.
    #[error(transparent)]
    Failure(#[from] Failure),
    #[error(transparent)]
    Unauthenticated(#[from] AuthenticationFailure),
    #[error(transparent)]
    Denied(#[from] AccessDenied),
    /// Said in AWS's words, which do not tell that policies were what refused: the journal does.
    #[error("{0}")]
    Behind(Failure, Box<AccessDenied>),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    Content(#[from] ContentError),
    /// A fault of ours, for the log; the caller learns only that there was one.
    #[error("{0}")]
    Internal(String),
}

impl Refused {
    #[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
    pub(crate) fn internal(cause: impl ToString) -> Self {
        Self::Internal(cause.to_string())
    }

    /// A failure with the decision behind it, where there was one.
    pub(crate) fn behind(failure: Failure, denied: Option<AccessDenied>) -> Self {
        match denied {
            Some(denied) => Self::Behind(failure, Box::new(denied)),
            None => Self::Failure(failure),
        }
    }

    /// The same refusal, with the decision behind it.
    pub(crate) fn because(self, denied: Option<AccessDenied>) -> Self {
        match self {
            Self::Failure(failure) => Self::behind(failure, denied),
            other => other,
        }
    }

    /// What policies said, for the journal.
    pub(crate) fn denied(&self) -> Option<Denial> {
        match self {
            Self::Denied(denied) => Some((denied.clone(), None)),
            Self::Behind(failure, denied) => Some(((**denied).clone(), Some(failure.code.clone()))),
            Self::Failure(_)
            | Self::Unauthenticated(_)
            | Self::Store(_)
            | Self::Blob(_)
            | Self::Content(_)
            | Self::Internal(_) => None,
        }
    }

    /// The outcome of an update: `missing` says what to answer when there is no such record.
    pub(crate) fn of_update(error: UpdateError<Self>, missing: impl FnOnce() -> Self) -> Self {
        match error {
            UpdateError::NotFound => missing(),
            UpdateError::Refused(refused) => refused,
            UpdateError::Store(error) => error.into(),
        }
    }
}

/// Renders whatever went wrong, as the service's clients read it.
pub(crate) fn render(
    refused: Refused,
    service: Service,
    operation: &'static OperationSchema,
    request_id: &str,
) -> Response<Bytes> {
    failure_of(refused, operation, request_id).render(service, Some(operation), request_id)
}

/// The same before any protocol writes it.
pub(crate) fn failure_of(
    refused: Refused,
    operation: &'static OperationSchema,
    request_id: &str,
) -> Failure {
    let protocol = operation.service.protocol;
    match refused {
        Refused::Failure(failure) | Refused::Behind(failure, _) => failure,
        Refused::Unauthenticated(cause) => unauthenticated(&cause, protocol),
        Refused::Denied(denied) => access_denied(said(&denied, protocol), protocol),
        Refused::Store(error) => internal(&error, request_id),
        Refused::Blob(error) => internal(&error, request_id),
        Refused::Content(error) => content(&error, request_id),
        Refused::Internal(cause) => {
            tracing::error!(request_id, cause, "a control-plane operation failed");
            Failure::internal()
        }
    }
}

fn internal(error: &(dyn std::error::Error + 'static), request_id: &str) -> Failure {
    tracing::error!(request_id, error, "a control-plane operation failed");
    Failure::internal()
}

/// Only what the client sent too much of is the client's to know (S3 API reference, "Error responses").
fn content(error: &ContentError, request_id: &str) -> Failure {
    match error {
        ContentError::TooLarge(_) => Failure::new(
            "EntityTooLarge",
            400,
            "Your proposed upload exceeds the maximum allowed size",
        ),
        ContentError::Name | ContentError::Io { .. } => internal(error, request_id),
    }
}

/// S3 puts the resource in quotation marks.
fn said(denied: &AccessDenied, protocol: Protocol) -> String {
    let resource = &denied.explanation.resource;
    if protocol != Protocol::RestXml || resource == "*" {
        return denied.message.clone();
    }
    denied.message.replacen(
        &format!(" on resource: {resource}"),
        &format!(" on resource: \"{resource}\""),
        1,
    )
}

fn unauthenticated(cause: &AuthenticationFailure, protocol: Protocol) -> Failure {
    let dialect = dialect(protocol);
    let failure = Failure::new(
        cause.code(dialect),
        refusal_status(protocol),
        cause.message(dialect),
    );
    match cause {
        AuthenticationFailure::UnsignedHeaders(names) => {
            failure.with("HeadersNotSigned", wire::Document::String(names.clone()))
        }
        _ => failure,
    }
}

pub(crate) fn access_denied(message: String, protocol: Protocol) -> Failure {
    let code = match dialect(protocol) {
        Dialect::Query | Dialect::S3 => "AccessDenied",
        Dialect::Json => "AccessDeniedException",
    };
    Failure::new(code, refusal_status(protocol), message)
}

fn dialect(protocol: Protocol) -> Dialect {
    match protocol {
        Protocol::Query => Dialect::Query,
        Protocol::RestXml => Dialect::S3,
        Protocol::RestJson | Protocol::Json10 | Protocol::Json11 => Dialect::Json,
    }
}

/// The JSON protocols know no status but 400 for what the caller did wrong.
fn refusal_status(protocol: Protocol) -> u16 {
    match protocol {
        Protocol::Query | Protocol::RestJson | Protocol::RestXml => 403,
        Protocol::Json10 | Protocol::Json11 => 400,
    }
}
