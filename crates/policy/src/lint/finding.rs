//! One thing found, and the list that rules report to.

use serde::Serialize;

use super::Issue;
use super::view::Spot;
use crate::malformed::Extent;

/// AWS's four grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum FindingKind {
    /// A part of the policy does not work.
    Error,
    /// It allows more than is safe.
    SecurityWarning,
    /// It is not as it should be written.
    Warning,
    /// It could be written better.
    Suggestion,
}

impl FindingKind {
    /// As in the API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "ERROR",
            Self::SecurityWarning => "SECURITY_WARNING",
            Self::Warning => "WARNING",
            Self::Suggestion => "SUGGESTION",
        }
    }

    /// As in the anchors of the documentation.
    fn anchor(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::SecurityWarning => "security-warning",
            Self::Warning => "general-warning",
            Self::Suggestion => "suggestion",
        }
    }
}

/// A step from the document to what was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PathPart {
    Key(String),
    Index(usize),
}

const CHECKS_PAGE: &str =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";
/// For the check that is not of AWS.
const RESOURCES_PAGE: &str = "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html";

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub issue: Issue,
    /// One sentence or two, as AWS words them.
    pub details: String,
    pub path: Vec<PathPart>,
    pub extent: Extent,
}

impl Finding {
    pub fn kind(&self) -> FindingKind {
        self.issue.kind()
    }

    /// Such as `INVALID_ACTION`.
    pub fn code(&self) -> &'static str {
        self.issue.code()
    }

    /// AWS's page on the check.
    pub fn learn_more(&self) -> String {
        if self.issue == Issue::UnsupportedResourceForAction {
            return RESOURCES_PAGE.to_owned();
        }
        let name = self.code().to_ascii_lowercase().replace('_', "-");
        let kind = self.kind().anchor();
        format!("{CHECKS_PAGE}#access-analyzer-reference-policy-checks-{kind}-{name}")
    }
}

#[derive(Debug, Default)]
pub(super) struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    pub(super) fn report(&mut self, issue: Issue, spot: &Spot<'_>, details: impl Into<String>) {
        self.list.push(Finding {
            issue,
            details: details.into(),
            path: spot.path.clone(),
            extent: Extent {
                start: spot.node.position,
                end: spot.node.end,
            },
        });
    }

    /// For a text that could not be read.
    pub(super) fn report_at(&mut self, issue: Issue, extent: Extent, details: String) {
        self.list.push(Finding {
            issue,
            details,
            path: Vec::new(),
            extent,
        });
    }

    pub(super) fn count(&self, issue: Issue) -> usize {
        let of_issue = self.list.iter().filter(|finding| finding.issue == issue);
        of_issue.count()
    }

    pub(super) fn into_list(self) -> Vec<Finding> {
        self.list
    }
}
