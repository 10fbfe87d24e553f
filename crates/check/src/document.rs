//! What a document is, by what it says of itself.

use document::Node;
use policy::PolicyType;

/// More is no document of AWS's.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// A policy of AWS's is far smaller.
const MOST_POLICY_BYTES: usize = 1024 * 1024;

/// The kinds of documents that are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Swagger 2.0 or OpenAPI 3.
    Definition,
    /// CloudFormation or SAM.
    Template,
    /// A plan or a state, as `terraform show -json` writes it.
    Terraform,
    Policy(PolicyType),
}

/// Why a text was not examined.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("it is larger than a document can be ({MOST_BYTES} bytes)")]
    TooLarge,
    #[error("it is larger than a policy document can be ({MOST_POLICY_BYTES} bytes)")]
    TooLargePolicy,
    #[error("it is neither a template, an API definition, a Terraform plan nor a policy")]
    Unknown,
    #[error("{0}")]
    Broken(String),
}

/// A document that was read, and what it is.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) kind: Kind,
    /// Nothing for a policy that is no JSON: the lint says what is wrong.
    pub(crate) root: Option<Node>,
}

/// What a text is.
pub fn kind_of(text: &str) -> Result<Kind, Unreadable> {
    read(text).map(|read| read.kind)
}

pub(crate) fn read(text: &str) -> Result<Read, Unreadable> {
    if text.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let root = match document::read_template(text.as_bytes()) {
        Ok(root) => root,
        // What is broken is for the lint to say, if it looks like a policy at all.
        Err(_) if looks_like_policy(text) => {
            return Ok(Read {
                kind: Kind::Policy(PolicyType::Identity),
                root: None,
            });
        }
        Err(fault) => {
            let place = fault
                .position
                .map(|at| format!("{at}: "))
                .unwrap_or_default();
            return Err(Unreadable::Broken(format!("{place}{}", fault.reason)));
        }
    };
    let has = |key: &str| root.get(key).is_some();
    let kind = if has("swagger") || has("openapi") {
        Kind::Definition
    } else if has("Resources") || has("AWSTemplateFormatVersion") || has("Transform") {
        Kind::Template
    } else if has("terraform_version") || has("planned_values") {
        Kind::Terraform
    } else if has("Statement") {
        Kind::Policy(policy_type(&root))
    } else {
        return Err(Unreadable::Unknown);
    };
    if matches!(kind, Kind::Policy(_)) && text.len() > MOST_POLICY_BYTES {
        return Err(Unreadable::TooLargePolicy);
    }
    Ok(Read {
        kind,
        root: Some(root),
    })
}

fn looks_like_policy(text: &str) -> bool {
    let json = text.trim_start().starts_with('{');
    json && text.contains("\"Statement\"")
        && text.len() <= MOST_POLICY_BYTES
        && !text.contains("\"Resources\"")
}

/// A document whose statements name a principal stands on a resource; if all they speak of is becoming a role, it is a
/// trust policy. Control policies look like others, so that they are told apart only by whoever asks.
fn policy_type(root: &Node) -> PolicyType {
    let statements = root.get("Statement").map(listed).unwrap_or_default();
    let names_somebody = |statement: &&Node| {
        statement
            .get("Principal")
            .or(statement.get("NotPrincipal"))
            .is_some()
    };
    if !statements.iter().any(names_somebody) {
        return PolicyType::Identity;
    }
    let actions = statements
        .iter()
        .filter_map(|statement| statement.get("Action"));
    let mut actions = actions.flat_map(listed).filter_map(Node::text).peekable();
    let becomes = |action: &str| action.to_ascii_lowercase().starts_with("sts:");
    if actions.peek().is_some() && actions.all(becomes) {
        return PolicyType::Trust;
    }
    PolicyType::Resource
}

/// Every list of a policy may be a single value.
fn listed(node: &Node) -> Vec<&Node> {
    match node.items() {
        [] => vec![node],
        items => items.iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<Kind, &str>) {
        match (kind_of(text), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(part)) => assert!(found.to_string().contains(part), "{found}"),
            (found, expected) => panic!("{found:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn a_policy_is_known_by_whom_it_names_and_what_it_speaks_of() {
        check(
            r#"{"Statement": []}"#,
            Ok(Kind::Policy(PolicyType::Identity)),
        );
        check(
            r#"{"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}"#,
            Ok(Kind::Policy(PolicyType::Identity)),
        );
        check(
            r#"{"Statement": {"Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}}"#,
            Ok(Kind::Policy(PolicyType::Trust)),
        );
        check(
            r#"{"Statement": [{"Principal": "*", "Action": ["STS:AssumeRole", "sts:TagSession"]}]}"#,
            Ok(Kind::Policy(PolicyType::Trust)),
        );
        check(
            r#"{"Statement": [{"Principal": "*", "Action": "lambda:InvokeFunction", "Resource": "*"}]}"#,
            Ok(Kind::Policy(PolicyType::Resource)),
        );
        check(
            r#"{"Statement": [{"NotPrincipal": "*", "NotAction": "s3:*"}]}"#,
            Ok(Kind::Policy(PolicyType::Resource)),
        );
    }

    #[test]
    fn other_documents_are_known_by_what_only_they_have() {
        check("swagger: '2.0'", Ok(Kind::Definition));
        check("Resources: {A: {Type: !Ref b}}", Ok(Kind::Template));
        check(
            r#"{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {}}"#,
            Ok(Kind::Terraform),
        );
    }

    #[test]
    fn what_is_none_of_them_is_never_called_one() {
        check("", Err("empty"));
        check("[]", Err("neither"));
        check("{}", Err("neither"));
        check("a: [1", Err("line"));
        check(&" ".repeat(MOST_BYTES + 1), Err("larger"));
        check(&"[".repeat(100_000), Err("deep"));
    }

    #[test]
    fn a_broken_policy_is_for_the_lint() {
        check(
            r#"{"Statement": [{]}"#,
            Ok(Kind::Policy(PolicyType::Identity)),
        );
    }
}
