//! Managed policies, their versions and uses.

use super::{BASIC, READ, allow};
use crate::iam::testing::{Client, certificate, private_key};
use crate::testing::World;

#[tokio::test]
async fn versions_come_and_go_but_for_the_one_in_force() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = [("PolicyName", "p"), ("PolicyDocument", READ)];
    let arn = root
        .iam("CreatePolicy", &create)
        .await
        .ok()
        .text("Policy/Arn");
    let policy = ("PolicyArn", arn.as_str());
    let version = [policy, ("PolicyDocument", READ)];
    for number in 2..=5 {
        let made = root.iam("CreatePolicyVersion", &version).await.ok();
        assert_eq!(made.text("PolicyVersion/VersionId"), format!("v{number}"));
    }
    let too_many = "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.";
    root.refused(
        "CreatePolicyVersion",
        &version,
        (409, "LimitExceeded", too_many),
    )
    .await;
    let listed = root.iam("ListPolicyVersions", &[policy]).await.ok();
    assert_eq!(
        listed.each("Versions", "VersionId"),
        ["v5", "v4", "v3", "v2", "v1"]
    );
    let in_force = "Cannot delete the default version of a policy.";
    let first = [policy, ("VersionId", "v1")];
    root.refused(
        "DeletePolicyVersion",
        &first,
        (409, "DeleteConflict", in_force),
    )
    .await;
    let left = "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.";
    root.refused("DeletePolicy", &[policy], (409, "DeleteConflict", left))
        .await;
    root.iam("SetDefaultPolicyVersion", &[policy, ("VersionId", "v5")])
        .await
        .ok();
    for gone in ["v1", "v2", "v3", "v4"] {
        root.iam("DeletePolicyVersion", &[policy, ("VersionId", gone)])
            .await
            .ok();
    }
    let missing = format!("Policy {arn} version v1 does not exist or is not attachable.");
    root.refused("GetPolicyVersion", &first, (404, "NoSuchEntity", &missing))
        .await;
    let told = root
        .iam("GetPolicyVersion", &[policy, ("VersionId", "v5")])
        .await
        .ok();
    assert!(
        told.text("PolicyVersion/Document")
            .starts_with("%7B%22Version")
    );
    root.iam("DeletePolicy", &[policy]).await.ok();
    let gone = format!("Policy {arn} was not found.");
    root.refused("GetPolicy", &[policy], (404, "NoSuchEntity", &gone))
        .await;
}

#[tokio::test]
async fn a_policy_in_use_stays_and_says_by_whom() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = [("PolicyName", "p"), ("PolicyDocument", READ)];
    let arn = root
        .iam("CreatePolicy", &create)
        .await
        .ok()
        .text("Policy/Arn");
    let policy = ("PolicyArn", arn.as_str());
    let taken = "A policy called p already exists. Duplicate names are not allowed.";
    root.refused("CreatePolicy", &create, (409, "EntityAlreadyExists", taken))
        .await;
    root.iam(
        "CreateUser",
        &[("UserName", "ann"), ("PermissionsBoundary", &arn)],
    )
    .await
    .ok();
    root.iam("AttachRolePolicy", &[("RoleName", "worker"), policy])
        .await
        .ok();
    let in_use = (
        409,
        "DeleteConflict",
        "Cannot delete a policy attached to entities.",
    );
    root.refused("DeletePolicy", &[policy], in_use).await;
    let told = root.iam("GetPolicy", &[policy]).await.ok();
    assert_eq!(told.text("Policy/AttachmentCount"), "1");
    assert_eq!(told.text("Policy/PermissionsBoundaryUsageCount"), "1");
    for (parameters, roles, users) in [
        (&[policy][..], &["worker"][..], &["ann"][..]),
        (&[policy, ("EntityFilter", "User")], &[], &["ann"]),
        (
            &[policy, ("PolicyUsageFilter", "PermissionsPolicy")],
            &["worker"],
            &[],
        ),
        (&[policy, ("PathPrefix", "/other/")], &[], &[]),
    ] {
        let told = root.iam("ListEntitiesForPolicy", parameters).await.ok();
        assert_eq!(
            told.each("PolicyRoles", "RoleName"),
            roles,
            "{parameters:?}"
        );
        assert_eq!(
            told.each("PolicyUsers", "UserName"),
            users,
            "{parameters:?}"
        );
    }
}

#[tokio::test]
async fn the_policies_of_aws_are_there_and_stay_as_they_are() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = [("PolicyName", "own"), ("PolicyDocument", READ)];
    root.iam("CreatePolicy", &create).await.ok();
    let names = |reply: crate::iam::testing::Reply| reply.each("Policies", "PolicyName");
    let local = root.iam("ListPolicies", &[("Scope", "Local")]).await.ok();
    assert_eq!(names(local), ["own"]);
    let aws = names(
        root.iam("ListPolicies", &[("Scope", "AWS"), ("MaxItems", "1000")])
            .await
            .ok(),
    );
    assert!(
        aws.contains(&"AWSLambdaBasicExecutionRole".to_owned()) && !aws.contains(&"own".into())
    );
    root.iam(
        "AttachRolePolicy",
        &[("RoleName", "worker"), ("PolicyArn", BASIC)],
    )
    .await
    .ok();
    let attached = root
        .iam("ListPolicies", &[("OnlyAttached", "true")])
        .await
        .ok();
    assert_eq!(names(attached), ["AWSLambdaBasicExecutionRole"]);
    let told = root.iam("GetPolicy", &[("PolicyArn", BASIC)]).await.ok();
    assert_eq!(told.text("Policy/Path"), "/service-role/");
    assert_eq!(told.text("Policy/CreateDate"), "2015-04-09T15:03:43Z");
    let version = [("PolicyArn", BASIC), ("VersionId", "v1")];
    root.iam("GetPolicyVersion", &version).await.ok();
    let foreign = (403, "AccessDenied", "Policy is outside your own account.");
    root.refused("DeletePolicy", &version[..1], foreign).await;
}

#[tokio::test]
async fn a_managed_policy_is_well_formed_and_short() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = |document| [("PolicyName", "p"), ("PolicyDocument", document)];
    let long = allow("s3:*", &format!("arn:aws:s3:::{}", "x".repeat(6_144)));
    let too_long = (
        409,
        "LimitExceeded",
        "Cannot exceed quota for PolicySize: 6144",
    );
    root.refused("CreatePolicy", &create(&long), too_long).await;
    let (status, code, _) = root.iam("CreatePolicy", &create("[]")).await.error();
    assert_eq!((status, code.as_str()), (400, "MalformedPolicyDocument"));
}

#[tokio::test]
async fn tags_of_a_policy_are_kept() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = [("PolicyName", "p"), ("PolicyDocument", READ)];
    let arn = root
        .iam("CreatePolicy", &create)
        .await
        .ok()
        .text("Policy/Arn");
    let policy = ("PolicyArn", arn.as_str());
    let tag = [
        policy,
        ("Tags.member.1.Key", "b"),
        ("Tags.member.1.Value", "1"),
        ("Tags.member.2.Key", "a"),
        ("Tags.member.2.Value", "2"),
    ];
    root.iam("TagPolicy", &tag).await.ok();
    let page = root
        .iam("ListPolicyTags", &[policy, ("MaxItems", "1")])
        .await
        .ok();
    assert_eq!(page.each("Tags", "Key"), ["a"]);
    let rest = [policy, ("Marker", &page.text("Marker"))];
    assert_eq!(
        root.iam("ListPolicyTags", &rest)
            .await
            .ok()
            .each("Tags", "Key"),
        ["b"]
    );
    root.iam("UntagPolicy", &[policy, ("TagKeys.member.1", "A")])
        .await
        .ok();
    assert_eq!(
        root.iam("ListPolicyTags", &[policy])
            .await
            .ok()
            .each("Tags", "Key"),
        ["b"]
    );
    let twice = [
        policy,
        ("Tags.member.1.Key", "x"),
        ("Tags.member.1.Value", ""),
        ("Tags.member.2.Key", "X"),
        ("Tags.member.2.Value", ""),
    ];
    let message = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    root.refused("TagPolicy", &twice, (400, "InvalidInput", message))
        .await;
}

/// Who may make something and not tag it can't make it with tags of their choice.
#[tokio::test]
async fn tags_of_what_is_made_need_the_right_to_tag() {
    let trust = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}"#;
    let read = allow("s3:GetObject", "*");
    let (body, key) = (certificate(), private_key());
    for (operation, tagging, input) in [
        ("CreateUser", "TagUser", &[("UserName", "new")][..]),
        (
            "CreateRole",
            "TagRole",
            &[("RoleName", "new"), ("AssumeRolePolicyDocument", trust)],
        ),
        (
            "CreatePolicy",
            "TagPolicy",
            &[("PolicyName", "new"), ("PolicyDocument", &read)],
        ),
        (
            "CreateInstanceProfile",
            "TagInstanceProfile",
            &[("InstanceProfileName", "new")],
        ),
        (
            "CreateVirtualMFADevice",
            "TagMFADevice",
            &[("VirtualMFADeviceName", "new")],
        ),
        (
            "CreateOpenIDConnectProvider",
            "TagOpenIDConnectProvider",
            &[("Url", "https://idp.example.com")],
        ),
        (
            "UploadServerCertificate",
            "TagServerCertificate",
            &[
                ("ServerCertificateName", "new"),
                ("CertificateBody", &body),
                ("PrivateKey", &key),
            ],
        ),
    ] {
        let world = World::new().await;
        let only = Client::user(&world, "only", &allow(&format!("iam:{operation}"), "*")).await;
        let tags = [("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "a")];
        let tagged = [input, &tags].concat();
        let (status, _, message) = only.iam(operation, &tagged).await.error();
        assert_eq!(status, 403, "{operation}: {message}");
        let refused = format!("is not authorized to perform: iam:{tagging} on resource: arn:");
        assert!(message.contains(&refused), "{message}");
        only.iam(operation, input).await.ok();
    }
}
