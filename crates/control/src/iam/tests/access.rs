//! Who may do what: every operation is decided on the record's own ARN, tags and boundary.

use super::{BASIC, LAMBDA_TRUST, READ, allow};
use crate::iam::testing::Client;
use crate::testing::World;

async fn role(root: &Client<'_>, name: &str, path: &str) {
    let create = [
        ("RoleName", name),
        ("Path", path),
        ("AssumeRolePolicyDocument", LAMBDA_TRUST),
    ];
    root.iam("CreateRole", &create).await.ok();
}

#[track_caller]
fn check(reply: &crate::iam::testing::Reply, expected: Option<&str>) {
    let (_, code, message) = reply.error();
    match expected {
        None => assert_eq!((reply.status, message.as_str()), (200, "")),
        Some(text) => {
            assert_eq!((reply.status, code.as_str()), (403, "AccessDenied"));
            assert!(message.contains(text), "{message}");
        }
    }
}

#[tokio::test]
async fn a_grant_on_a_path_reaches_that_path_only() {
    let world = World::new().await;
    let root = Client::root(&world);
    role(&root, "inside", "/team/").await;
    role(&root, "outside", "/").await;
    let policy = allow("iam:*", "arn:aws:iam::111111111111:role/team/*");
    let ann = Client::user(&world, "ann", &policy).await;
    check(&ann.iam("GetRole", &[("RoleName", "inside")]).await, None);
    let denied = "is not authorized to perform: iam:GetRole on resource: arn:aws:iam::111111111111:role/outside";
    check(
        &ann.iam("GetRole", &[("RoleName", "outside")]).await,
        Some(denied),
    );
    let denied = "iam:GetRole on resource: arn:aws:iam::111111111111:role/absent";
    check(
        &ann.iam("GetRole", &[("RoleName", "absent")]).await,
        Some(denied),
    );
    check(
        &ann.iam("ListRoles", &[("PathPrefix", "/team/")]).await,
        None,
    );
    check(&ann.iam("ListRoles", &[]).await, Some("iam:ListRoles"));
    check(
        &ann.iam("CreateUser", &[("UserName", "u")]).await,
        Some("iam:CreateUser"),
    );
}

#[tokio::test]
async fn a_denial_on_a_path_is_not_escaped_by_a_name() {
    let world = World::new().await;
    let root = Client::root(&world);
    role(&root, "guarded", "/secure/").await;
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"arn:aws:iam::111111111111:role/secure/*"}]}"#;
    let ann = Client::user(&world, "ann", policy).await;
    let denied = "with an explicit deny in an identity-based policy";
    check(
        &ann.iam("DeleteRole", &[("RoleName", "guarded")]).await,
        Some(denied),
    );
    check(
        &ann.iam("DeleteRole", &[("RoleName", "worker")]).await,
        None,
    );
}

#[tokio::test]
async fn tags_of_the_record_and_of_the_request_are_condition_keys() {
    let world = World::new().await;
    let root = Client::root(&world);
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"a"}}}]}"#;
    let ann = Client::user(&world, "ann", policy).await;
    let worker = ("RoleName", "worker");
    check(&ann.iam("GetRole", &[worker]).await, Some("iam:GetRole"));
    let tag = [
        worker,
        ("Tags.member.1.Key", "team"),
        ("Tags.member.1.Value", "a"),
    ];
    check(&ann.iam("TagRole", &tag).await, Some("iam:TagRole"));
    root.iam("TagRole", &tag).await.ok();
    check(&ann.iam("GetRole", &[worker]).await, None);
}

#[tokio::test]
async fn which_policy_may_be_attached_can_be_limited() {
    let world = World::new().await;
    let root = Client::root(&world);
    let policy = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":"iam:AttachRolePolicy","Resource":"*","Condition":{{"ArnEquals":{{"iam:PolicyARN":"{BASIC}"}}}}}}]}}"#
    );
    let ann = Client::user(&world, "ann", &policy).await;
    let attach = |arn| [("RoleName", "worker"), ("PolicyArn", arn)];
    check(&ann.iam("AttachRolePolicy", &attach(BASIC)).await, None);
    let admin = "arn:aws:iam::aws:policy/AdministratorAccess";
    check(
        &ann.iam("AttachRolePolicy", &attach(admin)).await,
        Some("iam:AttachRolePolicy"),
    );
    let listed = root
        .iam("ListAttachedRolePolicies", &[("RoleName", "worker")])
        .await
        .ok();
    assert_eq!(listed.each("AttachedPolicies", "PolicyArn"), [BASIC]);
}

/// The pattern of the IAM user guide, "Delegating responsibility to others using permissions
/// boundaries".
#[tokio::test]
async fn a_delegate_gives_no_permission_without_the_boundary() {
    let world = World::new().await;
    let root = Client::root(&world);
    let policy = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":["iam:CreateUser","iam:PutUserPolicy"],"Resource":"*","Condition":{{"StringEquals":{{"iam:PermissionsBoundary":"{BASIC}"}}}}}}]}}"#
    );
    let ann = Client::user(&world, "ann", &policy).await;
    let bounded = [("UserName", "bob"), ("PermissionsBoundary", BASIC)];
    check(
        &ann.iam("CreateUser", &bounded[..1]).await,
        Some("iam:CreateUser"),
    );
    check(&ann.iam("CreateUser", &bounded).await, None);
    root.iam("CreateUser", &[("UserName", "eve")]).await.ok();
    let put = |name| {
        [
            ("UserName", name),
            ("PolicyName", "p"),
            ("PolicyDocument", READ),
        ]
    };
    check(&ann.iam("PutUserPolicy", &put("bob")).await, None);
    check(
        &ann.iam("PutUserPolicy", &put("eve")).await,
        Some("iam:PutUserPolicy"),
    );
}

#[tokio::test]
async fn a_stranger_does_not_learn_what_exists() {
    let world = World::new().await;
    let ann = Client::user(&world, "ann", &allow("s3:*", "*")).await;
    for name in ["worker", "absent"] {
        check(
            &ann.iam("GetRole", &[("RoleName", name)]).await,
            Some("iam:GetRole"),
        );
    }
    for arn in [BASIC, "arn:aws:iam::111111111111:policy/absent"] {
        check(
            &ann.iam("GetPolicy", &[("PolicyArn", arn)]).await,
            Some("iam:GetPolicy"),
        );
    }
}

#[tokio::test]
async fn a_renaming_is_decided_under_both_names() {
    let world = World::new().await;
    let policy = allow("iam:UpdateUser", "arn:aws:iam::111111111111:user/bob");
    let ann = Client::user(&world, "ann", &policy).await;
    let root = Client::root(&world);
    root.iam("CreateUser", &[("UserName", "bob")]).await.ok();
    let rename = [("UserName", "bob"), ("NewUserName", "admin")];
    check(&ann.iam("UpdateUser", &rename).await, Some("user/admin"));
}

#[tokio::test]
async fn the_own_key_may_be_changed_with_a_variable_for_the_name() {
    let world = World::new().await;
    let policy = allow("iam:*AccessKey*", "arn:aws:iam::*:user/${aws:username}");
    let ann = Client::user(&world, "ann", &policy).await;
    let root = Client::root(&world);
    root.iam("CreateUser", &[("UserName", "bob")]).await.ok();
    check(&ann.iam("CreateAccessKey", &[]).await, None);
    let other = ann.iam("CreateAccessKey", &[("UserName", "bob")]).await;
    check(&other, Some("iam:CreateAccessKey"));
}

/// IAM user guide, "AWS JSON policy elements: Principal": a trust policy is bound to the unique id of
/// whom it names.
#[tokio::test]
async fn trust_follows_the_person_and_not_the_name() {
    let world = World::new().await;
    let root = Client::root(&world);
    let ann = Client::user(&world, "ann", &allow("sts:*", "*")).await;
    let trust = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/ann"},"Action":"sts:AssumeRole"}}"#;
    let role = ("RoleName", "trusting");
    let create = [role, ("AssumeRolePolicyDocument", trust)];
    let arn = root.iam("CreateRole", &create).await.ok();
    let arn = arn.text("Role/Arn");
    let ask = [("RoleArn", arn.as_str()), ("RoleSessionName", "session")];
    check(&ann.sts("AssumeRole", &ask).await, None);
    let rename = [("UserName", "ann"), ("NewUserName", "anna")];
    root.iam("UpdateUser", &rename).await.ok();
    check(&ann.sts("AssumeRole", &ask).await, None);
    let namesake = Client::user(&world, "ann", &allow("sts:*", "*")).await;
    let denied = Some("is not authorized to perform: sts:AssumeRole");
    check(&namesake.sts("AssumeRole", &ask).await, denied);
    let user = ("UserName", "anna");
    let id = root.iam("GetUser", &[user]).await.ok().text("User/UserId");
    root.iam("DeleteUserPolicy", &[user, ("PolicyName", "own")])
        .await
        .ok();
    let keys = root.iam("ListAccessKeys", &[user]).await.ok();
    for key in keys.each("AccessKeyMetadata", "AccessKeyId") {
        let key = ("AccessKeyId", key.as_str());
        root.iam("DeleteAccessKey", &[user, key]).await.ok();
    }
    root.iam("DeleteUser", &[user]).await.ok();
    let again = Client::user(&world, "anna", &allow("sts:*", "*")).await;
    check(&again.sts("AssumeRole", &ask).await, denied);
    let told = root.iam("GetRole", &[role]).await.ok();
    assert!(told.text("Role/AssumeRolePolicyDocument").contains(&id));
}
