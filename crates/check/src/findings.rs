//! The findings of one document.

use policy::{Extent, Finding, FindingKind, PathPart, PolicyType, lint};
use reference::Reference;
use serde::Serialize;
use serde::ser::{SerializeStruct as _, Serializer};

/// What was found in a document of that kind.
#[derive(Debug, Clone)]
pub struct Findings {
    pub policy_type: PolicyType,
    pub findings: Vec<Finding>,
}

/// Judges a policy document, whatever state it is in.
pub fn examine(text: &str, policy_type: PolicyType) -> Findings {
    Findings {
        policy_type,
        findings: lint(text, policy_type, &Reference),
    }
}

impl Findings {
    /// Whether there is more to say than how it could be written better.
    pub fn needs_attention(&self) -> bool {
        let matters = |finding: &Finding| match finding.kind() {
            FindingKind::Error | FindingKind::SecurityWarning | FindingKind::Warning => true,
            FindingKind::Suggestion => false,
        };
        self.findings.iter().any(matters)
    }
}

/// The members are a contract: they are only added to.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'a> {
    kind: FindingKind,
    code: &'static str,
    details: &'a str,
    path: &'a [PathPart],
    #[serde(flatten)]
    extent: Extent,
    learn_more: String,
}

impl Serialize for Findings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = self.findings.iter().map(|finding| Shown {
            kind: finding.kind(),
            code: finding.code(),
            details: &finding.details,
            path: &finding.path,
            extent: finding.extent,
            learn_more: finding.learn_more(),
        });
        let mut members = serializer.serialize_struct("Findings", 2)?;
        members.serialize_field("policyType", name(self.policy_type))?;
        members.serialize_field("findings", &shown.collect::<Vec<_>>())?;
        members.end()
    }
}

fn name(policy_type: PolicyType) -> &'static str {
    match policy_type {
        PolicyType::Identity => "identity",
        PolicyType::Resource => "resource",
        PolicyType::Trust => "trust",
        PolicyType::ServiceControl => "service-control",
        PolicyType::ResourceControl => "resource-control",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const WRONG: &str = r#"{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "lambda:InvokFunction",
    "Resource": "arn:aws:lambda:us-east-1:111111111111:function:pets"
  }
}"#;

    #[test]
    fn an_action_that_aws_does_not_have_is_found_where_it_stands() {
        let found = examine(WRONG, PolicyType::Identity);
        assert!(found.needs_attention());
        let shown = serde_json::to_value(&found).unwrap();
        assert_eq!(shown["policyType"], "identity");
        let finding = &shown["findings"][0];
        assert_eq!(finding["kind"], "ERROR");
        assert_eq!(finding["code"], "INVALID_ACTION");
        assert_eq!(finding["start"], json!({"line": 5, "column": 15}));
    }

    #[test]
    fn a_sound_policy_needs_nothing() {
        let sound = WRONG.replace("InvokFunction", "InvokeFunction");
        let found = examine(&sound, PolicyType::Identity);
        assert!(!found.needs_attention(), "{:?}", found.findings);
    }
}
