//! Why a template can't be a stack, as a ValidationError says it.

use document::{Fault, Position, Span};
use template::Unknown;
use wire::Failure;

use crate::refused::Refused;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cloudformation) struct Invalid {
    pub(in crate::cloudformation) reason: String,
    position: Option<Position>,
}

/// How texts begin that AWS gives without a place, or with one in it.
const WITHOUT_PLACE: [&str; 7] = [
    "Circular dependency ",
    "Template format error: ",
    "Parameters: [",
    "Parameter ",
    "Template error: ",
    "Invalid template ",
    "[/",
];

impl Invalid {
    pub(super) fn at(reason: impl Into<String>, position: Position) -> Self {
        Self {
            reason: reason.into(),
            position: Some(position),
        }
    }

    pub(in crate::cloudformation) fn plainly(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            position: None,
        }
    }

    pub(super) fn first(faults: Vec<Fault>) -> Self {
        let first = faults.into_iter().next();
        first.map_or_else(|| Self::plainly("Parameters are invalid"), Self::from)
    }

    /// What is needed and not known.
    pub(super) fn unresolved(unknown: &Unknown, span: Span) -> Self {
        let reason = match unknown {
            Unknown::Import(name) => {
                return Self::plainly(format!("No export named {name} found."));
            }
            Unknown::Dynamic(text) => {
                format!("Could not resolve the dynamic reference {text}")
            }
            Unknown::Transform(name) => format!("Transform {name} is not supported"),
            Unknown::Attribute {
                resource,
                attribute,
            } => {
                return Self::plainly(format!(
                    "Template error: resource {resource} does not support attribute type {attribute} in Fn::GetAtt"
                ));
            }
            other => format!("Unable to resolve {other}"),
        };
        Self::at(reason, span.start)
    }

    /// With the place, where AWS's own text has none.
    pub(in crate::cloudformation) fn message(&self) -> String {
        let has_place = WITHOUT_PLACE
            .iter()
            .any(|start| self.reason.starts_with(start));
        match self.position {
            Some(Position { line, column }) if !has_place => {
                format!("{} (line {line}, column {column})", self.reason)
            }
            _ => self.reason.clone(),
        }
    }
}

impl From<Fault> for Invalid {
    fn from(fault: Fault) -> Self {
        Self {
            reason: fault.reason,
            position: fault.position,
        }
    }
}

impl From<Invalid> for Refused {
    fn from(invalid: Invalid) -> Self {
        Failure::new("ValidationError", 400, invalid.message()).into()
    }
}
