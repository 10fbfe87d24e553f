//! One thing found: which rule, where, what was expected there, and what would mend it.

use std::fmt;

use document::Span;

use crate::mend::Step;
use crate::rules::Rule;

/// How much a finding matters. Notes alone don't fail a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A part of a file that is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which of the files, from zero.
    pub file: usize,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub struct Found {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub message: String,
    pub place: Place,
    /// What it is about, the same from run to run: part of the fingerprint.
    pub subject: String,
    pub expected: Option<String>,
    pub found: Option<String>,
    pub notes: Vec<String>,
    /// Other places that belong to it.
    pub related: Vec<(Place, String)>,
    pub fix: Option<Fix>,
    /// Why nothing is written for it, where it is not the rule that says so.
    pub by_hand: Option<&'static str>,
    /// AWS's page, where there is one.
    pub learn_more: Option<String>,
}

/// What would mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub title: String,
    /// To be pasted by a person.
    pub paste: Option<String>,
    /// What changes in the documents.
    pub steps: Vec<Step>,
    /// The same as characters of the files; nothing where a step has no place there.
    pub edits: Vec<Edit>,
}

/// A part of a file replaced; nothing is replaced where the span is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub place: Place,
    pub text: String,
}

impl Found {
    pub(crate) fn new(
        rule: &'static Rule,
        place: Place,
        subject: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            place,
            subject: subject.into(),
            expected: None,
            found: None,
            notes: Vec::new(),
            related: Vec::new(),
            fix: None,
            by_hand: None,
            learn_more: None,
        }
    }

    /// What should stand there, beside what does.
    pub(crate) fn beside(mut self, expected: impl Into<String>, found: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self.found = Some(found.into());
        self
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(crate) fn related(mut self, place: Option<Place>, label: impl Into<String>) -> Self {
        self.related
            .extend(place.map(|place| (place, label.into())));
        self
    }

    pub(crate) fn paste(mut self, title: impl Into<String>, text: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            title: title.into(),
            paste: Some(text.into()),
            steps: Vec::new(),
            edits: Vec::new(),
        });
        self
    }

    /// What `--fix` writes; the text to be pasted stays where there is one.
    pub(crate) fn mend(mut self, title: impl Into<String>, steps: Vec<Step>) -> Self {
        let paste = self.fix.take().and_then(|fix| fix.paste);
        self.fix = Some(Fix {
            title: title.into(),
            paste,
            steps,
            edits: Vec::new(),
        });
        self
    }

    /// Without anything that `--fix` would write, and why.
    pub(crate) fn by_hand(mut self, why: &'static str) -> Self {
        if let Some(fix) = &mut self.fix {
            fix.steps.clear();
        }
        self.by_hand = Some(why);
        self
    }

    pub(crate) fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Stays the same when lines move: of the rule, the file and what it is about.
    pub fn fingerprint(&self, file: &str) -> String {
        let text = format!("{}\0{file}\0{}", self.rule.id, self.subject);
        format!(
            "{:016x}{:016x}",
            fnv(&text, 0xcbf2_9ce4_8422_2325),
            fnv(&text, 0x9e37_79b9_7f4a_7c15)
        )
    }
}

/// FNV-1a from a given start.
fn fnv(text: &str, start: u64) -> u64 {
    text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
