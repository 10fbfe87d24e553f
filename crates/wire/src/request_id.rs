//! Every answer names the request it belongs to.

use bytes::Bytes;
use http::{HeaderValue, Response};

use crate::schema::Protocol;

/// Adds `x-amzn-RequestId`, or S3's two names for it; an id that no header can hold is left out.
pub(crate) fn stamp(
    mut response: Response<Bytes>,
    protocol: Protocol,
    request_id: &str,
) -> Response<Bytes> {
    let names: &[&'static str] = match protocol {
        Protocol::RestXml => &["x-amz-request-id", "x-amz-id-2"],
        Protocol::RestJson | Protocol::Query | Protocol::Json10 | Protocol::Json11 => {
            &["x-amzn-requestid"]
        }
    };
    if let Ok(value) = HeaderValue::from_str(request_id) {
        for name in names {
            response.headers_mut().insert(*name, value.clone());
        }
    }
    response
}
