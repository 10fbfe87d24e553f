//! A policy that is stored is linted, and the journal tells what was found, whoever stores it.

use serde_json::{Value, json};
use wire::Service;

use super::{driving, inputs};
use crate::testing::World;

/// Every operation that stores a policy, where its input holds it, one that AWS stores though it is
/// not as it should be, and the finding.
const STORES: &[(Service, &str, &str, &str, &str)] = &[
    (
        Service::Iam,
        "CreatePolicy",
        "PolicyDocument",
        NO_ACTION,
        "ERROR INVALID_ACTION",
    ),
    (
        Service::Iam,
        "CreatePolicyVersion",
        "PolicyDocument",
        NO_ACTION,
        "ERROR INVALID_ACTION",
    ),
    (
        Service::Iam,
        "PutUserPolicy",
        "PolicyDocument",
        PASS,
        PASS_FOUND,
    ),
    (
        Service::Iam,
        "PutGroupPolicy",
        "PolicyDocument",
        PASS,
        PASS_FOUND,
    ),
    (
        Service::Iam,
        "PutRolePolicy",
        "PolicyDocument",
        PASS,
        PASS_FOUND,
    ),
    (
        Service::Iam,
        "CreateRole",
        "AssumeRolePolicyDocument",
        TRUST,
        TRUST_FOUND,
    ),
    (
        Service::Iam,
        "UpdateAssumeRolePolicy",
        "PolicyDocument",
        TRUST,
        TRUST_FOUND,
    ),
    (
        Service::Lambda,
        "AddPermission",
        "Principal",
        "s3.amazonaws.com",
        "",
    ),
    (
        Service::Lambda,
        "PutResourcePolicy",
        "Policy",
        FUNCTION,
        RESOURCE_FOUND,
    ),
    (
        Service::Logs,
        "PutResourcePolicy",
        "policyDocument",
        NO_LOG_ACTION,
        "ERROR INVALID_ACTION",
    ),
    (
        Service::S3,
        "PutBucketPolicy",
        "Policy",
        BUCKET,
        RESOURCE_FOUND,
    ),
    (
        Service::ApiGateway,
        "CreateRestApi",
        "policy",
        RESOURCE,
        RESOURCE_FOUND,
    ),
    (
        Service::ApiGateway,
        "UpdateRestApi",
        "/policy",
        RESOURCE,
        RESOURCE_FOUND,
    ),
    (
        Service::ApiGateway,
        "ImportRestApi",
        "body",
        RESOURCE,
        RESOURCE_FOUND,
    ),
    (
        Service::ApiGateway,
        "PutRestApi",
        "body",
        RESOURCE,
        RESOURCE_FOUND,
    ),
];

/// Operations that take a policy and store none.
const NOT_STORED: &[(Service, &str)] = &[
    // Refused by name.
    (Service::ApiGateway, "CreateDomainName"),
    (Service::Sts, "AssumeRole"),
    (Service::Sts, "AssumeRoleWithWebIdentity"),
    (Service::Sts, "GetFederationToken"),
];

const NO_LOG_ACTION: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:PutLogEvent","Resource":"*"}]}"#;
const NO_ACTION: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"lambda:Invoke","Resource":"*"}]}"#;
const PASS: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}"#;
const PASS_FOUND: &str = "SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE";
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:Nothing":"x"}}}]}"#;
const TRUST_FOUND: &str = "ERROR INVALID_GLOBAL_CONDITION_KEY";
const RESOURCE: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"StringEquals":{"aws:Nothing":"x"}}}]}"#;
const BUCKET: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*","Condition":{"StringEquals":{"aws:Nothing":"x"}}}]}"#;
const FUNCTION: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"lambda:InvokeFunction","Resource":"*","Condition":{"StringEquals":{"aws:Nothing":"x"}}}]}"#;
const RESOURCE_FOUND: &str = "ERROR INVALID_GLOBAL_CONDITION_KEY";

fn put(input: &mut Value, at: &str, policy: &str) {
    match at {
        "body" => {
            let mut document: Value =
                serde_json::from_str(input["body"].as_str().unwrap()).unwrap();
            document["x-amazon-apigateway-policy"] = serde_json::from_str(policy).unwrap();
            input["body"] = json!(document.to_string());
        }
        "/policy" => {
            input["patchOperations"] = json!([{"op": "replace", "path": at, "value": policy}]);
        }
        member => input[member] = json!(policy),
    }
}

/// What the journal says of the call.
async fn told(service: Service, name: &str, at: &str, policy: &str) -> String {
    let world = World::strict().await;
    let operation = service.schema().operation(name).unwrap();
    let mut input = inputs::of(&world, service, operation).await;
    put(&mut input, at, policy);
    let answer = driving::send(&world, service, operation, &input, driving::ROOT).await;
    assert!(answer.status < 300, "{name}: {}", answer.text());
    let entries = world
        .control
        .journal()
        .matching(10, |entry| entry.path == name);
    let steps = entries.iter();
    let steps = steps.flat_map(|entry| entry.steps.iter());
    let texts: Vec<_> = steps.map(|step| step.text.as_ref()).collect();
    texts.join("\n")
}

#[tokio::test]
async fn what_is_found_in_a_stored_policy_is_in_the_journal() {
    for (service, name, at, policy, found) in STORES {
        let told = told(*service, name, at, policy).await;
        assert!(told.contains(found), "{name}: {told}");
    }
}

/// An operation with a member for a policy stands in one of the two tables.
#[test]
fn no_operation_takes_a_policy_unseen() {
    for service in Service::ALL {
        let operations = service.schema().operations.iter();
        for operation in operations.filter(|operation| operation.implemented) {
            let takes_policy = inputs::members(operation).iter().any(|member| {
                let name = member.wire_name().to_ascii_lowercase();
                name == "policy" || name.ends_with("policydocument")
            });
            let known = STORES
                .iter()
                .any(|row| row.0 == service && row.1 == operation.name)
                || NOT_STORED.contains(&(service, operation.name));
            assert!(!takes_policy || known, "{service:?} {}", operation.name);
        }
    }
}
