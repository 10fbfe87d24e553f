//! The query protocol: the operation and its input as a form, the output as XML.
//!
//! It must never look at the path, nor at headers.

mod decode;
mod encode;
mod form;

use http::Uri;

use crate::{
    failure::Failure,
    malformed::Malformed,
    schema::{OperationSchema, Protocol, ServiceSchema},
};

pub(crate) use decode::decode;
pub(crate) use encode::{encode, render};
pub(crate) use form::Form;

/// The largest policies are 128 KiB, and percent-encoding triples them.
pub(crate) const MAX_BODY: usize = 2 * 1024 * 1024;

/// The operation that `Action` names, in the form or in the query string.
pub(crate) fn route(
    service: &'static ServiceSchema,
    uri: &Uri,
    body: &[u8],
) -> Result<(&'static OperationSchema, Form), Failure> {
    let form = Form::read(uri.query().unwrap_or(""), &String::from_utf8_lossy(body));
    let form = form.map_err(|cause: Malformed| Failure::malformed(Protocol::Query, &cause))?;
    let Some(action) = form.text("Action") else {
        return Err(Failure::new(
            "MissingAction",
            400,
            "The request is missing an action parameter",
        ));
    };
    let version = form.text("Version").unwrap_or(service.info.api_version);
    let operation = service
        .operation(action)
        .filter(|_| version == service.info.api_version);
    let unknown = || format!("Could not find operation {action} for version {version}");
    let operation = operation.ok_or_else(|| Failure::new("InvalidAction", 400, unknown()))?;
    Ok((operation, form))
}
