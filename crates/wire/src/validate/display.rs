//! Values as Java prints them, which is how AWS tells them back.

use crate::document::Document;

pub(super) fn java(value: &Document) -> String {
    match value {
        Document::Null => "null".to_owned(),
        Document::Boolean(value) => value.to_string(),
        Document::Integer(value) => value.to_string(),
        Document::Float(value) => double(*value),
        Document::String(text) => text.clone(),
        Document::Blob(bytes) => format!(
            "java.nio.HeapByteBuffer[pos=0 lim={0} cap={0}]",
            bytes.len()
        ),
        Document::Timestamp(time) => time.0.to_string(),
        Document::List(items) => {
            let items: Vec<String> = items.iter().map(java).collect();
            format!("[{}]", items.join(", "))
        }
        Document::Members(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|(key, value)| format!("{key}={}", java(value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
        Document::Value(value) => value.to_string(),
    }
}

/// A double always has a fraction.
pub(super) fn double(value: f64) -> String {
    format!("{value:?}")
}
