//! Parsers of what strangers send, for the fuzz targets alone: each takes any text and gives an answer.

use crate::{apigateway, cloudformation, lambda, logs, s3};

/// A filter pattern, and a query of Insights, over messages that stand on lines of their own.
pub fn logs(text: &str, messages: &str) {
    logs::read_stranger(text, messages);
}

/// The body of an object in chunks: what comes of it in pieces of this many bytes, or nothing if it is
/// refused.
pub fn chunks(body: &[u8], cut: usize) -> Option<Vec<u8>> {
    s3::read_chunks(body, cut)
}

/// What stands in headers and documents of S3.
pub fn objects(text: &str) {
    s3::read_stranger(text);
}

/// The filter of an event source, over a record.
pub fn event_filter(text: &str, record: &str) {
    lambda::event_sources::read_stranger(text, record);
}

/// A file of API keys.
pub fn api_keys(text: &str) {
    apigateway::read_stranger(text);
}

/// A template, and a policy of a stack.
pub fn stack(text: &str) {
    cloudformation::read_stranger(text);
}
