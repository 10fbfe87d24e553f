//! Roles: what is refused, what is kept.

use super::{BASIC, LAMBDA_TRUST, READ};
use crate::iam::testing::Client;
use crate::testing::World;

#[tokio::test]
async fn what_is_not_there_is_named() {
    let world = World::new().await;
    let root = Client::root(&world);
    let role = ("RoleName", "none");
    let no_role = (
        404,
        "NoSuchEntity",
        "The role with name none cannot be found.",
    );
    for action in ["GetRole", "DeleteRole", "ListRolePolicies", "ListRoleTags"] {
        root.refused(action, &[role], no_role).await;
    }
    let worker = ("RoleName", "worker");
    let policy = ("PolicyName", "p");
    let no_policy = (
        404,
        "NoSuchEntity",
        "The role policy with name p cannot be found.",
    );
    root.refused("GetRolePolicy", &[worker, policy], no_policy)
        .await;
    root.refused("DeleteRolePolicy", &[worker, policy], no_policy)
        .await;
    let not_attached = format!("Policy {BASIC} was not found.");
    let basic = ("PolicyArn", BASIC);
    root.refused(
        "DetachRolePolicy",
        &[worker, basic],
        (404, "NoSuchEntity", &not_attached),
    )
    .await;
    let other_case = [("RoleName", "Worker")];
    let message = "The role with name Worker cannot be found.";
    root.refused("GetRole", &other_case, (404, "NoSuchEntity", message))
        .await;
}

#[tokio::test]
async fn a_name_is_taken_in_any_case() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = [
        ("RoleName", "WORKER"),
        ("AssumeRolePolicyDocument", LAMBDA_TRUST),
    ];
    let taken = (
        409,
        "EntityAlreadyExists",
        "Role with name WORKER already exists.",
    );
    root.refused("CreateRole", &create, taken).await;
}

#[tokio::test]
async fn trust_is_read_before_it_is_kept() {
    let world = World::new().await;
    let root = Client::root(&world);
    let trusting = |principal: &str| {
        format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":"{principal}"}},"Action":"sts:AssumeRole"}}]}}"#
        )
    };
    for (document, message) in [
        ("{".to_owned(), "This policy contains invalid Json"),
        (
            trusting("arn:aws:iam::111111111111:user/nobody"),
            r#"Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:user/nobody""#,
        ),
        (
            trusting("arn:aws:iam::111111111111:role/path/worker"),
            r#"Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:role/path/worker""#,
        ),
    ] {
        let malformed = (400, "MalformedPolicyDocument", message);
        let create = [
            ("RoleName", "r"),
            ("AssumeRolePolicyDocument", document.as_str()),
        ];
        root.refused("CreateRole", &create, malformed).await;
        let update = [
            ("RoleName", "worker"),
            ("PolicyDocument", document.as_str()),
        ];
        root.refused("UpdateAssumeRolePolicy", &update, malformed)
            .await;
    }
    for principal in [
        "arn:aws:iam::111111111111:role/worker",
        "arn:aws:iam::222222222222:user/anybody",
        "111111111111",
    ] {
        let document = trusting(principal);
        let update = [
            ("RoleName", "worker"),
            ("PolicyDocument", document.as_str()),
        ];
        root.iam("UpdateAssumeRolePolicy", &update).await.ok();
    }
}

#[tokio::test]
async fn a_role_goes_only_bare() {
    let world = World::new().await;
    let root = Client::root(&world);
    let role = ("RoleName", "worker");
    let inline = [role, ("PolicyName", "p"), ("PolicyDocument", READ)];
    root.iam("PutRolePolicy", &inline).await.ok();
    root.iam("AttachRolePolicy", &[role, ("PolicyArn", BASIC)])
        .await
        .ok();
    let attached = "Cannot delete entity, must detach all policies first.";
    root.refused("DeleteRole", &[role], (409, "DeleteConflict", attached))
        .await;
    root.iam("DetachRolePolicy", &[role, ("PolicyArn", BASIC)])
        .await
        .ok();
    let inline_left = "Cannot delete entity, must delete policies first.";
    root.refused("DeleteRole", &[role], (409, "DeleteConflict", inline_left))
        .await;
    root.iam("DeleteRolePolicy", &inline[..2]).await.ok();
    root.iam("DeleteRole", &[role]).await.ok();
    let gone = "The role with name worker cannot be found.";
    root.refused("GetRole", &[role], (404, "NoSuchEntity", gone))
        .await;
}

#[tokio::test]
async fn quotas_of_a_role_hold() {
    let world = World::new().await;
    let root = Client::root(&world);
    let role = ("RoleName", "worker");
    let long = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::{}"}}]}}"#,
        "x".repeat(10_200)
    );
    let too_long = "Maximum policy size of 10240 bytes exceeded for role worker";
    let put = [role, ("PolicyName", "p"), ("PolicyDocument", &long)];
    root.refused("PutRolePolicy", &put, (409, "LimitExceeded", too_long))
        .await;
    let mut last = String::new();
    for number in 0..11 {
        let name = format!("p{number}");
        let create = [("PolicyName", name.as_str()), ("PolicyDocument", READ)];
        last = root
            .iam("CreatePolicy", &create)
            .await
            .ok()
            .text("Policy/Arn");
        if number < 10 {
            root.iam("AttachRolePolicy", &[role, ("PolicyArn", &last)])
                .await
                .ok();
        }
    }
    let too_many = (
        409,
        "LimitExceeded",
        "Cannot exceed quota for PoliciesPerRole: 10",
    );
    root.refused("AttachRolePolicy", &[role, ("PolicyArn", &last)], too_many)
        .await;
    let listed = root
        .iam("ListAttachedRolePolicies", &[role, ("MaxItems", "4")])
        .await
        .ok();
    assert_eq!(
        listed.each("AttachedPolicies", "PolicyName"),
        ["p0", "p1", "p2", "p3"]
    );
    let next = [role, ("Marker", &listed.text("Marker"))];
    let listed = root.iam("ListAttachedRolePolicies", &next).await.ok();
    assert_eq!(listed.each("AttachedPolicies", "PolicyName").len(), 6);
}

#[tokio::test]
async fn what_was_set_is_told() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = [
        ("RoleName", "r"),
        ("AssumeRolePolicyDocument", LAMBDA_TRUST),
        ("Description", "runs"),
        ("MaxSessionDuration", "7200"),
        ("PermissionsBoundary", BASIC),
        ("Tags.member.1.Key", "Team"),
        ("Tags.member.1.Value", "a"),
    ];
    root.iam("CreateRole", &create).await.ok();
    let role = ("RoleName", "r");
    let tags = [
        role,
        ("Tags.member.1.Key", "team"),
        ("Tags.member.1.Value", "b"),
    ];
    root.iam("TagRole", &tags).await.ok();
    let told = root.iam("GetRole", &[role]).await.ok();
    for (path, expected) in [
        ("Role/Description", "runs"),
        ("Role/MaxSessionDuration", "7200"),
        ("Role/PermissionsBoundary/PermissionsBoundaryArn", BASIC),
        ("Role/PermissionsBoundary/PermissionsBoundaryType", "Policy"),
        ("Role/Tags/member/Key", "team"),
        ("Role/Tags/member/Value", "b"),
    ] {
        assert_eq!(told.text(path), expected, "{path}");
    }
    assert!(told.text("Role/RoleId").starts_with("AROA"));
    let update = [
        role,
        ("Description", "rests"),
        ("MaxSessionDuration", "3600"),
    ];
    root.iam("UpdateRole", &update).await.ok();
    root.iam("DeleteRolePermissionsBoundary", &[role])
        .await
        .ok();
    root.iam("UntagRole", &[role, ("TagKeys.member.1", "TEAM")])
        .await
        .ok();
    let told = root.iam("GetRole", &[role]).await.ok();
    assert_eq!(told.text("Role/Description"), "rests");
    let tags = root.iam("ListRoleTags", &[role]).await.ok();
    assert!(tags.each("Tags", "Key").is_empty());
    let none = root.iam("ListInstanceProfilesForRole", &[role]).await.ok();
    assert!(none.each("InstanceProfiles", "").is_empty());
}

#[tokio::test]
async fn a_boundary_must_be_there() {
    let world = World::new().await;
    let root = Client::root(&world);
    let arn = "arn:aws:iam::111111111111:policy/none";
    let put = [("RoleName", "worker"), ("PermissionsBoundary", arn)];
    let message = format!("Scope ARN: {arn} does not exist or is not attachable.");
    root.refused(
        "PutRolePermissionsBoundary",
        &put,
        (404, "NoSuchEntity", &message),
    )
    .await;
    let put = [
        ("RoleName", "worker"),
        ("PermissionsBoundary", "arn:aws:s3:::a-bucket"),
    ];
    let message = "ARN arn:aws:s3:::a-bucket is not valid.";
    root.refused(
        "PutRolePermissionsBoundary",
        &put,
        (400, "InvalidInput", message),
    )
    .await;
}

#[tokio::test]
async fn a_marker_that_nobody_gave_is_refused() {
    let world = World::new().await;
    let root = Client::root(&world);
    let invalid = (400, "ValidationError", "Invalid Marker.");
    root.refused("ListRoles", &[("Marker", "not ours")], invalid)
        .await;
}
