//! Templates of CloudFormation and SAM, in JSON, which both read.

use serde_json::{Map, Value, json};

use super::Estate;
use super::grants::{Grant, SourceArn};
use super::roles::Role;
use super::template_around;
use crate::quoting::logical_id;

pub(super) fn cloudformation(estate: &Estate, grants: &[Grant]) -> String {
    let mut resources = Map::new();
    let roles = add_roles(&mut resources, estate);
    let mut api = json!({
        "Type": "AWS::ApiGateway::RestApi",
        "Properties": {
            "Name": estate.name,
            "Body": estate.document,
            "EndpointConfiguration": {"Types": [estate.endpoint_type]},
        },
    });
    wait_for(&mut api, &roles);
    resources.insert("Api".to_owned(), api);
    let deployment = json!({
        "Type": "AWS::ApiGateway::Deployment",
        "Properties": {"RestApiId": {"Ref": "Api"}},
    });
    resources.insert("Deployment".to_owned(), deployment);
    let mut stage = json!({
        "RestApiId": {"Ref": "Api"},
        "DeploymentId": {"Ref": "Deployment"},
        "StageName": estate.stage,
    });
    add_variables(&mut stage, estate);
    template_around::settings(&mut stage, estate);
    let stage = json!({"Type": "AWS::ApiGateway::Stage", "Properties": stage});
    resources.insert("Stage".to_owned(), stage);
    template_around::documentation(&mut resources, estate);
    template_around::plans_and_domains(&mut resources, estate, &json!({"Ref": "Stage"}));
    add_permissions(&mut resources, grants);
    template(estate, None, resources)
}

pub(super) fn sam(estate: &Estate, grants: &[Grant]) -> String {
    let mut resources = Map::new();
    let roles = add_roles(&mut resources, estate);
    let mut properties = json!({
        "Name": estate.name,
        "StageName": estate.stage,
        "DefinitionBody": estate.document,
        "EndpointConfiguration": {"Type": estate.endpoint_type},
    });
    add_variables(&mut properties, estate);
    template_around::settings_of_sam(&mut properties, estate);
    let mut api = json!({"Type": "AWS::Serverless::Api", "Properties": properties});
    wait_for(&mut api, &roles);
    resources.insert("Api".to_owned(), api);
    template_around::plans_and_domains(&mut resources, estate, &json!({"Ref": "Api.Stage"}));
    add_permissions(&mut resources, grants);
    template(estate, Some("AWS::Serverless-2016-10-31"), resources)
}

/// Roles have names of their own, so that whoever deploys must say that this is meant.
fn template(estate: &Estate, transform: Option<&str>, resources: Map<String, Value>) -> String {
    let mut template = json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": format!(
            "The API {:?} with the permissions of its functions, which must be there. Deploy with \
             CAPABILITY_NAMED_IAM.",
            estate.name
        ),
    });
    if let Some(members) = template.as_object_mut() {
        if let Some(transform) = transform {
            members.insert("Transform".to_owned(), json!(transform));
        }
        members.insert("Resources".to_owned(), Value::Object(resources));
        let id = json!({"Value": {"Ref": "Api"}});
        members.insert("Outputs".to_owned(), json!({"ApiId": id}));
    }
    format!("{template:#}\n")
}

/// The logical ids of the roles.
fn add_roles(resources: &mut Map<String, Value>, estate: &Estate) -> Vec<String> {
    let mut ids = Vec::new();
    for role in &estate.roles {
        let id = unused(resources, &logical_id("Role", &role.name));
        resources.insert(id.clone(), resource_of(role));
        ids.push(id);
    }
    ids
}

fn resource_of(role: &Role) -> Value {
    let policies: Vec<Value> = role
        .inline
        .iter()
        .map(|(name, document)| json!({"PolicyName": name, "PolicyDocument": document}))
        .collect();
    let mut properties = json!({
        "RoleName": role.name,
        "Path": role.path,
        "AssumeRolePolicyDocument": role.trust,
    });
    if let Some(members) = properties.as_object_mut() {
        if !policies.is_empty() {
            members.insert("Policies".to_owned(), json!(policies));
        }
        if !role.attached.is_empty() {
            members.insert("ManagedPolicyArns".to_owned(), json!(role.attached));
        }
        if let Some(boundary) = &role.boundary {
            members.insert("PermissionsBoundary".to_owned(), json!(boundary));
        }
    }
    json!({"Type": "AWS::IAM::Role", "Properties": properties})
}

/// The document names roles by their ARNs, which CloudFormation does not take for references.
fn wait_for(api: &mut Value, roles: &[String]) {
    if let (Some(members), false) = (api.as_object_mut(), roles.is_empty()) {
        members.insert("DependsOn".to_owned(), json!(roles));
    }
}

fn add_variables(properties: &mut Value, estate: &Estate) {
    if let (Some(members), false) = (properties.as_object_mut(), estate.variables.is_empty()) {
        members.insert("Variables".to_owned(), json!(estate.variables));
    }
}

fn add_permissions(resources: &mut Map<String, Value>, grants: &[Grant]) {
    for grant in grants {
        let mut properties = json!({
            "FunctionName": grant.qualified(),
            "Action": grant.action,
            "Principal": grant.principal,
        });
        let source = grant.source_arn.as_ref().map(source);
        let account = grant.source_account.as_ref().map(|account| json!(account));
        let organization = grant.organization.as_ref().map(|id| json!(id));
        if let Some(members) = properties.as_object_mut() {
            for (name, value) in [
                ("SourceArn", source),
                ("SourceAccount", account),
                ("PrincipalOrgID", organization),
            ] {
                members.extend(value.map(|value| (name.to_owned(), value)));
            }
        }
        let id = unused(resources, &logical_id("Permission", &grant.sid));
        let permission = json!({"Type": "AWS::Lambda::Permission", "Properties": properties});
        resources.insert(id, permission);
    }
}

fn source(source: &SourceArn) -> Value {
    let literal = |text: &str| text.replace("${", "${!");
    match source {
        SourceArn::Pattern(pattern) => json!(pattern),
        SourceArn::Api { before, after } => {
            json!({"Fn::Sub": format!("{}${{Api}}{}", literal(before), literal(after))})
        }
        SourceArn::Authorizer { before, .. } => {
            json!({"Fn::Sub": format!("{}${{Api}}/authorizers", literal(before))})
        }
    }
}

pub(super) fn unused(resources: &Map<String, Value>, id: &str) -> String {
    let mut unused = id.to_owned();
    let mut count = 1;
    while resources.contains_key(&unused) {
        count += 1;
        unused = format!("{id}{count}");
    }
    unused
}
