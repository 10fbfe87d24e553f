//! Service-linked roles.

use super::READ;
use crate::iam::testing::{Client, recorded};
use crate::testing::{Recording, World};

const IAM: &str = "aws-recordings/iam/test_iam.snapshot.json";
const ROLE: (&str, &str) = ("RoleName", "AWSServiceRoleForAPIGateway");

async fn create(root: &Client<'_>) {
    let service = [("AWSServiceName", "ops.apigateway.amazonaws.com")];
    let created = root.iam("CreateServiceLinkedRole", &service).await.ok();
    assert_eq!(
        created.text("Role/Arn"),
        "arn:aws:iam::111111111111:role/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway"
    );
}

#[tokio::test]
async fn its_owner_can_change_nothing_but_the_description() {
    let world = World::new().await;
    let root = Client::root(&world);
    create(&root).await;
    let protected = "Cannot perform the operation on the protected role 'AWSServiceRoleForAPIGateway' - this role is only modifiable by AWS";
    let policy = ("PolicyName", "p");
    let document = ("PolicyDocument", READ);
    let arn = ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess");
    let boundary = ("PermissionsBoundary", arn.1);
    for (operation, parameters) in [
        ("DeleteRole", vec![ROLE]),
        ("UpdateAssumeRolePolicy", vec![ROLE, document]),
        ("UpdateRole", vec![ROLE, ("MaxSessionDuration", "7200")]),
        ("PutRolePolicy", vec![ROLE, policy, document]),
        ("DeleteRolePolicy", vec![ROLE, policy]),
        ("AttachRolePolicy", vec![ROLE, arn]),
        ("DetachRolePolicy", vec![ROLE, arn]),
        ("PutRolePermissionsBoundary", vec![ROLE, boundary]),
        ("DeleteRolePermissionsBoundary", vec![ROLE]),
    ] {
        let expected = (400, "UnmodifiableEntity", protected);
        root.refused(operation, &parameters, expected).await;
    }
    let describe = [ROLE, ("Description", "ours")];
    root.iam("UpdateRole", &describe).await.ok();
    let told = root.iam("GetRole", &[ROLE]).await.ok();
    assert_eq!(told.text("Role/Description"), "ours");
}

#[tokio::test]
async fn its_policy_is_for_it_alone_and_its_path_too() {
    let world = World::new().await;
    let root = Client::root(&world);
    let attach = [
        ("RoleName", "worker"),
        (
            "PolicyArn",
            "arn:aws:iam::aws:policy/aws-service-role/APIGatewayServiceRolePolicy",
        ),
    ];
    let expected = (
        400,
        "PolicyNotAttachable",
        "Cannot attach a Service Role Policy to a Customer Role.",
    );
    root.refused("AttachRolePolicy", &attach, expected).await;
    let create = [
        ("RoleName", "own"),
        ("Path", "/aws-service-role/x.amazonaws.com/"),
        ("AssumeRolePolicyDocument", super::LAMBDA_TRUST),
    ];
    let (status, code, _) = root.iam("CreateRole", &create).await.error();
    assert_eq!((status, code.as_str()), (400, "InvalidInput"));
}

#[tokio::test]
async fn a_deletion_is_a_task_that_succeeded() {
    let world = World::new().await;
    let root = Client::root(&world);
    create(&root).await;
    let task = root
        .iam("DeleteServiceLinkedRole", &[ROLE])
        .await
        .ok()
        .text("DeletionTaskId");
    let start = "task/aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway/";
    assert!(task.starts_with(start), "{task}");
    let ask = [("DeletionTaskId", task.as_str())];
    let told = root.iam("GetServiceLinkedRoleDeletionStatus", &ask).await;
    assert_eq!(told.ok().text("Status"), "SUCCEEDED");
    let gone = root.iam("GetRole", &[ROLE]).await.error();
    assert_eq!((gone.0, gone.1.as_str()), (404, "NoSuchEntity"));
    let other = [("DeletionTaskId", "task/aws-service-role/a/b/c")];
    let unknown = root
        .iam("GetServiceLinkedRoleDeletionStatus", &other)
        .await
        .error();
    assert_eq!((unknown.0, unknown.1.as_str()), (404, "NoSuchEntity"));
}

#[tokio::test]
async fn who_may_make_which_can_be_limited_to_a_service() {
    let world = World::new().await;
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:CreateServiceLinkedRole","Resource":"arn:aws:iam::*:role/aws-service-role/*","Condition":{"StringLike":{"iam:AWSServiceName":"autoscaling.amazonaws.com"}}}]}"#;
    let ann = Client::user(&world, "ann", policy).await;
    for (service, expected) in [("batch", 403), ("autoscaling", 200)] {
        let service = format!("{service}.amazonaws.com");
        let create = [("AWSServiceName", service.as_str())];
        let reply = ann.iam("CreateServiceLinkedRole", &create).await;
        assert_eq!(reply.status, expected, "{service}");
    }
}

#[tokio::test]
async fn names_suffixes_and_repetition_are_as_recorded() {
    let name = "test_service_role_already_exists";
    let Some(taken) = recorded(IAM, name, &[]) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let batch = ("AWSServiceName", "batch.amazonaws.com");
    root.iam("CreateServiceLinkedRole", &[batch]).await.ok();
    let reply = root.iam("CreateServiceLinkedRole", &[batch]).await;
    let name = "role-already-exists-error";
    reply.check(&mut recording, name, &taken[name]);
    let suffix = [
        ("AWSServiceName", "autoscaling.amazonaws.com"),
        ("CustomSuffix", "x"),
    ];
    let reply = root.iam("CreateServiceLinkedRole", &suffix).await.ok();
    assert_eq!(
        reply.text("Role/RoleName"),
        "AWSServiceRoleForAutoScaling_x"
    );
    let refused = [batch, ("CustomSuffix", "x")];
    let message = "Custom suffix is not allowed for batch.amazonaws.com";
    let expected = (400, "InvalidInput", message);
    root.refused("CreateServiceLinkedRole", &refused, expected)
        .await;
}
