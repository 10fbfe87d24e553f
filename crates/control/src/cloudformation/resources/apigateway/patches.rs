//! Patch operations (API Gateway API reference, "Patch operations"): how a property that changed is told.

use serde_json::{Map, Value, json};

use super::super::Work;
use super::super::values::text;

#[derive(Debug, Default, PartialEq)]
pub(super) struct Patches(Vec<Value>);

impl Patches {
    pub(super) fn replace(&mut self, path: &str, value: &str) {
        self.0
            .push(json!({"op": "replace", "path": path, "value": value}));
    }

    pub(super) fn add(&mut self, path: &str, value: &str) {
        self.0
            .push(json!({"op": "add", "path": path, "value": value}));
    }

    pub(super) fn remove(&mut self, path: &str) {
        self.0.push(json!({"op": "remove", "path": path}));
    }

    /// Of a set whose items stand in the value.
    pub(super) fn remove_value(&mut self, path: &str, value: &str) {
        self.0
            .push(json!({"op": "remove", "path": path, "value": value}));
    }

    /// Those of the properties that are not what they were, each at its path. One that is gone becomes empty, which
    /// the services take for its default.
    pub(super) fn changed(
        &mut self,
        work: &Work<'_>,
        before: &Map<String, Value>,
        paths: &[(&str, &str)],
    ) {
        for (property, path) in paths {
            let now = work.get(property);
            if before.get(*property).filter(|was| !was.is_null()) != now {
                self.replace(path, &now.map(text).unwrap_or_default());
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn list(self) -> Value {
        Value::Array(self.0)
    }
}

/// One part of a path.
pub(super) fn escape(part: &str) -> String {
    part.replace('~', "~0").replace('/', "~1")
}
