//! What is told of a request, as data: the contract of `portcullis why --format json`.

use serde::{Deserialize, Serialize};

use crate::{Entry, Forms, Refusal};

/// Members are only added while the version stays.
const VERSION: u32 = 1;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub version: u32,
    pub request_id: String,
    pub method: String,
    pub path: String,
    pub api: String,
    pub stage: String,
    /// What the caller read.
    pub status: u16,
    pub caller: Option<String>,
    /// Milliseconds since 1970.
    pub started: i64,
    /// Whether it was refused, or would have been were permissions enforced.
    pub refused: bool,
    /// Which part refused: its name in the trace.
    pub layer: Option<String>,
    /// The gateway response type, or the error of the AWS API.
    pub kind: Option<String>,
    /// What happened, in one sentence.
    pub what: String,
    /// Why, in one sentence; what the caller is not told.
    pub because: Option<String>,
    pub nearest: Option<NearMiss>,
    /// What would have to be true.
    pub needed: Vec<String>,
    /// What else was seen.
    pub notes: Vec<String>,
    pub fix: Fixes,
}

/// The smallest change that ends the refusal, in the forms that there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Fixes {
    /// Lines for a POSIX shell; comments where no command would do.
    pub cli: Option<String>,
    #[serde(flatten)]
    pub forms: Forms,
}

/// The statement that came closest to a grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NearMiss {
    pub policy: String,
    pub sid: Option<String>,
    /// What kept it from applying.
    pub sentence: String,
    pub compared: Vec<Compared>,
}

/// One element: what the statement says beside what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    pub element: String,
    pub pattern: String,
    /// None where the request lacks it.
    pub value: Option<String>,
    /// The bytes in which they differ, from the first to behind the last.
    pub pattern_differs: Option<(usize, usize)>,
    pub value_differs: Option<(usize, usize)>,
    /// Patterns that are further off.
    pub other_patterns: usize,
}

impl Report {
    pub(super) fn of(entry: &Entry) -> Self {
        Self {
            version: VERSION,
            request_id: entry.request_id.clone(),
            method: entry.method.to_string(),
            path: entry.path.clone(),
            api: entry.api_id.to_string(),
            stage: entry.stage.to_string(),
            status: entry.status,
            caller: entry.caller.clone(),
            started: entry.started.millis(),
            refused: entry.is_refused(),
            ..Self::default()
        }
    }

    pub(super) fn refused_by(&mut self, refusal: &Refusal) {
        self.layer = Some(refusal.layer.name().to_owned());
        self.kind = Some(refusal.kind.to_string());
        self.what = format!(
            "It was refused by {} ({})",
            refusal.layer.name(),
            refusal.kind
        );
        self.because = Some(refusal.cause.clone());
        self.fix.cli.clone_from(&refusal.fix);
        if let Some(forms) = &refusal.forms {
            self.fix.forms = (**forms).clone();
        }
    }

    pub(super) fn needs(&mut self, what: impl Into<String>) {
        self.needed.push(what.into());
    }

    pub(super) fn note(&mut self, what: impl Into<String>) {
        self.notes.push(what.into());
    }

    /// Only where the refusal itself brought no fix.
    pub(super) fn fix_with(&mut self, commands: String) {
        self.fix.cli.get_or_insert(commands);
    }
}
