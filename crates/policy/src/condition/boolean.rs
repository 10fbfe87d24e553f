//! `true` and `false`, in any case, or a variable that stands for one of them (IAM user guide,
//! "Condition operators", Boolean: a policy variable may be used).

use super::Variables;
use crate::context::Context;
use crate::glob::{Case, Glob, Reach, Syntax};

/// One value of the policy.
#[derive(Debug)]
pub(super) enum Truth {
    Plain(bool),
    Variable(Glob),
}

impl Truth {
    pub(super) fn parse(text: &str, variables: Variables) -> Result<Self, String> {
        if variables == Variables::Literal || !text.starts_with("${") {
            return parse(text).map(Self::Plain);
        }
        let syntax = Syntax {
            wildcards: false,
            variables: true,
            case: Case::Ignored,
            reach: Reach::Anywhere,
        };
        let glob = Glob::parse(text, syntax)?;
        if glob.has_variable() {
            Ok(Self::Variable(glob))
        } else {
            Err(refusal(text))
        }
    }

    pub(super) fn is(&self, seen: bool, context: &Context) -> bool {
        match self {
            Self::Plain(value) => *value == seen,
            Self::Variable(glob) => glob.matches(if seen { "true" } else { "false" }, context),
        }
    }

    pub(super) fn pattern(&self) -> Option<&Glob> {
        match self {
            Self::Plain(_) => None,
            Self::Variable(glob) => Some(glob),
        }
    }
}

pub(super) fn parse(text: &str) -> Result<bool, String> {
    read(text).ok_or_else(|| refusal(text))
}

fn refusal(text: &str) -> String {
    format!("{text:?} is neither true nor false")
}

pub(super) fn read(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        return Some(true);
    }
    text.eq_ignore_ascii_case("false").then_some(false)
}
