//! PC001: no policy lets the API invoke the function of a method.

use super::analysis::{Analysis, Refusal};
use super::{Rule, grant_any, grant_mismatch, grant_qualifier, logical_id, principal, repairs};
use crate::coverage::{Edge, From, Way};
use crate::found::{Found, Severity};

pub(super) const RULE: Rule = Rule {
    id: "PC001",
    name: "no-grant",
    severity: Severity::Error,
    summary: "No policy lets the API invoke the function of a method.",
    why: "API Gateway never checks at deployment whether it may invoke a function. Without a statement in the resource policy of exactly the function or alias that the integration names, every call ends in 500 Internal server error, and the execution log says: Invalid permissions on Lambda function.",
    mend: "Add a permission (AWS::Lambda::Permission, aws_lambda_permission, aws lambda add-permission) for apigateway.amazonaws.com with the source ARN of the method.",
    fix: "adds an AWS::Lambda::Permission with the source ARN of exactly this method, in any stage, to a template; a definition or a plan has no place for it, and the text to paste is shown.",
};

/// All refusals by resource policies: one that a statement comes near is another rule's.
pub(super) fn find(analysis: &Analysis<'_>, found: &mut Vec<Found>) {
    for refusal in analysis.of_service() {
        if !matches!(refusal.edge.from, From::Method { .. }) || refusal.partly {
            continue;
        }
        let nearer = principal::of(analysis, &refusal)
            .or_else(|| logical_id::of(analysis, &refusal))
            .or_else(|| grant_any::of(analysis, &refusal))
            .or_else(|| grant_mismatch::of(analysis, &refusal))
            .or_else(|| grant_qualifier::of(analysis, &refusal));
        found.extend(nearer.or_else(|| of(analysis, &refusal)));
    }
}

fn of(analysis: &Analysis<'_>, refusal: &Refusal<'_>) -> Option<Found> {
    let edge = refusal.edge;
    let function = edge.function.as_ref()?;
    let name = analysis.function_name(function);
    let one = Found::new(
        &RULE,
        analysis.place(edge)?,
        format!("{} invokes {name}", analysis.subject(edge)),
        format!(
            "{} may not invoke {name}: nothing grants it",
            analysis.subject(edge)
        ),
    );
    let one = one.beside(source(analysis, edge), "no permission");
    let defined = analysis.scene.functions.get(&function.unqualified());
    let one = one.related(
        defined.map(|scene| scene.place),
        "the function is defined here",
    );
    Some(analysis.with_remedy(one, edge))
}

/// The source ARN that has to be allowed.
pub(super) fn source(analysis: &Analysis<'_>, edge: &Edge) -> String {
    match &edge.way {
        // Nothing narrower can be written down: the id comes with the deployment.
        Way::ResourcePolicy { .. } if repairs::has_no_id(analysis, edge) => {
            format!("{}/authorizers/*", edge.api)
        }
        Way::ResourcePolicy { source_arn } if calls_the_same(analysis, edge) => {
            any_stage(source_arn)
        }
        Way::ResourcePolicy { source_arn } => source_arn.clone(),
        Way::Role { arn } => arn.clone(),
        Way::Caller | Way::Unknown => String::new(),
    }
}

/// Whether every stage calls this function here: another stage's alias is no reason to let that stage call this one.
fn calls_the_same(analysis: &Analysis<'_>, edge: &Edge) -> bool {
    let mut same = analysis.edges().filter(|other| {
        other.api == edge.api && other.from == edge.from && !other.is_test_button()
    });
    same.all(|other| other.function == edge.function || other.function.is_none())
}

/// A grant for every stage, as AWS's console makes it.
fn any_stage(arn: &str) -> String {
    let mut parts: Vec<&str> = arn.splitn(4, '/').collect();
    if let [_, stage, _, _] = parts.as_mut_slice()
        && *stage != "authorizers"
    {
        *stage = "*";
    }
    parts.join("/")
}

/// The permission as a block of Terraform, with references instead of names.
pub(super) fn block(analysis: &Analysis<'_>, edge: &Edge) -> Option<String> {
    let Way::ResourcePolicy { .. } = edge.way else {
        return None;
    };
    let function = edge.function.as_ref()?;
    let known = analysis.scene.functions.get(&function.unqualified())?;
    let api = analysis.api(edge)?;
    let (function_name, api_name) = (within(&known.name), within(&api.name));
    let id: String = format!("{}_{}", api_name.rsplit('.').next()?, edge.name())
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let source = source(analysis, edge);
    let path = source.strip_prefix(&api.arn)?;
    let qualifier = match &function.qualifier {
        Some(qualifier) => format!("  qualifier     = \"{qualifier}\"\n"),
        None => String::new(),
    };
    Some(format!(
        "resource \"aws_lambda_permission\" \"{id}\" {{\n  action        = \"lambda:InvokeFunction\"\n  function_name = {function_name}.function_name\n{qualifier}  principal     = \"apigateway.amazonaws.com\"\n  source_arn    = \"${{{api_name}.execution_arn}}{path}\"\n}}\n"
    ))
}

/// The address as it is written inside of its module.
fn within(address: &str) -> String {
    let parts: Vec<&str> = address.split('.').collect();
    let own = parts
        .get(parts.len().saturating_sub(2)..)
        .unwrap_or_default();
    own.join(".")
}
