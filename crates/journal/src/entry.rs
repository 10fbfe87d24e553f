//! What stays of a request.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;

use model::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Fact, Mark, Step, StepKind};

/// Whether a refused invocation was refused, or only noted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PermissionsMode {
    #[default]
    Enforce,
    Report,
}

/// What stands in the place of a stage where lines that a function or a stage of an API printed were not written.
pub const LOG_LINES: &str = "log-lines";

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
    /// What else is worth knowing, for whoever asks why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
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
    /// The same fix for other tools.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forms: Option<Box<Forms>>,
}

/// One fix, ready to be pasted into what an API is made with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forms {
    /// The statement as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub swagger: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloudformation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sam: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terraform: Option<String>,
}

impl Forms {
    fn weight(&self) -> usize {
        let texts = [
            &self.statement,
            &self.swagger,
            &self.cloudformation,
            &self.sam,
            &self.terraform,
        ];
        let texts = texts.into_iter().flatten().map(String::capacity);
        size_of::<Self>() + texts.sum::<usize>()
    }
}

impl Entry {
    /// Whether the request was refused, or would have been.
    pub fn is_refused(&self) -> bool {
        let reported = |step: &Step| step.mark == Mark::Reported;
        matches!(self.outcome, Outcome::Refused(_)) || self.steps.iter().any(reported)
    }

    /// Whether it is about what followed from a request and not about one, so that whoever means the last one does
    /// not mean this.
    pub fn is_aside(&self) -> bool {
        &*self.stage == LOG_LINES
    }

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
            + self.facts.iter().map(Fact::weight).sum::<usize>()
    }
}

impl Refusal {
    fn weight(&self) -> usize {
        let forms = self.forms.as_ref().map_or(0, |forms| forms.weight());
        let fix = self.fix.as_ref().map_or(0, String::capacity);
        size_of::<Self>() + self.cause.capacity() + fix + forms
    }
}
