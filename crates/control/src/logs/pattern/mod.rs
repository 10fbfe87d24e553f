//! Filter patterns (CloudWatch Logs user guide, "Filter pattern syntax for metric filters, subscription
//! filters, filter log events, and Live Tail"): terms, JSON conditions in braces, and columns in
//! brackets.

mod columns;
mod condition;
mod json;
mod regular;
mod terms;

use std::collections::BTreeMap;

use columns::Columns;
use json::Json;
use terms::Terms;

use crate::refused::Refused;

#[derive(Debug)]
pub(super) struct Pattern(Kind);

#[derive(Debug)]
enum Kind {
    Terms(Terms),
    Json(Json),
    Columns(Columns),
}

impl Pattern {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let text = text.trim();
        Ok(Self(match text.chars().next() {
            Some('{') => Kind::Json(Json::parse(text)?),
            Some('[') => Kind::Columns(Columns::parse(text)?),
            Some(_) | None => Kind::Terms(Terms::parse(text)?),
        }))
    }

    pub(super) fn matches(&self, message: &str) -> bool {
        match &self.0 {
            Kind::Terms(terms) => terms.matches(message),
            Kind::Json(json) => json.matches(message),
            Kind::Columns(columns) => columns.matches(message),
        }
    }

    /// What the pattern names in a message that matches, as TestMetricFilter shows it.
    pub(super) fn extract(&self, message: &str) -> BTreeMap<String, String> {
        match &self.0 {
            Kind::Terms(_) => BTreeMap::new(),
            Kind::Json(json) => json.extract(message),
            Kind::Columns(columns) => columns.extract(message),
        }
    }
}
