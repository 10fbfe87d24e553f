//! A request on its way in: routed, then decoded, then validated.
//!
//! Each step is a type that only the step before can make, so that a handler cannot be given an
//! input that nobody validated. Whoever serves authenticates between routing and decoding.

use std::fmt;

use bytes::Bytes;
use http::request::Parts;

use crate::{
    document::{Document, Shape},
    failure::Failure,
    json,
    malformed::Malformed,
    operation::Operation,
    query::{self, Form},
    rest_json::{self, Labels},
    rest_xml,
    schema::{OperationSchema, Protocol, ServiceSchema},
    service::{Service, detect},
    validate,
};

/// Which operation a request is for.
pub fn route(service: Service, parts: &Parts, body: &Bytes) -> Result<Routed, Failure> {
    route_within(service.schema(), parts, body)
}

pub(crate) fn route_within(
    schema: &'static ServiceSchema,
    parts: &Parts,
    body: &Bytes,
) -> Result<Routed, Failure> {
    let protocol = schema.info.protocol;
    if protocol != Protocol::RestJson {
        bounded(protocol, body).map_err(|cause| Failure::malformed(protocol, &cause))?;
    }
    match protocol {
        Protocol::RestJson => {
            let (operation, labels) = rest_json::route(schema, &parts.method, &parts.uri)?;
            if body.len() > rest_json::MAX_BODY {
                return Err(Failure::too_long(operation));
            }
            Ok(Routed {
                operation,
                found: Found::Labels(labels),
            })
        }
        Protocol::RestXml => {
            let (operation, labels) = rest_xml::route(schema, parts)?;
            Ok(Routed {
                operation,
                found: Found::Labels(labels),
            })
        }
        Protocol::Query => {
            let (operation, form) = query::route(schema, &parts.uri, body)?;
            Ok(Routed {
                operation,
                found: Found::Form(form),
            })
        }
        Protocol::Json10 | Protocol::Json11 => {
            let operation = json::route(schema, &parts.headers)?;
            Ok(Routed {
                operation,
                found: Found::Target,
            })
        }
    }
}

/// Routes and decodes. Never panics, whatever the bytes are.
pub fn decode(service: Service, parts: &Parts, body: &Bytes) -> Result<Decoded, Failure> {
    route(service, parts, body)?.decode(parts, body)
}

/// What is said of a request whose body nobody will read, because it is too long; none if it is for no
/// operation that would say so.
pub fn too_long(parts: &Parts) -> Option<String> {
    let service = detect(parts, &[])?;
    let is_rest = service.schema().info.protocol == Protocol::RestJson;
    let routed = is_rest.then(|| route(service, parts, &Bytes::new()))?;
    routed
        .ok()
        .map(|routed| Failure::too_long(routed.operation).message)
}

fn bounded(protocol: Protocol, body: &Bytes) -> Result<(), Malformed> {
    let limit = match protocol {
        Protocol::RestJson | Protocol::RestXml => rest_json::MAX_BODY,
        Protocol::Query => query::MAX_BODY,
        Protocol::Json10 | Protocol::Json11 => json::MAX_BODY,
    };
    if body.len() > limit {
        Err(Malformed::Size(limit))
    } else {
        Ok(())
    }
}

/// A request whose operation is known, and nothing else of it.
pub struct Routed {
    operation: &'static OperationSchema,
    found: Found,
}

/// What routing had to read already.
enum Found {
    Labels(Labels),
    Form(Form),
    Target,
}

impl Routed {
    pub fn operation(&self) -> &'static OperationSchema {
        self.operation
    }

    /// Reads the input; of a rest-json request, `parts` and `body` must be those it was routed by.
    pub fn decode(self, parts: &Parts, body: &Bytes) -> Result<Decoded, Failure> {
        let operation = self.operation;
        let document = match &self.found {
            Found::Labels(labels) if operation.service.protocol == Protocol::RestXml => {
                rest_xml::decode(operation, labels, parts, body)
            }
            Found::Labels(labels) => rest_json::decode(operation, labels, parts, body),
            Found::Form(form) => query::decode(operation, form),
            Found::Target => json::decode(operation, body),
        };
        let protocol = operation.service.protocol;
        let document = document.map_err(|cause| Failure::malformed(protocol, &cause))?;
        Ok(Decoded {
            operation,
            document,
        })
    }
}

/// An input that has the form of the schema, and may break its constraints.
pub struct Decoded {
    operation: &'static OperationSchema,
    document: Document,
}

impl Decoded {
    pub(crate) fn of(operation: &'static OperationSchema, document: Document) -> Self {
        Self {
            operation,
            document,
        }
    }

    pub fn operation(&self) -> &'static OperationSchema {
        self.operation
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Checks every constraint of the schema; an operation that is not implemented ends here.
    pub fn validate(self) -> Result<Validated, Failure> {
        validate::validate(self.operation, &self.document)?;
        if !self.operation.implemented {
            return Err(Failure::not_implemented(self.operation));
        }
        Ok(Validated {
            operation: self.operation,
            document: self.document,
        })
    }
}

/// An input that keeps every constraint of its schema.
pub struct Validated {
    operation: &'static OperationSchema,
    document: Document,
}

impl Validated {
    pub fn operation(&self) -> &'static OperationSchema {
        self.operation
    }

    /// The input as its struct; asking for another operation's input is a fault of ours.
    pub fn input<O: Operation>(self) -> Result<O::Input, Failure> {
        if !std::ptr::eq(self.operation, O::SCHEMA) {
            return Err(Failure::internal());
        }
        O::Input::from_document(self.document).map_err(|_| Failure::internal())
    }
}

/// Says which operation a request is for, and nothing of its input: it may hold secrets.
macro_rules! debug_by_operation {
    ($($step:ident)*) => {$(
        impl fmt::Debug for $step {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                let name = self.operation.name;
                formatter.debug_tuple(stringify!($step)).field(&name).finish_non_exhaustive()
            }
        }
    )*};
}

debug_by_operation! { Routed Decoded Validated }
