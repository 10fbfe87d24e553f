//! A configuration of Terraform.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::grants::{Grant, SourceArn};
use super::roles::Role;
use super::{Estate, hcl_around};
use crate::quoting::{comment, hcl, hcl_name};

pub(super) const API: &str = "aws_api_gateway_rest_api.api";

pub(super) fn configuration(estate: &Estate, grants: &[Grant]) -> String {
    let mut text = comment(&format!(
        "The API {:?} with the permissions of its functions, which must be there.",
        estate.name
    ));
    text.push_str("\n\n");
    let mut names = BTreeSet::new();
    let mut roles = Vec::new();
    for role in &estate.roles {
        let name = unused(&mut names, &hcl_name(&role.name));
        text.push_str(&role_blocks(role, &name));
        roles.push(format!("aws_iam_role.{name}"));
    }
    text.push_str(&api_blocks(estate, &roles));
    text.push_str(&hcl_around::blocks(estate, &mut names));
    for grant in grants {
        let name = unused(&mut names, &hcl_name(&grant.sid));
        text.push_str(&permission(grant, &name));
    }
    let _ = write!(text, "output \"api_id\" {{\n  value = {API}.id\n}}\n");
    text
}

pub(super) fn block(kind: &str, name: &str, arguments: &[(&str, String)], nested: &str) -> String {
    let mut text = format!("resource \"{kind}\" \"{name}\" {{\n");
    for (argument, value) in arguments {
        let _ = writeln!(text, "  {argument} = {value}");
    }
    text.push_str(nested);
    text.push_str("}\n\n");
    text
}

pub(super) fn string(text: &str) -> String {
    hcl(&Value::from(text))
}

fn encoded(value: &Value) -> String {
    format!("jsonencode({})", hcl(value))
}

fn role_blocks(role: &Role, name: &str) -> String {
    let mut arguments = vec![
        ("name", string(&role.name)),
        ("path", string(&role.path)),
        ("assume_role_policy", encoded(&role.trust)),
    ];
    let boundary = role.boundary.as_deref();
    arguments.extend(boundary.map(|arn| ("permissions_boundary", string(arn))));
    let mut text = block("aws_iam_role", name, &arguments, "");
    let of = format!("aws_iam_role.{name}.name");
    for (policy, document) in &role.inline {
        let arguments = [
            ("name", string(policy)),
            ("role", of.clone()),
            ("policy", encoded(document)),
        ];
        let policy = format!("{name}_{}", hcl_name(policy));
        text.push_str(&block("aws_iam_role_policy", &policy, &arguments, ""));
    }
    for (place, arn) in role.attached.iter().enumerate() {
        let arguments = [("role", of.clone()), ("policy_arn", string(arn))];
        let attachment = format!("{name}_{place}");
        let kind = "aws_iam_role_policy_attachment";
        text.push_str(&block(kind, &attachment, &arguments, ""));
    }
    text
}

fn api_blocks(estate: &Estate, roles: &[String]) -> String {
    let mut arguments = vec![
        ("name", string(&estate.name)),
        ("body", encoded(&estate.document)),
    ];
    if !roles.is_empty() {
        arguments.push(("depends_on", format!("[{}]", roles.join(", "))));
    }
    let endpoint = format!(
        "  endpoint_configuration {{\n    types = [{}]\n  }}\n",
        string(&estate.endpoint_type)
    );
    let mut text = block("aws_api_gateway_rest_api", "api", &arguments, &endpoint);
    let deployment = [
        ("rest_api_id", format!("{API}.id")),
        ("triggers", format!("{{ body = sha1({API}.body) }}")),
    ];
    let order = "  lifecycle {\n    create_before_destroy = true\n  }\n";
    text.push_str(&block(
        "aws_api_gateway_deployment",
        "api",
        &deployment,
        order,
    ));
    let mut stage = vec![
        ("rest_api_id", format!("{API}.id")),
        (
            "deployment_id",
            "aws_api_gateway_deployment.api.id".to_owned(),
        ),
        ("stage_name", string(&estate.stage)),
    ];
    if !estate.variables.is_empty() {
        stage.push(("variables", hcl(&json!(estate.variables))));
    }
    stage.extend(hcl_around::arguments(estate));
    let log = hcl_around::access_log(estate);
    text.push_str(&block("aws_api_gateway_stage", "stage", &stage, &log));
    text
}

fn permission(grant: &Grant, name: &str) -> String {
    let mut arguments = vec![
        ("action", string(&grant.action)),
        ("function_name", string(&grant.function)),
        ("principal", string(&grant.principal)),
    ];
    arguments.extend(
        grant
            .source_arn
            .as_ref()
            .map(|arn| ("source_arn", source(arn))),
    );
    for (argument, value) in [
        ("qualifier", &grant.qualifier),
        ("source_account", &grant.source_account),
        ("principal_org_id", &grant.organization),
    ] {
        arguments.extend(value.as_deref().map(|value| (argument, string(value))));
    }
    block("aws_lambda_permission", name, &arguments, "")
}

fn source(source: &SourceArn) -> String {
    let (before, after) = match source {
        SourceArn::Pattern(pattern) => return string(pattern),
        SourceArn::Api { before, after } => (before, after.as_str()),
        SourceArn::Authorizer { before, .. } => (before, "/authorizers"),
    };
    format!(
        "format(\"%s%s%s\", {}, {API}.id, {})",
        string(before),
        string(after)
    )
}

pub(super) fn unused(names: &mut BTreeSet<String>, name: &str) -> String {
    let mut unused = name.to_owned();
    let mut count = 1;
    while !names.insert(unused.clone()) {
        count += 1;
        unused = format!("{name}_{count}");
    }
    unused
}
