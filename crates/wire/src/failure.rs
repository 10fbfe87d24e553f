//! What a caller reads when an operation does not succeed.
//!
//! A failure carries AWS's words only; the cause of an internal one never reaches the caller.

use std::borrow::Cow;

use bytes::Bytes;
use http::Response;

use crate::{
    document::{Document, Members},
    json,
    malformed::Malformed,
    operation::Operation,
    query, request_id, rest_json, rest_xml,
    schema::{Kind, OperationSchema, Protocol, ShapeSchema},
    service::Service,
};

/// What counts bytes before an operation is known says it so.
const TOO_LONG: &str = "RequestEntityTooLargeException";

/// An error answer before any protocol writes it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct Failure {
    pub code: Cow<'static, str>,
    pub message: String,
    pub status: u16,
    /// The caller can mend it; otherwise the service is at fault.
    pub sender_fault: bool,
    /// Further members of the error, by their names in the model. A null `Type` leaves it out.
    pub fields: Box<Members>,
}

impl Failure {
    /// A failure with a status of its own; from 500 on it is the service's fault.
    pub fn new(
        code: impl Into<Cow<'static, str>>,
        status: u16,
        message: impl Into<String>,
    ) -> Self {
        let (code, message) = (code.into(), message.into());
        Self {
            code,
            message,
            status,
            sender_fault: status < 500,
            fields: Box::default(),
        }
    }

    /// An error of the operation's model, with its status; one that is not modelled is a 400.
    pub fn of<O: Operation>(
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Self {
        Self::modelled(O::SCHEMA, code, message)
    }

    /// The same for an operation that is known only by its schema.
    pub fn modelled(
        operation: &OperationSchema,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Self {
        let mut failure = Self::new(code, 400, message);
        if let Some((_, error)) = operation.error(&failure.code) {
            failure.status = error.status;
            failure.sender_fault = error.sender_fault;
        }
        failure
    }

    /// What the caller learns of a fault of ours.
    pub fn internal() -> Self {
        Self::new(
            "InternalFailure",
            500,
            "The request processing has failed because of an unknown error",
        )
    }

    /// The operation exists at AWS, and not here.
    pub fn not_implemented(operation: &OperationSchema) -> Self {
        let (service, name) = (operation.service.name, operation.name);
        let message = format!("The {service} operation {name} is not implemented by Portcullis");
        Self {
            sender_fault: true,
            ..Self::new("NotImplemented", 501, message)
        }
    }

    #[must_use]
    pub fn with(mut self, field: &'static str, value: Document) -> Self {
        self.fields.insert(field, value);
        self
    }

    /// Writes the failure as the service's clients read it.
    pub fn render(
        self,
        service: Service,
        operation: Option<&OperationSchema>,
        request_id: &str,
    ) -> Response<Bytes> {
        let info = service.schema().info;
        let response = match info.protocol {
            Protocol::RestJson => rest_json::render(operation, self),
            Protocol::RestXml => rest_xml::render(self, request_id),
            Protocol::Query => query::render(info, operation, self, request_id),
            Protocol::Json10 | Protocol::Json11 => json::render(info, operation, self),
        };
        request_id::stamp(response, info.protocol, request_id)
    }

    pub(crate) fn malformed(protocol: Protocol, cause: &Malformed) -> Self {
        if protocol == Protocol::RestXml {
            return rest_xml::malformed(cause);
        }
        if let Malformed::Size(_) = cause {
            return Self::new(TOO_LONG, 413, cause.to_string());
        }
        let code = match protocol {
            Protocol::Query => "MalformedInput",
            Protocol::RestJson | Protocol::RestXml | Protocol::Json10 | Protocol::Json11 => {
                "SerializationException"
            }
        };
        Self::new(code, 400, cause.to_string())
    }

    /// Clients report these words of Lambda's uploads.
    pub(crate) fn too_long(operation: &OperationSchema) -> Self {
        let (most, name) = (rest_json::MAX_BODY, operation.name);
        let message = format!("Request must be smaller than {most} bytes for the {name} operation");
        Self::new(TOO_LONG, 413, message)
    }

    /// The members of the error's body: its message under the name that the shape gives it, and
    /// Lambda's `Type` where the shape has it.
    pub(crate) fn into_members(self, shape: Option<&ShapeSchema>) -> Members {
        let message_name = self.message_name(shape);
        let mut members = Members::new();
        if shape.is_some_and(|shape| has_member(shape, "Type")) {
            let fault = if self.sender_fault { "User" } else { "Service" };
            members.insert("Type", Document::String(fault.to_owned()));
        }
        if !self.message.is_empty() {
            members.insert(message_name, Document::String(self.message));
        }
        for (name, value) in *self.fields {
            members.insert(name, value);
        }
        members
    }

    /// The models of some errors leave the message out, and AWS sends it all the same. AWS's
    /// authorization layer, and what counts bytes before it, write `Message`, where most services write
    /// `message`.
    fn message_name(&self, shape: Option<&ShapeSchema>) -> &'static str {
        let is_modelled = shape.is_some_and(|shape| has_member(shape, "Message"));
        if is_modelled
            || (shape.is_none() && matches!(&*self.code, "AccessDeniedException" | TOO_LONG))
        {
            "Message"
        } else {
            "message"
        }
    }
}

fn has_member(shape: &ShapeSchema, name: &str) -> bool {
    let Kind::Structure(members) = shape.kind else {
        return false;
    };
    members.iter().any(|member| member.name == name)
}
