//! Grants of `iam:PassRole` and `iam:CreateServiceLinkedRole` that are wider than they look.

use super::Issue;
use super::finding::Findings;
use super::overlap;
use super::view::Statement;
use crate::glob::{Case, Reach};

/// How the action comes to be granted, and on what.
#[derive(Clone, Copy)]
enum Shape {
    NamedOnNotResource,
    StarOnNotResource,
    NotActionOnNotResource,
    NamedOnStar,
    StarOnStar,
    NotActionOnStar,
}

pub(super) fn check(statement: &Statement<'_>, findings: &mut Findings) {
    if !statement.allows() {
        return;
    }
    if let Some(shape) = shape(statement, "iam:PassRole")
        && !has_key(statement, "iam:PassedToService")
    {
        let (issue, what) = pass_role(shape);
        let details = format!(
            "{what} because it can allow iam:PassRole permissions on multiple resources. {}",
            advice(shape)
        );
        findings.report(issue, &statement.spot, details);
    }
    if let Some(shape) = shape(statement, "iam:CreateServiceLinkedRole")
        && !has_key(statement, "iam:AWSServiceName")
    {
        let (issue, what) = create_linked_role(shape);
        let details = format!(
            "{what} can allow creation of unintended service-linked roles. We recommend that you \
             specify resource ARNs instead."
        );
        findings.report(issue, &statement.spot, details);
    }
}

fn has_key(statement: &Statement<'_>, key: &str) -> bool {
    let conditions = statement.conditions();
    conditions
        .iter()
        .any(|condition| condition.key.eq_ignore_ascii_case(key))
}

fn shape(statement: &Statement<'_>, action: &str) -> Option<Shape> {
    let covers = |text: &str| overlap::covers(text, action, Case::Ignored, Reach::Anywhere);
    let listed = |element: &str| statement.texts(element).into_iter().map(|(text, _)| text);
    let named = listed("Action").any(|text| text.eq_ignore_ascii_case(action));
    let by_star = listed("Action").any(covers);
    let by_exclusion = statement.has("NotAction") && !listed("NotAction").any(covers);
    // A role whose path or name is open stands for many.
    let star = listed("Resource").any(|text| text == "*" || ends_in_star(text));
    let not_resource = statement.has("NotResource");
    match (named, by_star, by_exclusion, star, not_resource) {
        (true, _, _, _, true) => Some(Shape::NamedOnNotResource),
        (_, true, _, _, true) => Some(Shape::StarOnNotResource),
        (_, _, true, _, true) => Some(Shape::NotActionOnNotResource),
        (true, _, _, true, _) => Some(Shape::NamedOnStar),
        (_, true, _, true, _) => Some(Shape::StarOnStar),
        (_, _, true, true, _) => Some(Shape::NotActionOnStar),
        _ => None,
    }
}

/// `…:role/*` and the like, of whatever service-linked path is left open.
fn ends_in_star(resource: &str) -> bool {
    resource.ends_with(":*")
        || resource.ends_with(":role/*")
        || resource.ends_with(":role/aws-service-role/*")
}

fn pass_role(shape: Shape) -> (Issue, &'static str) {
    match shape {
        Shape::NamedOnNotResource => (
            Issue::PassRoleWithNotResource,
            "Using the iam:PassRole action with NotResource can be overly permissive",
        ),
        Shape::StarOnNotResource => (
            Issue::PassRoleWithStarInActionAndNotResource,
            "Using an action with a wildcard (*) and NotResource can be overly permissive",
        ),
        Shape::NotActionOnNotResource => (
            Issue::PassRoleWithNotActionAndNotResource,
            "Using NotAction with NotResource can be overly permissive",
        ),
        Shape::NamedOnStar => (
            Issue::PassRoleWithStarInResource,
            "Using the iam:PassRole action with wildcards (*) in the resource can be overly permissive",
        ),
        Shape::StarOnStar => (
            Issue::PassRoleWithStarInActionAndResource,
            "Using wildcards (*) in the action and the resource can be overly permissive",
        ),
        Shape::NotActionOnStar => (
            Issue::PassRoleWithStarInResourceAndNotAction,
            "Using a resource with wildcards (*) and NotAction can be overly permissive",
        ),
    }
}

fn advice(shape: Shape) -> &'static str {
    match shape {
        Shape::NamedOnNotResource | Shape::StarOnNotResource | Shape::NotActionOnNotResource => {
            "We recommend that you specify resource ARNs instead."
        }
        Shape::NamedOnStar | Shape::StarOnStar | Shape::NotActionOnStar => {
            "We recommend that you specify resource ARNs or add the iam:PassedToService condition \
             key to your statement."
        }
    }
}

fn create_linked_role(shape: Shape) -> (Issue, &'static str) {
    match shape {
        Shape::NamedOnNotResource => (
            Issue::CreateSlrWithNotResource,
            "Using the iam:CreateServiceLinkedRole action with NotResource",
        ),
        Shape::StarOnNotResource => (
            Issue::CreateSlrWithStarInActionAndNotResource,
            "Using an action with a wildcard(*) and NotResource",
        ),
        Shape::NotActionOnNotResource => (
            Issue::CreateSlrWithNotActionAndNotResource,
            "Using NotAction with NotResource",
        ),
        Shape::NamedOnStar => (
            Issue::CreateSlrWithStarInResource,
            "Using the iam:CreateServiceLinkedRole action with wildcards (*) in the resource",
        ),
        Shape::StarOnStar => (
            Issue::CreateSlrWithStarInActionAndResource,
            "Using wildcards (*) in the action and the resource",
        ),
        Shape::NotActionOnStar => (
            Issue::CreateSlrWithStarInResourceAndNotAction,
            "Using a resource with wildcards (*) and NotAction",
        ),
    }
}
