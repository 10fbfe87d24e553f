//! One step of a request: who turned to whom, when, and what was said or decided.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// Who takes part in a request, in the order in which a diagram shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lane {
    Client,
    Gateway,
    Authorizer,
    Policy,
    Backend,
    Logs,
}

impl Lane {
    pub const ALL: [Self; 6] = [
        Self::Client,
        Self::Gateway,
        Self::Authorizer,
        Self::Policy,
        Self::Backend,
        Self::Logs,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Gateway => "gateway",
            Self::Authorizer => "authorizer",
            Self::Policy => "policy",
            Self::Backend => "backend",
            Self::Logs => "logs",
        }
    }
}

/// Which part of the gateway a step belongs to: its modules, in the order a request meets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    Arrival,
    Deployment,
    Throttle,
    UsagePlan,
    Cors,
    Routing,
    Authorizers,
    Authorization,
    Validation,
    Mapping,
    Invocation,
    Integrations,
    Response,
    Refusal,
    Logs,
}

impl StepKind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Deployment => "deployment",
            Self::Throttle => "throttle",
            Self::UsagePlan => "usage_plan",
            Self::Cors => "cors",
            Self::Routing => "routing",
            Self::Authorizers => "authorizers",
            Self::Authorization => "authorization",
            Self::Validation => "validation",
            Self::Mapping => "mapping",
            Self::Invocation => "invocation",
            Self::Integrations => "integrations",
            Self::Response => "response",
            Self::Refusal => "refusal",
            Self::Logs => "logs",
        }
    }
}

/// How a step ended, where that is worth a mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    #[default]
    Plain,
    Permitted,
    Refused,
    /// Would have been refused, and passes because permissions are only reported.
    Reported,
}

/// A step. Making one from a static text allocates nothing.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// Since the request arrived; set when the step is recorded.
    pub at_micros: u32,
    /// How long it took, where it took time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub took_micros: Option<u32>,
    pub from: Lane,
    /// The same lane for what somebody does alone.
    pub to: Lane,
    pub kind: StepKind,
    pub mark: Mark,
    pub text: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

impl Step {
    /// Somebody turns to somebody else.
    pub fn between(
        kind: StepKind,
        from: Lane,
        to: Lane,
        text: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            at_micros: 0,
            took_micros: None,
            from,
            to,
            kind,
            mark: Mark::Plain,
            text: text.into(),
            decision: None,
        }
    }

    /// Somebody does something alone.
    pub fn within(kind: StepKind, lane: Lane, text: impl Into<Cow<'static, str>>) -> Self {
        Self::between(kind, lane, lane, text)
    }

    #[must_use]
    pub const fn marked(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    #[must_use]
    pub const fn took(mut self, micros: u32) -> Self {
        self.took_micros = Some(micros);
        self
    }

    #[must_use]
    pub fn decided(mut self, decision: Decision) -> Self {
        self.decision = Some(decision);
        self
    }

    /// What the step holds on to, in bytes.
    pub(crate) fn weight(&self) -> usize {
        let text = match &self.text {
            Cow::Borrowed(_) => 0,
            Cow::Owned(text) => text.capacity(),
        };
        let decision = self.decision.as_ref().map_or(0, |decision| decision.weight);
        size_of::<Self>()
            .saturating_add(text)
            .saturating_add(decision)
    }
}

/// An explained decision. It is kept as it was made, and becomes text or JSON only when somebody
/// reads the journal, so that a request does not pay for it.
#[derive(Clone)]
pub struct Decision {
    explained: Arc<dyn Explained>,
    weight: usize,
}

impl Decision {
    /// `text` tells the explanation to a person. `weight` is about how many bytes it holds on to:
    /// it counts against the limits of the journal.
    pub fn new<T>(explanation: Arc<T>, text: fn(&T) -> String, weight: usize) -> Self
    where
        T: Serialize + Send + Sync + 'static,
    {
        Self {
            explained: Arc::new(Explanation { explanation, text }),
            weight,
        }
    }

    pub fn to_text(&self) -> String {
        self.explained.text()
    }
}

impl fmt::Debug for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Decision").field(&self.to_text()).finish()
    }
}

impl Serialize for Decision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = self.explained.json().map_err(serde::ser::Error::custom)?;
        json.serialize(serializer)
    }
}

trait Explained: Send + Sync {
    fn text(&self) -> String;
    fn json(&self) -> serde_json::Result<serde_json::Value>;
}

struct Explanation<T> {
    explanation: Arc<T>,
    text: fn(&T) -> String,
}

impl<T: Serialize + Send + Sync> Explained for Explanation<T> {
    fn text(&self) -> String {
        (self.text)(&self.explanation)
    }

    fn json(&self) -> serde_json::Result<serde_json::Value> {
        serde_json::to_value(self.explanation.as_ref())
    }
}
