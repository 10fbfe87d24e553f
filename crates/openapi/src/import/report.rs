//! What an import has to say: problems and warnings, each with its place in the document.

use super::{Problem, Warning, WarningOrigin};
use document::Node;

/// Beyond this many, problems and warnings are only counted: each costs a walk through the document.
const MAX_ENTRIES: usize = 100;

/// Why a part of the document can't be taken, and which part.
#[derive(Debug)]
pub(super) struct Refusal<'a> {
    pub(super) at: &'a Node,
    pub(super) reason: String,
}

impl<'a> Refusal<'a> {
    pub(super) fn new(at: &'a Node, reason: impl Into<String>) -> Self {
        Self {
            at,
            reason: reason.into(),
        }
    }
}

pub(super) struct Report<'a> {
    root: &'a Node,
    pub(super) problems: Vec<Problem>,
    pub(super) warnings: Vec<Warning>,
    untold_warnings: usize,
}

impl<'a> Report<'a> {
    pub(super) fn new(root: &'a Node) -> Self {
        Self {
            root,
            problems: Vec::new(),
            warnings: Vec::new(),
            untold_warnings: 0,
        }
    }

    /// Whether another problem would not be told.
    pub(super) fn is_full(&self) -> bool {
        self.problems.len() >= MAX_ENTRIES
    }

    pub(super) fn problem(&mut self, at: &Node, message: impl Into<String>) {
        self.push_problem(at, message.into(), None);
    }

    /// A problem for which AWS has nothing but its general message.
    pub(super) fn unreadable(&mut self, at: &Node, cause: &str) {
        self.push_problem(at, super::INVALID_INPUT.to_owned(), Some(cause.to_owned()));
    }

    fn push_problem(&mut self, at: &Node, message: String, cause: Option<String>) {
        if !self.is_full() {
            let position = Some(at.position);
            let path = self.root.pointer_to(at).unwrap_or_default();
            self.problems.push(Problem {
                message,
                cause,
                position,
                path,
            });
        }
    }

    /// A warning that AWS itself gives.
    pub(super) fn aws_warning(&mut self, at: &Node, message: impl Into<String>) {
        self.push_warning(at, message.into(), WarningOrigin::Aws);
    }

    /// A warning for the journal and the log.
    pub(super) fn note(&mut self, at: &Node, message: impl Into<String>) {
        self.push_warning(at, message.into(), WarningOrigin::Portcullis);
    }

    fn push_warning(&mut self, at: &Node, message: String, origin: WarningOrigin) {
        // AWS's own are never left out: `failonwarnings` hangs on them.
        if origin == WarningOrigin::Portcullis && self.warnings.len() >= MAX_ENTRIES {
            self.untold_warnings += 1;
            return;
        }
        let told = self.warnings.len() < MAX_ENTRIES;
        let path = told
            .then(|| self.root.pointer_to(at))
            .flatten()
            .unwrap_or_default();
        let position = Some(at.position);
        self.warnings.push(Warning {
            message,
            position,
            path,
            origin,
        });
    }

    /// Notes the keys of a map that nothing reads. Extensions of other vendors are not ours to judge.
    pub(super) fn unread_keys(&mut self, map: &Node, known: &[&str], place: &str) {
        for entry in map.entries() {
            let extension = entry.key.starts_with("x-amazon-apigateway-");
            let foreign = entry.key.starts_with("x-") && !extension;
            if foreign || known.contains(&entry.key.as_str()) {
                continue;
            }
            let message = format!(
                "attribute {place}.{} is not supported and was left out",
                entry.key
            );
            let origin = if extension {
                WarningOrigin::UnknownExtension
            } else {
                WarningOrigin::Portcullis
            };
            self.push_warning(&entry.node, message, origin);
        }
    }

    /// The warnings, the last of which counts those that were left out.
    pub(super) fn into_warnings(mut self) -> Vec<Warning> {
        if self.untold_warnings > 0 {
            let message = format!("{} more warnings", self.untold_warnings);
            self.untold_warnings = 0;
            self.push_last(message);
        }
        self.warnings
    }

    fn push_last(&mut self, message: String) {
        self.warnings.push(Warning {
            message,
            position: None,
            path: String::new(),
            origin: WarningOrigin::Portcullis,
        });
    }
}
