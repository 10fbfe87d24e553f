//! `$context.requestOverride` and `$context.responseOverride`: the one place where a template
//! changes more than its own text.

use std::rc::Rc;

use indexmap::IndexMap;
use serde_json::Value as Json;

use super::{Overrides, Renderer};
use crate::velocity::TemplateError;
use crate::velocity::value::{Key, Map, MapId, Value};
use crate::{RequestOverride, ResponseOverride};

/// What means something to the gateway.
const REQUEST: [&str; 3] = ["header", "querystring", "path"];
const RESPONSE: [&str; 2] = ["header", "status"];

impl<'s> Renderer<'s> {
    pub(super) fn request_override(&mut self) -> Result<Value<'s>, TemplateError> {
        self.overrides()
            .map(|overrides| Value::Map(overrides.request))
    }

    pub(super) fn response_override(&mut self) -> Result<Value<'s>, TemplateError> {
        self.overrides()
            .map(|overrides| Value::Map(overrides.response))
    }

    fn overrides(&mut self) -> Result<Overrides, TemplateError> {
        if let Some(overrides) = self.overrides {
            return Ok(overrides);
        }
        let request = self.seeded("requestOverride", &REQUEST)?;
        let response = self.seeded("responseOverride", &["header"])?;
        let overrides = Overrides { request, response };
        self.overrides = Some(overrides);
        Ok(overrides)
    }

    /// Starts from what an earlier template of the same request assigned.
    fn seeded(&mut self, name: &str, parts: &[&str]) -> Result<MapId, TemplateError> {
        let scope = self.scope;
        let mut map = match scope.context.get(name) {
            Some(earlier @ Json::Object(_)) => match self.owned(earlier)? {
                Value::Map(id) => self.heap.entries(id).clone(),
                _ => Map::new(),
            },
            _ => Map::new(),
        };
        for part in parts {
            if !map.contains_key(*part) {
                let empty = self.new_map(Map::new())?;
                map.insert(Key::Text(Rc::from(*part)), empty);
            }
        }
        Ok(self.heap.map(map))
    }

    pub(super) fn taken_overrides(
        &mut self,
    ) -> Result<(RequestOverride, ResponseOverride), TemplateError> {
        let Some(overrides) = self.overrides else {
            return Ok(Default::default());
        };
        let request = RequestOverride {
            headers: self.strings(overrides.request, "header")?,
            querystring: self.strings(overrides.request, "querystring")?,
            path: self.strings(overrides.request, "path")?,
            other: self.others(overrides.request, &REQUEST)?,
        };
        let headers = self.strings(overrides.response, "header")?;
        let status = self.heap.entries(overrides.response).get("status").cloned();
        let status = status.map(|status| self.status(&status)).transpose()?;
        let other = self.others(overrides.response, &RESPONSE)?;
        let response = ResponseOverride {
            headers,
            status,
            other,
        };
        Ok((request, response))
    }

    /// All but the parts that mean something, as text.
    fn others(
        &mut self,
        holder: MapId,
        parts: &[&str],
    ) -> Result<IndexMap<String, String>, TemplateError> {
        let entries = self.heap.entries(holder).clone();
        let mut others = IndexMap::new();
        for (key, value) in &entries {
            let key = self.text(&key.value())?;
            if !parts.contains(&&*key) {
                let value = self.text(value)?;
                others.insert(key.to_string(), value.to_string());
            }
        }
        Ok(others)
    }

    fn strings(
        &mut self,
        holder: MapId,
        part: &str,
    ) -> Result<IndexMap<String, String>, TemplateError> {
        let Some(Value::Map(id)) = self.heap.entries(holder).get(part).cloned() else {
            return Ok(IndexMap::new());
        };
        let entries = self.heap.entries(id).clone();
        let mut strings = IndexMap::with_capacity(entries.len());
        for (key, value) in &entries {
            let (key, value) = (self.text(&key.value())?, self.text(value)?);
            strings.insert(key.to_string(), value.to_string());
        }
        Ok(strings)
    }

    fn status(&mut self, value: &Value<'s>) -> Result<u16, TemplateError> {
        let text = self.text(value)?;
        let status = text
            .trim()
            .parse()
            .ok()
            .filter(|status| (100..=599).contains(status));
        status.ok_or_else(|| TemplateError::Status(text.chars().take(64).collect()))
    }
}
