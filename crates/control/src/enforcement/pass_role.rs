//! Whoever hands a role to a service must be allowed to pass it (IAM user guide, "Grant a user
//! permissions to pass a role to an AWS service"), and nothing is stored for who may not.

use serde_json::{Value, json};
use wire::Service;

use super::inputs;
use super::scene::Scene;
use crate::testing::ACCOUNT;

const ROLE: &str = "arn:aws:iam::111111111111:role/worker";

/// Every operation that hands a role over, with the service that gets it and the resource that the
/// role will belong to, as far as it is known.
const PASSES: &[(Service, &str, &str, Option<&str>)] = &[
    (
        Service::Lambda,
        "CreateFunction",
        LAMBDA,
        Some("*:function:new"),
    ),
    (
        Service::Lambda,
        "UpdateFunctionConfiguration",
        LAMBDA,
        Some("*:function:f"),
    ),
    (
        Service::ApiGateway,
        "PutIntegration",
        API_GATEWAY,
        Some("*::/restapis/*/integration"),
    ),
    (
        Service::ApiGateway,
        "UpdateIntegration",
        API_GATEWAY,
        Some("*::/restapis/*/integration"),
    ),
    (
        Service::ApiGateway,
        "CreateAuthorizer",
        API_GATEWAY,
        Some("*::/restapis/*/authorizers"),
    ),
    (
        Service::ApiGateway,
        "UpdateAuthorizer",
        API_GATEWAY,
        Some("*::/restapis/*/authorizers/*"),
    ),
    (
        Service::ApiGateway,
        "UpdateAccount",
        API_GATEWAY,
        Some("*::/account"),
    ),
    (Service::ApiGateway, "ImportRestApi", API_GATEWAY, None),
    (
        Service::ApiGateway,
        "PutRestApi",
        API_GATEWAY,
        Some("*::/restapis/*"),
    ),
    (Service::ApiGateway, "CreateRestApi", API_GATEWAY, None),
    (Service::Iam, "AddRoleToInstanceProfile", EC2, None),
    (
        Service::CloudFormation,
        "CreateStack",
        CLOUDFORMATION,
        Some("*:stack/new/*"),
    ),
    (
        Service::CloudFormation,
        "DeleteStack",
        CLOUDFORMATION,
        Some("*:stack/s/*"),
    ),
    (
        Service::CloudFormation,
        "UpdateStack",
        CLOUDFORMATION,
        Some("*:stack/s/*"),
    ),
    (
        Service::CloudFormation,
        "CreateChangeSet",
        CLOUDFORMATION,
        Some("*:stack/s/*"),
    ),
    (
        Service::CloudFormation,
        "RollbackStack",
        CLOUDFORMATION,
        Some("*:stack/s/*"),
    ),
    (
        Service::Logs,
        "PutDestination",
        LOGS,
        Some("*:destination:d"),
    ),
    (
        Service::CloudFormation,
        "ContinueUpdateRollback",
        CLOUDFORMATION,
        Some("*:stack/s/*"),
    ),
];
const LOGS: &str = "logs.amazonaws.com";
const CLOUDFORMATION: &str = "cloudformation.amazonaws.com";
const EC2: &str = "ec2.amazonaws.com";
const LAMBDA: &str = "lambda.amazonaws.com";
const API_GATEWAY: &str = "apigateway.amazonaws.com";

/// Operations that name a role and hand it to no service.
const NOT_PASSED: &[(Service, &str)] = &[
    (Service::Sts, "AssumeRole"),
    (Service::Sts, "AssumeRoleWithWebIdentity"),
    // Refused by name.
    (Service::Events, "PutRule"),
    (Service::Logs, "PutDeliveryDestination"),
    (Service::Logs, "PutSubscriptionFilter"),
];

fn statement(more: &Value) -> Value {
    let mut statement = json!({"Effect": "Allow", "Resource": "*"});
    statement
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    statement
}

/// Everything but passing roles, and that under a condition if there is one.
fn policy(condition: Option<&Value>) -> String {
    let mut statements = vec![statement(&json!({"NotAction": "iam:PassRole"}))];
    statements
        .extend(condition.map(|condition| {
            statement(&json!({"Action": "iam:PassRole", "Condition": condition}))
        }));
    json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}

impl Scene {
    /// The call is refused in AWS's words, and leaves everything as it was.
    async fn refused(&self, policy: &str) {
        self.give(policy).await;
        let before = self.world.records.revision();
        let answer = self.call().await;
        let text = answer.text();
        // A service of JSON 1.1 answers every refusal with 400.
        let status = if self.service == Service::Logs {
            400
        } else {
            403
        };
        assert_eq!(answer.status, status, "{}: {text}", self.operation);
        let expected = format!(
            "User: arn:aws:iam::{ACCOUNT}:user/eve is not authorized to perform: iam:PassRole on \
             resource: {ROLE} because no identity-based policy allows the iam:PassRole action"
        );
        assert!(text.contains(&expected), "{}: {text}", self.operation);
        assert_eq!(self.world.records.revision(), before, "{}", self.operation);
    }

    async fn passed(&self, policy: &str) {
        self.give(policy).await;
        let answer = self.call().await;
        let text = answer.text();
        let is_denied = text.contains("is not authorized to perform");
        assert!(!is_denied, "{}: {text}", self.operation);
    }
}

#[tokio::test]
async fn nobody_hands_over_a_role_that_they_may_not_pass() {
    for (service, operation, _, _) in PASSES {
        let scene = Scene::of(*service, operation).await;
        scene.refused(&policy(None)).await;
    }
}

#[tokio::test]
async fn a_role_is_passed_to_one_service_only() {
    for (service, operation, to, _) in PASSES {
        let scene = Scene::of(*service, operation).await;
        let passed_to =
            |to: &str| policy(Some(&json!({"StringEquals": {"iam:PassedToService": to}})));
        scene.refused(&passed_to("s3.amazonaws.com")).await;
        scene.passed(&passed_to(to)).await;
    }
}

#[tokio::test]
async fn a_role_is_passed_for_one_resource_only() {
    for (service, operation, _, resource) in PASSES {
        let Some(resource) = resource else {
            continue;
        };
        let scene = Scene::of(*service, operation).await;
        let passed_for = |arn: &str| {
            let service = scene.service.name();
            let arn = match arn.strip_prefix("*::") {
                Some(path) => format!("arn:aws:{service}:*::{path}"),
                None => format!("arn:aws:{service}:*:{arn}"),
            };
            policy(Some(
                &json!({"ArnLike": {"iam:AssociatedResourceArn": arn}}),
            ))
        };
        scene.refused(&passed_for("*:nothing")).await;
        scene.passed(&passed_for(resource)).await;
    }
}

/// An operation with a member for a role stands in one of the two tables.
#[test]
fn no_operation_takes_a_role_unseen() {
    for service in Service::ALL {
        let operations = service.schema().operations.iter();
        for operation in operations.filter(|operation| operation.implemented) {
            let names_role = inputs::members(operation).iter().any(|member| {
                let name = member.wire_name().to_ascii_lowercase();
                name == "role" || name.contains("rolearn") || name.ends_with("credentials")
            });
            let known = PASSES
                .iter()
                .any(|row| row.0 == service && row.1 == operation.name)
                || NOT_PASSED.contains(&(service, operation.name));
            assert!(!names_role || known, "{service:?} {}", operation.name);
        }
    }
}
