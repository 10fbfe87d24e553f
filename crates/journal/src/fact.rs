//! What a request left behind for whoever asks why it was refused: nothing that steps and cause say
//! already, and nothing that can be looked up later.

use serde::{Deserialize, Serialize};

/// Something that was so when the request was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The request came from a page of a browser.
    Browser {
        origin: String,
        /// What the page asks beforehand: the method, and the headers it wants to send.
        preflight: Option<Preflight>,
        /// Whether the answer lets the page read it.
        readable: bool,
    },
    /// A policy of a Lambda authorizer decided.
    AuthorizerPolicy {
        authorizer: String,
        /// Masked.
        principal: String,
        /// The ARN of the method for whose call the policy was made.
        made_for: String,
        age_millis: u64,
        ttl_seconds: u64,
    },
    /// A function was asked for in a role.
    Role { arn: String },
    /// An address needs a variable that the stage does not have.
    StageVariable { name: String, uri: String },
    /// What API Gateway's execution log says of the refusal.
    LogLine { text: String },
    /// The trace that the request belongs to, in hexadecimal digits, and who asks in it.
    Trace { id: String, parent: Option<String> },
}

/// What a browser asks with OPTIONS before it makes a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preflight {
    pub method: String,
    pub headers: Option<String>,
}

impl Fact {
    /// With each text made short enough to be kept.
    pub(crate) fn shortened(mut self, shorten: fn(&mut String)) -> Self {
        for text in self.texts_mut() {
            shorten(text);
        }
        self
    }

    fn texts_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Browser {
                origin, preflight, ..
            } => {
                let mut texts = vec![origin];
                if let Some(Preflight { method, headers }) = preflight {
                    texts.push(method);
                    texts.extend(headers);
                }
                texts
            }
            Self::AuthorizerPolicy {
                authorizer,
                principal,
                made_for,
                ..
            } => vec![authorizer, principal, made_for],
            Self::Role { arn } => vec![arn],
            Self::StageVariable { name, uri } => vec![name, uri],
            Self::LogLine { text } => vec![text],
            Self::Trace { id, parent } => std::iter::once(id).chain(parent).collect(),
        }
    }

    /// What the fact holds on to, in bytes.
    pub(crate) fn weight(&self) -> usize {
        let texts = match self {
            Self::Browser {
                origin, preflight, ..
            } => {
                let asked = preflight.as_ref().map_or(0, |asked| {
                    asked.method.capacity() + asked.headers.as_ref().map_or(0, String::capacity)
                });
                origin.capacity() + asked
            }
            Self::AuthorizerPolicy {
                authorizer,
                principal,
                made_for,
                ..
            } => authorizer.capacity() + principal.capacity() + made_for.capacity(),
            Self::Role { arn } => arn.capacity(),
            Self::StageVariable { name, uri } => name.capacity() + uri.capacity(),
            Self::LogLine { text } => text.capacity(),
            Self::Trace { id, parent } => {
                id.capacity() + parent.as_ref().map_or(0, String::capacity)
            }
        };
        size_of::<Self>() + texts
    }
}
