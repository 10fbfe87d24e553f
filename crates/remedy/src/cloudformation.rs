//! Resources of CloudFormation templates. Scalars are written as JSON strings and documents as JSON,
//! both of which YAML reads.

use policy::NewStatement;

use crate::cli::{condition, principal};
use crate::document;
use crate::quoting::{comment, logical_id, yaml};
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

/// The resources of two templates in the first.
pub(crate) fn together(template: &str, next: &str) -> String {
    let (head, resources) = next.split_once(RESOURCES).unwrap_or_default();
    let comments = head.lines().filter(|line| line.starts_with('#'));
    let mut whole = template.to_owned();
    for line in comments {
        whole.push_str(line);
        whole.push('\n');
    }
    whole.push_str(resources);
    whole
}

const RESOURCES: &str = "Resources:\n";

/// One resource, its properties in order.
fn resource(id: &str, kind: &str, properties: &[(&str, String)]) -> String {
    let mut text = format!("{RESOURCES}  {id}:\n    Type: {kind}\n    Properties:\n");
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

/// No resource holds the policy of an API but the API's own.
fn rest_api(statement: &NewStatement, api: &Api<'_>) -> String {
    let policy = document::with(api.document, statement).to_string();
    let id = logical_id("Api", api.id);
    let note = comment(&format!(
        "Policy belongs into the resource of the API {}, whatever its logical id is; it holds once a new \
         AWS::ApiGateway::Deployment is made.",
        api.id
    ));
    let resource = resource(&id, "AWS::ApiGateway::RestApi", &[("Policy", policy)]);
    format!("{note}\n{resource}")
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
    let resource = resource(&id, "AWS::IAM::Role", &properties);
    if trust.document.is_none() {
        return resource;
    }
    let note = comment(&format!(
        "AssumeRolePolicyDocument belongs into the resource of the role {}, whatever its logical id is: a role \
         that is there is not made again.",
        trust.role_name
    ));
    format!("{note}\n{resource}")
}
