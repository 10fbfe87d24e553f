//! What stays of a request.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;

use model::Timestamp;
use serde::Serialize;

use crate::{Step, StepKind};

/// Whether a refused invocation was refused, or only noted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PermissionsMode {
    #[default]
    Enforce,
    Report,
}

/// One request from arrival to answer. Its JSON is what `/_portcullis/journal` answers.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    pub request_id: String,
    pub api_id: Arc<str>,
    pub stage: Arc<str>,
    pub method: Cow<'static, str>,
    /// As it came, with a query string only if that was masked.
    pub path: String,
    /// Milliseconds since 1970.
    pub started: Timestamp,
    pub duration_micros: u32,
    /// What the caller read.
    pub status: u16,
    pub outcome: Outcome,
    pub source_ip: Option<IpAddr>,
    /// Who the caller was found to be; never a secret.
    pub caller: Option<String>,
    pub permissions_mode: PermissionsMode,
    pub steps: Vec<Step>,
    /// Steps that there was no room for.
    pub steps_left_out: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Answered,
    /// Boxed, since most requests are answered.
    Refused(Box<Refusal>),
}

impl Outcome {
    pub fn refused(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// Why a request was refused: what the caller is not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The part of the gateway that refused.
    pub layer: StepKind,
    /// The gateway's name of the refusal.
    pub kind: Cow<'static, str>,
    pub cause: String,
    /// What would let the request pass, for instance a command to run.
    pub fix: Option<String>,
}

impl Entry {
    /// What the entry holds on to, in bytes. The API's id and the stage are shared with others.
    pub(crate) fn weight(&self) -> usize {
        let steps: usize = self.steps.iter().map(Step::weight).sum();
        let refusal = match &self.outcome {
            Outcome::Answered => 0,
            Outcome::Refused(refusal) => refusal.weight(),
        };
        size_of::<Self>()
            + self.request_id.capacity()
            + self.method.len()
            + self.path.capacity()
            + self.caller.as_ref().map_or(0, String::capacity)
            + refusal
            + steps
    }
}

impl Refusal {
    fn weight(&self) -> usize {
        size_of::<Self>() + self.cause.capacity() + self.fix.as_ref().map_or(0, String::capacity)
    }
}
