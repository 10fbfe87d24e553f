//! Instance profiles and server certificates.

use super::{LAMBDA_TRUST, allow};
use crate::iam::testing::{Client, certificate};
use crate::testing::World;

const PROFILE: (&str, &str) = ("InstanceProfileName", "web");
const ROLE: (&str, &str) = ("RoleName", "worker");

#[tokio::test]
async fn a_profile_holds_one_role_and_keeps_it() {
    let world = World::new().await;
    let root = Client::root(&world);
    let create = [PROFILE, ("Path", "/a/")];
    let created = root.iam("CreateInstanceProfile", &create).await.ok();
    assert_eq!(
        created.text("InstanceProfile/Arn"),
        "arn:aws:iam::111111111111:instance-profile/a/web"
    );
    let taken = (
        409,
        "EntityAlreadyExists",
        "Instance Profile web already exists.",
    );
    root.refused("CreateInstanceProfile", &[PROFILE], taken)
        .await;
    let add = [PROFILE, ROLE];
    root.iam("AddRoleToInstanceProfile", &add).await.ok();
    let second = (
        409,
        "LimitExceeded",
        "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1",
    );
    root.refused("AddRoleToInstanceProfile", &add, second).await;
    let told = root.iam("GetInstanceProfile", &[PROFILE]).await.ok();
    assert_eq!(told.each("InstanceProfile/Roles", "RoleName"), ["worker"]);
    let of_role = root.iam("ListInstanceProfilesForRole", &[ROLE]).await.ok();
    assert_eq!(
        of_role.each("InstanceProfiles", "InstanceProfileName"),
        ["web"]
    );
    let left = "Cannot delete entity, must remove roles from instance profile first.";
    let conflict = (409, "DeleteConflict", left);
    root.refused("DeleteInstanceProfile", &[PROFILE], conflict)
        .await;
    root.refused("DeleteRole", &[ROLE], conflict).await;
    root.iam("RemoveRoleFromInstanceProfile", &add).await.ok();
    let not_in = (
        404,
        "NoSuchEntity",
        "The role with name worker cannot be found.",
    );
    root.refused("RemoveRoleFromInstanceProfile", &add, not_in)
        .await;
    root.iam("DeleteInstanceProfile", &[PROFILE]).await.ok();
    let gone = (404, "NoSuchEntity", "Instance Profile web cannot be found.");
    root.refused("GetInstanceProfile", &[PROFILE], gone).await;
}

#[tokio::test]
async fn a_role_is_handed_over_only_by_who_may_pass_it() {
    let world = World::new().await;
    let root = Client::root(&world);
    root.iam("CreateInstanceProfile", &[PROFILE]).await.ok();
    let profiles = allow("iam:*InstanceProfile*", "*");
    let ann = Client::user(&world, "ann", &profiles).await;
    let (status, _, message) = ann
        .iam("AddRoleToInstanceProfile", &[PROFILE, ROLE])
        .await
        .error();
    assert_eq!(status, 403);
    assert!(message.contains("iam:PassRole"), "{message}");
    let create = [
        ("RoleName", "other"),
        ("AssumeRolePolicyDocument", LAMBDA_TRUST),
    ];
    root.iam("CreateRole", &create).await.ok();
    let pass = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111111111111:role/worker","Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}}]}"#;
    let put = [
        ("UserName", "ann"),
        ("PolicyName", "pass"),
        ("PolicyDocument", pass),
    ];
    root.iam("PutUserPolicy", &put).await.ok();
    let add = [PROFILE, create[0]];
    let other = ann.iam("AddRoleToInstanceProfile", &add).await;
    assert_eq!(other.status, 403);
    ann.iam("AddRoleToInstanceProfile", &[PROFILE, ROLE])
        .await
        .ok();
}

#[tokio::test]
async fn profiles_are_tagged_and_listed_in_pages() {
    let world = World::new().await;
    let root = Client::root(&world);
    for name in ["b", "a"] {
        let create = [
            ("InstanceProfileName", name),
            ("Tags.member.1.Key", "k"),
            ("Tags.member.1.Value", "v"),
        ];
        root.iam("CreateInstanceProfile", &create).await.ok();
    }
    let page = root
        .iam("ListInstanceProfiles", &[("MaxItems", "1")])
        .await
        .ok();
    let names = page.each("InstanceProfiles", "InstanceProfileName");
    assert_eq!(names, ["a"]);
    let profile = ("InstanceProfileName", "a");
    let untag = [profile, ("TagKeys.member.1", "K")];
    root.iam("UntagInstanceProfile", &untag).await.ok();
    let tag = [
        profile,
        ("Tags.member.1.Key", "x"),
        ("Tags.member.1.Value", "y"),
    ];
    root.iam("TagInstanceProfile", &tag).await.ok();
    let tags = root.iam("ListInstanceProfileTags", &[profile]).await.ok();
    assert_eq!(tags.each("Tags", "Key"), ["x"]);
}

#[tokio::test]
async fn server_certificates_are_certificates() {
    let world = World::new().await;
    let root = Client::root(&world);
    let name = ("ServerCertificateName", "tls");
    let body = certificate();
    let key = body.replace("CERTIFICATE", "PRIVATE KEY");
    let upload = [
        name,
        ("CertificateBody", body.as_str()),
        ("PrivateKey", key.as_str()),
    ];
    let bad = [name, ("CertificateBody", "body"), upload[2]];
    let malformed = (
        400,
        "MalformedCertificate",
        "Unable to parse certificate. Please ensure the certificate is in PEM format.",
    );
    root.refused("UploadServerCertificate", &bad, malformed)
        .await;
    let kept = root.iam("UploadServerCertificate", &upload).await.ok();
    let expires = kept.text("ServerCertificateMetadata/Expiration");
    assert_eq!(expires, "2035-01-01T00:00:00Z");
    let rename = [
        name,
        ("NewServerCertificateName", "new"),
        ("NewPath", "/c/"),
    ];
    root.iam("UpdateServerCertificate", &rename).await.ok();
    let new = ("ServerCertificateName", "new");
    let told = root.iam("GetServerCertificate", &[new]).await.ok();
    let arn = "arn:aws:iam::111111111111:server-certificate/c/new";
    let place = "ServerCertificate/ServerCertificateMetadata/Arn";
    assert_eq!(told.text(place), arn);
    let gone = (
        404,
        "NoSuchEntity",
        "The Server Certificate with name tls cannot be found.",
    );
    root.refused("GetServerCertificate", &[name], gone).await;
    root.iam("DeleteServerCertificate", &[new]).await.ok();
}
