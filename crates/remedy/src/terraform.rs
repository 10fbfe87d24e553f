//! Resources of Terraform.

use std::fmt::Write as _;

use policy::NewStatement;
use serde_json::Value;

use crate::cli::{condition, principal};
use crate::document;
use crate::quoting::{comment, hcl, hcl_name};
use crate::target::{Api, Function, Identity, IdentityKind, Target, Trust};

pub(crate) fn resource(statement: &NewStatement, target: &Target<'_>) -> Option<String> {
    match target {
        Target::Function(function) => Some(permission(statement, function)),
        Target::Api(api) => Some(api_policy(statement, api)),
        Target::Identity(identity) => Some(inline_policy(statement, identity)),
        Target::Trust(trust) => Some(role(statement, trust)),
        Target::Elsewhere { .. } => None,
    }
}

/// One block, its arguments in order and their signs below each other.
fn block(kind: &str, name: &str, arguments: &[(&str, String)]) -> String {
    let widest = arguments
        .iter()
        .map(|(name, _)| name.len())
        .max()
        .unwrap_or(0);
    let mut text = format!("resource \"{kind}\" \"{}\" {{\n", hcl_name(name));
    for (name, value) in arguments {
        let _ = writeln!(text, "  {name:widest$} = {value}");
    }
    text.push_str("}\n");
    text
}

fn string(text: &str) -> String {
    hcl(&Value::from(text))
}

fn encoded(document: &Value) -> String {
    format!("jsonencode({})", hcl(document))
}

fn permission(statement: &NewStatement, function: &Function<'_>) -> String {
    let name = if function.elsewhere {
        function.arn()
    } else {
        function.name.to_owned()
    };
    let mut arguments = vec![
        ("statement_id", string(function.statement_id)),
        ("action", string(&statement.action)),
        ("function_name", string(&name)),
    ];
    arguments.extend(
        function
            .qualifier
            .map(|qualifier| ("qualifier", string(qualifier))),
    );
    arguments.push(("principal", string(&principal(statement))));
    for (key, name) in [
        ("AWS:SourceArn", "source_arn"),
        ("AWS:SourceAccount", "source_account"),
        ("lambda:FunctionUrlAuthType", "function_url_auth_type"),
    ] {
        arguments.extend(condition(statement, key).map(|value| (name, string(value))));
    }
    if condition(statement, "lambda:InvokedViaFunctionUrl").is_some() {
        arguments.push(("invoked_via_function_url", "true".to_owned()));
    }
    block("aws_lambda_permission", function.statement_id, &arguments)
}

fn api_policy(statement: &NewStatement, api: &Api<'_>) -> String {
    let note = comment("It holds once the API is deployed again.");
    let arguments = [
        ("rest_api_id", string(api.id)),
        ("policy", encoded(&document::with(api.document, statement))),
    ];
    let block = block("aws_api_gateway_rest_api_policy", api.id, &arguments);
    format!("{note}\n{block}")
}

fn inline_policy(statement: &NewStatement, identity: &Identity<'_>) -> String {
    let (kind, of) = match identity.kind {
        IdentityKind::Role => ("aws_iam_role_policy", "role"),
        IdentityKind::User => ("aws_iam_user_policy", "user"),
    };
    let arguments = [
        ("name", string(identity.policy_name)),
        (of, string(identity.name)),
        ("policy", encoded(&document::alone(statement))),
    ];
    block(kind, identity.policy_name, &arguments)
}

fn role(statement: &NewStatement, trust: &Trust<'_>) -> String {
    let arguments = [
        ("name", string(trust.role_name)),
        (
            "assume_role_policy",
            encoded(&document::with(trust.document, statement)),
        ),
    ];
    let block = block("aws_iam_role", trust.role_name, &arguments);
    match trust.document {
        Some(_) => taken_over(trust.role_name, &block),
        None => block,
    }
}

/// A role that is there is not made again, and nothing of it is changed but its trust policy.
fn taken_over(name: &str, block: &str) -> String {
    let note = comment(
        "The role is there already, and this takes it over. Where your configuration has it, give that \
         resource the assume_role_policy instead.",
    );
    let address = format!("aws_iam_role.{}", hcl_name(name));
    let id = string(name);
    let open = block.trim_end().trim_end_matches('}');
    format!(
        "{note}\nimport {{\n  to = {address}\n  id = {id}\n}}\n\n{open}\n  lifecycle {{\n    ignore_changes = \
         [path, description, max_session_duration, permissions_boundary, tags]\n  }}\n}}\n"
    )
}
