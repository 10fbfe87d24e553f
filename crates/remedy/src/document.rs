//! Whole documents, where a statement cannot be changed alone.

use policy::NewStatement;
use serde_json::{Value, json};

/// The statement as a value; its members keep their order.
pub(crate) fn statement(new: &NewStatement) -> Value {
    serde_json::from_str(&new.to_string()).unwrap_or_default()
}

/// A policy of this one statement.
pub(crate) fn alone(new: &NewStatement) -> Value {
    json!({"Version": "2012-10-17", "Statement": [statement(new)]})
}

/// Statements in one list, of which the first may be a list already.
pub(crate) fn listed(statements: &str, next: &str) -> String {
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let mut all = match read(statements) {
        Value::Array(all) => all,
        one => vec![one],
    };
    all.push(read(next));
    Value::Array(all).to_string()
}

/// The document with the statement added; a document that can't be read, or none, is replaced.
pub(crate) fn with(document: Option<&str>, new: &NewStatement) -> Value {
    let parsed = document.and_then(|text| serde_json::from_str(text).ok());
    let Some(Value::Object(mut document)) = parsed else {
        return alone(new);
    };
    let mut statements = match document.remove("Statement") {
        Some(Value::Array(statements)) => statements,
        Some(one) => vec![one],
        None => Vec::new(),
    };
    statements.push(statement(new));
    document.insert("Statement".to_owned(), Value::Array(statements));
    Value::Object(document)
}
