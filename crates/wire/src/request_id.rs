//! Every answer names the request it belongs to.

use bytes::Bytes;
use http::{HeaderValue, Response};

/// Adds `x-amzn-RequestId`; an id that no header can hold is left out.
pub(crate) fn stamp(mut response: Response<Bytes>, request_id: &str) -> Response<Bytes> {
    if let Ok(value) = HeaderValue::from_str(request_id) {
        response.headers_mut().insert("x-amzn-requestid", value);
    }
    response
}
