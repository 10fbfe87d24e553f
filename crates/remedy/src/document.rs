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
