//! An output on its way out.

use bytes::Bytes;
use http::Response;

use crate::{
    document::{Document, Shape},
    json,
    operation::Operation,
    query, request_id, rest_json, rest_xml,
    schema::{OperationSchema, Protocol},
};

/// Answers with the operation's own output.
pub fn answer<O: Operation>(output: O::Output, request_id: &str) -> Response<Bytes> {
    encode(O::SCHEMA, output.into_document(), request_id)
}

/// Writes a document as the operation's output.
pub fn encode(operation: &OperationSchema, output: Document, request_id: &str) -> Response<Bytes> {
    let response = match operation.service.protocol {
        Protocol::RestJson => rest_json::encode(operation, output),
        Protocol::RestXml => rest_xml::encode(operation, output),
        Protocol::Query => query::encode(operation, output, request_id),
        Protocol::Json10 | Protocol::Json11 => json::encode(operation, output),
    };
    request_id::stamp(response, operation.service.protocol, request_id)
}
