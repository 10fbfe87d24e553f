//! As much XML as answers of the query protocol have: elements and text, no attributes to mind.

use serde_json::{Map, Value};

#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

impl Element {
    pub(crate) fn read(xml: &str) -> Self {
        let mut open = vec![Self::default()];
        for part in xml.split('<').skip(1) {
            let (tag, text) = part.split_once('>').unwrap();
            if tag.starts_with('?') {
                continue;
            }
            if tag.starts_with('/') {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
                continue;
            }
            let name = tag.trim_end_matches('/').split_whitespace().next().unwrap();
            let element = Self {
                name: name.to_owned(),
                text: unescape(text),
                children: Vec::new(),
            };
            if tag.ends_with('/') {
                open.last_mut().unwrap().children.push(element);
            } else {
                open.push(element);
            }
        }
        open.pop().unwrap().children.pop().unwrap()
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// By names joined with `/`.
    pub(crate) fn at(&self, path: &str) -> Option<&Self> {
        path.split('/')
            .try_fold(self, |element, name| element.child(name))
    }

    /// As a client that knows the model reads it: `like` says what is a list, a number, a document.
    pub(crate) fn shaped(&self, like: &Value) -> Value {
        match like {
            Value::Array(items) => {
                let like = items.first().unwrap_or(&Value::Null);
                self.children
                    .iter()
                    .map(|child| child.shaped(like))
                    .collect()
            }
            Value::Object(_) if self.text.starts_with('%') => document(&self.text),
            Value::Object(like) => self.members(Some(like)),
            Value::Number(_) | Value::Bool(_) => serde_json::from_str(&self.text).unwrap(),
            Value::Null | Value::String(_) if self.children.is_empty() => {
                Value::String(self.text.clone())
            }
            Value::Null | Value::String(_) => self.members(None),
        }
    }

    fn members(&self, like: Option<&Map<String, Value>>) -> Value {
        let member = |child: &Self| {
            let like = like.and_then(|like| like.get(&child.name));
            (
                child.name.clone(),
                child.shaped(like.unwrap_or(&Value::Null)),
            )
        };
        Value::Object(self.children.iter().map(member).collect())
    }
}

fn document(text: &str) -> Value {
    let text = percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .unwrap();
    serde_json::from_str(&text).unwrap()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
