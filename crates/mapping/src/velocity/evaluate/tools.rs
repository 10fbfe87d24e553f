//! `$input`, `$util`, `$context` and `$stageVariables`.

use std::borrow::Cow;
use std::fmt::Write;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use indexmap::IndexMap;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value as Json;

use super::reference::scalar_or_view;
use super::{Renderer, failed};
use crate::java;
use crate::jsonpath::{Found, Path, PathError};
use crate::velocity::TemplateError;
use crate::velocity::value::{Key, Kind, Map, Tool, Value};

/// What `java.net.URLEncoder` leaves as it is, besides letters and digits. A blank becomes a plus.
const FORM: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'.')
    .remove(b'-')
    .remove(b'*')
    .remove(b'_')
    .remove(b' ');

impl<'s> Renderer<'s> {
    pub(in crate::velocity) fn tool_property(
        &mut self,
        tool: Tool,
        name: &str,
    ) -> Result<Value<'s>, TemplateError> {
        match (tool, name) {
            (Tool::Input, "body") => self.made(self.body()),
            (Tool::Context, "requestOverride") => self.request_override(),
            (Tool::Context, "responseOverride") => self.response_override(),
            (Tool::Context, name) => Ok(self
                .scope
                .context
                .get(name)
                .map_or(Value::Null, scalar_or_view)),
            (Tool::StageVariables, name) => {
                let found = self.scope.stage_variables.get(name);
                Ok(found.map_or(Value::Null, |value| Value::text(value)))
            }
            (Tool::Input | Tool::Util, _) => Ok(Value::Null),
        }
    }

    /// A tool as a map, for whatever asks for more than one of its properties.
    pub(in crate::velocity) fn tool_value(
        &mut self,
        tool: Tool,
    ) -> Result<Value<'s>, TemplateError> {
        match tool {
            Tool::Context => self.owned(self.scope.context),
            Tool::StageVariables => {
                if let Some(id) = self.stage_variables {
                    return Ok(Value::Map(id));
                }
                let map = self.string_map(self.scope.stage_variables.iter())?;
                self.stage_variables = match map {
                    Value::Map(id) => Some(id),
                    _ => None,
                };
                Ok(map)
            }
            Tool::Input => Err(failed("$input", "it has no text of its own")),
            Tool::Util => Err(failed("$util", "it has no text of its own")),
        }
    }

    fn string_map<'a>(
        &mut self,
        entries: impl Iterator<Item = (&'a String, &'a String)>,
    ) -> Result<Value<'s>, TemplateError> {
        let mut map = Map::new();
        for (key, value) in entries {
            map.insert(Key::Text(Rc::from(key.as_str())), self.made(value)?);
        }
        self.new_map(map)
    }

    pub(in crate::velocity) fn input_method(
        &mut self,
        name: &str,
        arguments: &[Value<'s>],
    ) -> Result<Value<'s>, TemplateError> {
        match (name, arguments) {
            ("getBody", []) => self.made(self.body()),
            ("params", []) => self.params(),
            ("params", [name]) => {
                let name = self.text(name)?;
                let found = self.scope.input.params.find(&name);
                Ok(found.map_or(Value::Null, Value::text))
            }
            ("path", [path]) => self.input_path(path),
            ("json", [path]) => self.input_json(path),
            _ => Ok(Value::Null),
        }
    }

    /// An absent body is an empty object to a template.
    fn body(&self) -> &'s str {
        let body = self.scope.input.body;
        if body.is_empty() { "{}" } else { body }
    }

    fn params(&mut self) -> Result<Value<'s>, TemplateError> {
        let params = self.scope.input.params;
        let kinds: [(&str, &IndexMap<String, String>); 3] = [
            ("path", &params.path),
            ("querystring", &params.querystring),
            ("header", &params.header),
        ];
        let mut map = Map::new();
        for (kind, values) in kinds {
            map.insert(Key::Text(Rc::from(kind)), self.string_map(values.iter())?);
        }
        self.new_map(map)
    }

    fn input_path(&mut self, path: &Value<'s>) -> Result<Value<'s>, TemplateError> {
        let path = self.json_path(path)?;
        let document = self.document()?;
        match path.find(&document) {
            Ok(Found::One(value)) => self.owned(&value),
            Ok(Found::Many(values)) => {
                let items = values.into_iter().map(|value| self.owned(value));
                let items = items.collect::<Result<_, _>>()?;
                self.new_list(items, Kind::Document)
            }
            Err(PathError::NotFound) => Ok(Value::Null),
            Err(error) => Err(failed("$input", error.to_string())),
        }
    }

    fn input_json(&mut self, path: &Value<'s>) -> Result<Value<'s>, TemplateError> {
        let path = self.json_path(path)?;
        let document = self.document()?;
        let mut out = String::new();
        match path.find(&document) {
            Ok(Found::One(value)) => java::json(&mut out, &value),
            Ok(Found::Many(values)) => java::json_array(&mut out, values.into_iter()),
            // What a path does not find is an empty string, in quotes.
            Err(PathError::NotFound) => out.push_str("\"\""),
            Err(error) => return Err(failed("$input", error.to_string())),
        }
        self.made(&out)
    }

    fn json_path(&mut self, path: &Value<'s>) -> Result<Path, TemplateError> {
        let path = self.text(path)?;
        Path::parse(&path).map_err(|error| failed("$input", error.to_string()))
    }

    /// The body as a document, read when it is first asked for. A body that doesn't look like
    /// JSON is one string, as json-smart reads it.
    fn document(&mut self) -> Result<Rc<Json>, TemplateError> {
        if let Some(document) = &self.document {
            return Ok(Rc::clone(document));
        }
        let body = self.body();
        self.budget.make(body.len().saturating_mul(2))?;
        let document = match serde_json::from_str(body) {
            Ok(document) => document,
            Err(_) if !body.trim_start().starts_with(['{', '[', '"']) => Json::from(body),
            Err(error) => return Err(failed("$input", format!("the body is not JSON: {error}"))),
        };
        let document = Rc::new(document);
        self.document = Some(Rc::clone(&document));
        Ok(document)
    }

    pub(in crate::velocity) fn util_method(
        &mut self,
        name: &str,
        arguments: &[Value<'s>],
    ) -> Result<Value<'s>, TemplateError> {
        let [argument] = arguments else {
            return Ok(Value::Null);
        };
        let text = self.text(argument)?;
        self.budget.make(text.len())?;
        match name {
            "escapeJavaScript" => self.made(&escape_javascript(&text)),
            "parseJson" => self.parse_json(&text),
            "urlEncode" => self.made(&url_encode(&text)),
            "urlDecode" => {
                let decoded = url_decode(&text).map_err(|error| failed("urlDecode", error))?;
                self.made(&decoded)
            }
            "base64Encode" => self.made(&STANDARD.encode(text.as_bytes())),
            "base64Decode" => {
                let bytes = STANDARD.decode(text.as_bytes());
                let bytes = bytes.map_err(|error| failed("base64Decode", error.to_string()))?;
                self.made(&String::from_utf8_lossy(&bytes))
            }
            _ => Ok(Value::Null),
        }
    }

    fn parse_json(&mut self, text: &str) -> Result<Value<'s>, TemplateError> {
        let document: Json = serde_json::from_str(text)
            .map_err(|error| failed("parseJson", format!("the argument is not JSON: {error}")))?;
        self.owned(&document)
    }
}

/// `StringEscapeUtils.escapeJavaScript` of Apache Commons Lang 2, on which AWS's name rests.
fn escape_javascript(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '\'' | '"' | '\\' | '/' => {
                out.push('\\');
                out.push(character);
            }
            '\u{8}' => out.push_str("\\b"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            ' '..='\u{7f}' => out.push(character),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    // Writing to a String can't fail.
                    let _ = write!(out, "\\u{unit:04X}");
                }
            }
        }
    }
    out
}

fn url_encode(text: &str) -> String {
    let encoded: Cow<'_, str> = utf8_percent_encode(text, FORM).into();
    encoded.replace(' ', "+")
}

fn url_decode(text: &str) -> Result<String, &'static str> {
    let complete = text.split('%').skip(1).all(|part| {
        part.as_bytes()
            .get(..2)
            .is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    });
    if !complete {
        return Err("a percent sign does not precede two hex digits");
    }
    let spaced = text.replace('+', " ");
    Ok(percent_decode_str(&spaced).decode_utf8_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn javascript_is_escaped_as_in_commons_lang() {
        let escaped = escape_javascript("it's \"a/b\"\\\n\u{1}é😀");
        assert_eq!(escaped, r#"it\'s \"a\/b\"\\\n\u0001\u00E9\uD83D\uDE00"#);
    }

    #[test]
    fn forms_are_encoded_as_in_java() {
        assert_eq!(url_encode("a b&c=é*~"), "a+b%26c%3D%C3%A9*%7E");
        assert_eq!(url_decode("a+b%26c%3D%C3%A9*%7E").unwrap(), "a b&c=é*~");
        assert!(url_decode("%4").is_err());
    }
}
