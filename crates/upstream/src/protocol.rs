//! How a service's requests are written, as far as it must be known to read and to refuse them.

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use http::request::Parts;

/// One of AWS's protocols.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protocol {
    /// JSON 1.0 and 1.1: the operation stands in `X-Amz-Target`.
    Json,
    /// The operation stands in the parameter `Action`.
    Query,
    /// Smithy's RPC v2: the operation stands in the path, the input is CBOR.
    Cbor,
    /// S3's: XML, and the operation follows from the method, the path and the parameters.
    RestXml,
    /// The operation follows from the method and the path, and is known only to who has the model.
    Rest,
}

impl Protocol {
    pub(crate) fn of(service: &str, parts: &Parts, body: &[u8]) -> Self {
        if service == "s3" {
            return Self::RestXml;
        }
        if parts.headers.contains_key("x-amz-target") {
            return Self::Json;
        }
        if parts.headers.contains_key("smithy-protocol") {
            return Self::Cbor;
        }
        let query = parts.uri.query().unwrap_or_default();
        let form = if is_form(&parts.headers) { body } else { b"" };
        if has_action(query.as_bytes()) || has_action(form) {
            return Self::Query;
        }
        Self::Rest
    }
}

pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).map(http::HeaderValue::as_bytes);
    content_type.is_some_and(|value| value.starts_with(b"application/x-www-form-urlencoded"))
}

fn has_action(form: &[u8]) -> bool {
    form.split(|byte| *byte == b'&')
        .any(|pair| pair.starts_with(b"Action="))
}
