//! Whether the actions of a statement work on its resources at all. AWS's checks leave it out, but a
//! statement whose action never meets its resource grants nothing, and nobody is told.

use std::collections::BTreeMap;

use super::finding::Findings;
use super::overlap;
use super::view::Statement;
use super::{Ask, Issue, PolicyType};
use crate::condition::{Variables, arn_parts};

pub(super) fn check(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    let resources = statement.texts("Resource");
    // One that is open, or no ARN, is left to the rules on ARNs.
    let arns = resources.iter().all(|(resource, _)| is_arn(resource));
    if ask.policy_type != PolicyType::Identity || resources.is_empty() || !arns {
        return;
    }
    // Whether a format meets any of the resources, once for each.
    let mut met = BTreeMap::new();
    for (action, spot) in statement.texts("Action") {
        let formats = action
            .split_once(':')
            .filter(|_| !action.contains(['*', '?']))
            .and_then(|(service, name)| ask.vocabulary.resource_formats(service, name));
        let Some(formats) = formats else { continue };
        let mut meets = |format: &'static str| {
            let any = || {
                resources
                    .iter()
                    .any(|(resource, _)| overlap::meet(resource, format))
            };
            *met.entry(format).or_insert_with(any)
        };
        if formats.iter().any(|format| meets(format)) {
            continue;
        }
        let wanted = if formats.is_empty() {
            "*".to_owned()
        } else {
            formats.join(", ")
        };
        let details = format!(
            "The action {action} does not work on the resources of the statement. Use resources of \
             the form {wanted}."
        );
        findings.report(Issue::UnsupportedResourceForAction, &spot, details);
    }
}

fn is_arn(resource: &str) -> bool {
    resource.starts_with("arn:") && arn_parts(resource, Variables::Substituted).len() == 6
}
