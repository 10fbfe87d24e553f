//! Resources of Terraform.

use std::fmt::Write as _;

use policy::NewStatement;
use serde_json::Value;

use crate::cli::{condition, principal};
use crate::document;
use crate::quoting::{hcl, hcl_name};
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
    let arguments = [
        ("rest_api_id", string(api.id)),
        ("policy", encoded(&document::with(api.document, statement))),
    ];
    block("aws_api_gateway_rest_api_policy", api.id, &arguments)
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
    block("aws_iam_role", trust.role_name, &arguments)
}
