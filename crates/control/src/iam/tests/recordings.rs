//! Whole answers, compared with what AWS answered.

use super::LAMBDA_TRUST;
use crate::iam::testing::{Client, Reply, recorded};
use crate::testing::{Recording, World};

const IAM: &str = "aws-recordings/iam/test_iam.snapshot.json";
const PROVIDERS: &str = "aws-recordings/iam/resource_providers/test_iam.snapshot.json";
const USERS: &str =
    "aws-recordings/iam/resource_providers/aws_iam_user/test_basic_user.snapshot.json";
const PARTITION: (&str, &str) = ("<partition>", "aws");
const EC2_TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;

#[tokio::test]
async fn a_role_with_a_path_lives_as_recorded() {
    let path = "/path-with/parts/";
    let known = [PARTITION, ("<path>", path)];
    let Some(recorded) = recorded(IAM, "test_role_with_path_lifecycle", &known) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let create = [
        ("RoleName", "r1"),
        ("Path", path),
        ("AssumeRolePolicyDocument", LAMBDA_TRUST),
    ];
    for (action, parameters) in [
        ("create-role", &create[..]),
        ("get-role", &create[..1]),
        ("delete-role", &create[..1]),
    ] {
        let name = format!("{action}-response");
        let operation = match action {
            "create-role" => "CreateRole",
            "get-role" => "GetRole",
            _ => "DeleteRole",
        };
        let reply = root.iam(operation, parameters).await;
        reply.check(&mut recording, &name, &recorded[&name]);
    }
}

#[tokio::test]
async fn roles_are_created_told_and_listed_as_recorded() {
    let known = [PARTITION, ("<path-prefix>", "prefix")];
    let Some(recorded) = recorded(IAM, "test_create_describe_role", &known) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let create = [
        ("RoleName", "r1"),
        ("Path", "/prefix/"),
        ("AssumeRolePolicyDocument", EC2_TRUST),
    ];
    for (name, operation, parameters) in [
        ("create_role_result", "CreateRole", &create[..]),
        ("get_role_result", "GetRole", &create[..1]),
        (
            "list_roles_result",
            "ListRoles",
            &[("PathPrefix", "/prefix/")][..],
        ),
    ] {
        let reply = root.iam(operation, parameters).await;
        reply.check(&mut recording, name, &recorded[name]);
    }
}

#[tokio::test]
async fn policies_are_attached_and_refused_as_recorded() {
    let Some(recorded) = recorded(IAM, "test_role_attach_policy", &[PARTITION]) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let role = [
        ("RoleName", "r1"),
        ("AssumeRolePolicyDocument", LAMBDA_TRUST),
    ];
    root.iam("CreateRole", &role).await.ok();
    let policy = [
        ("PolicyName", "test-policy-0123"),
        ("PolicyDocument", super::READ),
    ];
    let created = root.iam("CreatePolicy", &policy).await;
    let name = "create_policy_response";
    created.check(&mut recording, name, &recorded[name]);
    let arn = created.text("Policy/Arn");
    for (name, policy) in [
        (
            "non_existent_malformed_policy_arn",
            "longpolicynamebutnoarn",
        ),
        ("existing_policy_name_provided", "test-policy-01234567"),
        ("valid_arn_not_existent", &format!("{arn}123")),
        ("valid_policy_arn", &arn),
    ] {
        let parameters = [("RoleName", "r1"), ("PolicyArn", policy)];
        let reply = root.iam("AttachRolePolicy", &parameters).await;
        reply.check(&mut recording, name, &recorded[name]);
    }
}

#[tokio::test]
async fn documents_are_encoded_as_recorded() {
    let known = [PARTITION, ("<path:1>", "/p1/"), ("<region>", "us-east-1")];
    let Some(recorded) = recorded(IAM, "test_put_role_policy_encoding", &known) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let trust = recorded["create-role-response"]["Role"]["AssumeRolePolicyDocument"].to_string();
    let inline = recorded["get-policy-response"]["PolicyDocument"].to_string();
    let role = [
        ("RoleName", "r1"),
        ("Path", "/p1/"),
        ("AssumeRolePolicyDocument", &trust),
    ];
    let put = [
        ("RoleName", "r1"),
        ("PolicyName", "p"),
        ("PolicyDocument", &inline),
    ];
    for (name, operation, parameters) in [
        ("create-role-response", "CreateRole", &role[..]),
        ("get-role-response", "GetRole", &role[..1]),
        ("", "PutRolePolicy", &put[..]),
        ("get-policy-response", "GetRolePolicy", &put[..2]),
        (
            "list-roles-response",
            "ListRoles",
            &[("PathPrefix", "/p1/")][..],
        ),
    ] {
        let reply: Reply = root.iam(operation, parameters).await.ok();
        if !name.is_empty() {
            reply.check(&mut recording, name, &recorded[name]);
        }
    }
}

#[tokio::test]
async fn users_and_their_absence_are_told_as_recorded() {
    let known = [PARTITION, ("<user-name>", "somebody")];
    let Some(basic) = recorded(USERS, "TestBasicCRD::test_black_box", &known) else {
        return;
    };
    let absent = recorded(
        IAM,
        "test_create_service_specific_credential_invalid_user",
        &known,
    );
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let name = [("UserName", "somebody")];
    root.iam("CreateUser", &name).await.ok();
    let reply = root.iam("GetUser", &name).await;
    reply.check(&mut recording, "GetUser", &basic["describe-resource"]);
    let reply = root
        .iam("GetUser", &[("UserName", "non-existent-user")])
        .await;
    let absent = &absent.unwrap()["invalid-user-name-exception"];
    reply.check(&mut recording, "no user", absent);
}

#[tokio::test]
async fn keys_and_policies_have_the_recorded_members() {
    let known = [
        PARTITION,
        ("<user-name:1>", "somebody"),
        ("<policy-name:1>", "p1"),
    ];
    let Some(keys) = recorded(PROVIDERS, "test_iam_user_access_key", &known) else {
        return;
    };
    let policy = recorded(PROVIDERS, "test_managed_policy_with_empty_resource", &known).unwrap();
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let name = [("UserName", "somebody")];
    root.iam("CreateUser", &name).await.ok();
    root.iam("CreateAccessKey", &name).await.ok();
    let listed = root.iam("ListAccessKeys", &name).await;
    let expected = serde_json::json!({
        "ResponseMetadata": {"HTTPStatusCode": 200},
        "AccessKeyMetadata": [keys["access_key"]],
        "IsTruncated": false,
    });
    listed.check(&mut recording, "ListAccessKeys", &expected);
    let create = [("PolicyName", "p1"), ("PolicyDocument", super::READ)];
    let arn = root
        .iam("CreatePolicy", &create)
        .await
        .ok()
        .text("Policy/Arn");
    let reply = root.iam("GetPolicy", &[("PolicyArn", &arn)]).await;
    reply.check(&mut recording, "GetPolicy", &policy["managed_policy"]);
}
