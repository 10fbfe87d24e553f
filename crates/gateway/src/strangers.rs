//! Parsers of what strangers send, for the fuzz targets alone: each takes any bytes and gives an answer.

use std::collections::BTreeMap;

use model::Model;

use crate::access_log::AccessLog;
use crate::authorizers::Verdict;
use crate::query::Query;
use crate::validation::Schema;
use crate::{compression, integrations, trace_context};

/// The most that is unpacked of a body.
const MOST_UNPACKED: usize = 1 << 20;

/// A model, and a body that is held to it.
pub fn schema(schema: &str, body: &[u8]) {
    let model = Model {
        id: "id".to_owned(),
        name: "Body".to_owned(),
        description: None,
        schema: Some(schema.to_owned()),
        content_type: "application/json".to_owned(),
    };
    let models = BTreeMap::from([("Body".to_owned(), model)]);
    let Ok(schema) = Schema::of_model("Body", &models) else {
        return;
    };
    if let Ok(body) = serde_json::from_slice(body) {
        let _fits = schema.check(&body);
    }
}

/// What functions answer: to a method, to a method that streams, and as an authorizer.
pub fn answers(answer: &[u8]) {
    integrations::read_answer(answer);
    let _verdict = Verdict::parse(answer);
}

/// Texts of a request's head, and the format of an access log; it is told whether the two ways to read
/// a query agree.
pub fn texts(text: &str) -> bool {
    let query = Query::parse(text);
    let last = |(name, values): (&str, Vec<&str>)| query.last(name) == values.last().copied();
    trace_context::read(text);
    let destination = "arn:aws:logs:us-east-1:111111111111:log-group:g";
    let _log = AccessLog::compile(Some(destination), Some(text));
    query.grouped().into_iter().all(last)
}

/// A body in a coding; it is told whether it could be unpacked.
pub fn packed(coding: &str, body: &[u8]) -> bool {
    let Ok(Some(coding)) = compression::of_request(Some(coding)) else {
        return false;
    };
    let unpacked = compression::unpacked(body, coding, MOST_UNPACKED);
    unpacked.is_ok_and(|bytes| bytes.len() <= MOST_UNPACKED)
}
