//! Reads an object of a bucket for whoever the stack acts for.

use bytes::Bytes;
use http::{Request, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::values::text_of;
use super::{Failed, HandlerCode, Work};
use crate::body::read_whole;
use crate::control::{Inside, Told};

/// Of a path of S3.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// `Bucket`, `Key` and perhaps `Version` and `ETag`, as templates say where something is.
pub(super) async fn read(work: &Work<'_>, location: &Value) -> Result<Vec<u8>, Failed> {
    let request = request(work, location);
    let request = request.map_err(|error| Failed::plainly(error.to_string()))?;
    let answer = work.control.call(Inside {
        caller: work.by.caller.clone(),
        service: "s3".to_owned(),
        region: work.by.region.clone(),
        request,
        told: Told::Every,
    });
    let (parts, body) = answer.await.into_parts();
    let body = read_whole(body).await.map_err(Failed::plainly)?;
    if parts.status.is_success() {
        return Ok(body.to_vec());
    }
    let text = String::from_utf8_lossy(&body);
    let told = |name: &str| between(&text, name).unwrap_or_default();
    let (status, id) = (parts.status.as_u16(), told("RequestId"));
    let message = told("Message");
    Err(Failed::handler(
        HandlerCode::of(&told("Code"), status),
        format!(
            "{message} (Service: S3, Status Code: {status}, Request ID: {id}) (SDK Attempt Count: 1)"
        ),
    ))
}

fn request(work: &Work<'_>, location: &Value) -> Result<Request<Bytes>, http::Error> {
    let escape = |text: &str| utf8_percent_encode(text, PATH).to_string();
    let (bucket, key) = (text_of(location, "Bucket"), text_of(location, "Key"));
    let mut uri = format!("/{}/{}", escape(&bucket), escape(&key));
    let version = text_of(location, "Version");
    if !version.is_empty() {
        uri.push_str("?versionId=");
        uri.extend(utf8_percent_encode(&version, NON_ALPHANUMERIC));
    }
    let host = work.by.endpoint.split_once("://").map(|(_, host)| host);
    let mut request = Request::get(uri).header(header::HOST, host.unwrap_or(&work.by.endpoint));
    let tag = text_of(location, "ETag");
    if !tag.is_empty() {
        request = request.header(header::IF_MATCH, tag);
    }
    request.body(Bytes::new())
}

/// What stands in the first element of that name.
fn between(text: &str, name: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("<{name}>"))?;
    let (inner, _) = rest.split_once(&format!("</{name}>"))?;
    Some(inner.to_owned())
}
