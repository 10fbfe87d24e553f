//! What is wrong, dangerous or needless in a document, as IAM Access Analyzer's ValidatePolicy tells
//! it (IAM user guide, "IAM Access Analyzer policy check reference").
//!
//! The reader is more lenient than the parser: it goes on after a fault, to name them all. One kind
//! of rule stands in each file; a rule looks at a view of the document and reports to [`Findings`].
//! What AWS has is asked of the [`Vocabulary`]; nothing here decides a request.

mod finding;
mod issue;
mod known;
mod view;

mod actions;
mod arns;
mod conditions;
mod control;
mod federation;
mod keys;
mod pass_role;
mod principals;
mod redundant;
mod resources;
mod statements;
mod structure;
mod values;
mod variables;

mod overlap;

use finding::Findings;
pub use finding::{Finding, FindingKind, PathPart};
pub use issue::Issue;
use known::Known;
use view::View;

use crate::vocabulary::Vocabulary;

/// What a document is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyType {
    Identity,
    Resource,
    /// The trust policy of a role.
    Trust,
    ServiceControl,
    ResourceControl,
}

impl PolicyType {
    /// Whether statements name a principal.
    fn names_principals(self) -> bool {
        match self {
            Self::Resource | Self::Trust | Self::ResourceControl => true,
            Self::Identity | Self::ServiceControl => false,
        }
    }

    /// As in messages.
    fn name(self) -> &'static str {
        match self {
            Self::Identity => "IDENTITY_POLICY",
            Self::Resource | Self::Trust => "RESOURCE_POLICY",
            Self::ServiceControl => "SERVICE_CONTROL_POLICY",
            Self::ResourceControl => "RESOURCE_CONTROL_POLICY",
        }
    }
}

/// What the rules are given.
#[derive(Clone, Copy)]
struct Ask<'a> {
    policy_type: PolicyType,
    vocabulary: &'a dyn Vocabulary,
    known: &'a Known,
}

/// Every finding, in the order of the rules and then of the document.
pub fn lint(text: &str, policy_type: PolicyType, vocabulary: &dyn Vocabulary) -> Vec<Finding> {
    let mut findings = Findings::default();
    let Some(tree) = structure::read(text, &mut findings) else {
        return findings.into_list();
    };
    let view = View::of(&tree);
    let ask = Ask {
        policy_type,
        vocabulary,
        known: &Known::of(&view, vocabulary),
    };
    structure::check(&view, text, ask, &mut findings);
    redundant::check(&view, &mut findings);
    for statement in &view.statements {
        statements::check(statement, ask, &mut findings);
        principals::check(statement, ask, &mut findings);
        actions::check(statement, ask, &mut findings);
        arns::check(statement, ask, &mut findings);
        resources::check(statement, ask, &mut findings);
        conditions::check(statement, &mut findings);
        keys::check(statement, ask, &mut findings);
        values::check(statement, &mut findings);
        variables::check(statement, view.version, &mut findings);
        pass_role::check(statement, &mut findings);
        control::check(statement, ask, &mut findings);
    }
    findings.into_list()
}

#[cfg(test)]
mod tests;
