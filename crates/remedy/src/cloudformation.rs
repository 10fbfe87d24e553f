//! Resources of CloudFormation templates. Scalars are written as JSON strings and documents as JSON,
//! both of which YAML reads.

use policy::NewStatement;

use crate::cli::{condition, principal};
use crate::document;
use crate::quoting::{logical_id, yaml};
use crate::target::{Api, Function, Identity, IdentityKind, Target, Trust};

pub(crate) fn resources(statement: &NewStatement, target: &Target<'_>) -> Option<String> {
    match target {
        Target::Function(function) => Some(permission(statement, function)),
        Target::Api(api) => Some(rest_api(statement, api)),
        Target::Identity(identity) => Some(policy(statement, identity)),
        Target::Trust(trust) => Some(role(statement, trust)),
        Target::Elsewhere { .. } => None,
    }
}

/// SAM takes the resources as they are.
pub(crate) fn sam(resources: &str) -> String {
    format!("Transform: AWS::Serverless-2016-10-31\n{resources}")
}

/// One resource, its properties in order.
fn resource(id: &str, kind: &str, properties: &[(&str, String)]) -> String {
    let mut text = format!("Resources:\n  {id}:\n    Type: {kind}\n    Properties:\n");
    for (name, value) in properties {
        text.push_str("      ");
        text.push_str(name);
        text.push_str(": ");
        text.push_str(value);
        text.push('\n');
    }
    text
}

fn permission(statement: &NewStatement, function: &Function<'_>) -> String {
    let mut properties = vec![
        ("FunctionName", yaml(&function.qualified_arn())),
        ("Action", yaml(&statement.action)),
        ("Principal", yaml(&principal(statement))),
    ];
    for (key, name) in [
        ("AWS:SourceArn", "SourceArn"),
        ("AWS:SourceAccount", "SourceAccount"),
        ("lambda:FunctionUrlAuthType", "FunctionUrlAuthType"),
    ] {
        if let Some(value) = condition(statement, key) {
            properties.push((name, yaml(value)));
        }
    }
    if condition(statement, "lambda:InvokedViaFunctionUrl").is_some() {
        properties.push(("InvokedViaFunctionUrl", "true".to_owned()));
    }
    let id = logical_id("", function.statement_id);
    resource(&id, "AWS::Lambda::Permission", &properties)
}

/// To be merged into the API's own resource.
fn rest_api(statement: &NewStatement, api: &Api<'_>) -> String {
    let policy = document::with(api.document, statement).to_string();
    let id = logical_id("Api", api.id);
    resource(&id, "AWS::ApiGateway::RestApi", &[("Policy", policy)])
}

fn policy(statement: &NewStatement, identity: &Identity<'_>) -> String {
    let of = match identity.kind {
        IdentityKind::Role => "Roles",
        IdentityKind::User => "Users",
    };
    let properties = [
        ("PolicyName", yaml(identity.policy_name)),
        (of, format!("[{}]", yaml(identity.name))),
        ("PolicyDocument", document::alone(statement).to_string()),
    ];
    let id = logical_id("", identity.policy_name);
    resource(&id, "AWS::IAM::Policy", &properties)
}

fn role(statement: &NewStatement, trust: &Trust<'_>) -> String {
    let document = document::with(trust.document, statement).to_string();
    let properties = [
        ("RoleName", yaml(trust.role_name)),
        ("AssumeRolePolicyDocument", document),
    ];
    let id = logical_id("Role", trust.role_name);
    resource(&id, "AWS::IAM::Role", &properties)
}
