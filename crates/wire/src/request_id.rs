//! Every answer names the request it belongs to.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use bytes::Bytes;
use http::{HeaderValue, Response};

use crate::schema::Protocol;

/// Adds `x-amzn-RequestId`, or S3's two names for it; an id that no header can hold is left out.
pub(crate) fn stamp(
    mut response: Response<Bytes>,
    protocol: Protocol,
    request_id: &str,
) -> Response<Bytes> {
    let headers = match protocol {
        Protocol::RestXml => vec![
            ("x-amz-request-id", request_id.to_owned()),
            ("x-amz-id-2", host_id(request_id)),
        ],
        Protocol::RestJson | Protocol::Query | Protocol::Json10 | Protocol::Json11 => {
            vec![("x-amzn-requestid", request_id.to_owned())]
        }
    };
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// What S3 names beside the request, for its own people: text in base64 that is never the request's id.
pub(crate) fn host_id(request_id: &str) -> String {
    BASE64.encode(request_id)
}
