//! PC024 to PC026 and PC030: what the lint of policies finds, in the four grades of IAM Access Analyzer.

use super::Rule;
use crate::found::Severity;

pub(super) const ERROR: Rule = Rule {
    id: "PC024",
    name: "policy-error",
    severity: Severity::Error,
    summary: "A part of a policy does not work.",
    why: "An action that AWS does not have, a malformed ARN or a condition operator without meaning makes a statement that never matches, or a policy that IAM refuses. The message is that of IAM Access Analyzer, and names its check.",
    mend: "Correct what the message names; the page behind it says how.",
    fix: "is left: what was meant is not known.",
};

pub(super) const SECURITY: Rule = Rule {
    id: "PC025",
    name: "policy-security-warning",
    severity: Severity::Warning,
    summary: "A policy allows more than is safe.",
    why: "A statement that passes any role, trusts everybody, or negates what it means to name allows more than its author thought of. The message is that of IAM Access Analyzer, and names its check.",
    mend: "Name the principals, actions and resources that are meant.",
    fix: "is left: who and what is meant is not known.",
};

pub(super) const WARNING: Rule = Rule {
    id: "PC026",
    name: "policy-warning",
    severity: Severity::Warning,
    summary: "A policy is not as it should be written.",
    why: "An old version, a deprecated key or an element that is repeated works, and not as it reads. The message is that of IAM Access Analyzer, and names its check.",
    mend: "Follow the page behind the message.",
    fix: "writes the version 2012-10-17 where none is named and no variable is used; anything else is left, as what was meant is not known.",
};

pub(super) const SUGGESTION: Rule = Rule {
    id: "PC030",
    name: "policy-suggestion",
    severity: Severity::Note,
    summary: "A policy could be written better.",
    why: "An empty list or a redundant action changes nothing, and costs the reader time and the policy some of its size. The message is that of IAM Access Analyzer, and names its check.",
    mend: "Follow the page behind the message.",
    fix: "removes what is redundant or empty, where that changes no decision; anything else is left.",
};
