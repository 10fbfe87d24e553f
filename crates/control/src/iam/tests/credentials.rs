//! What users sign in with beside access keys: passwords, devices, keys and certificates.

use identity::mfa::code;
use model::Timestamp;

use super::allow;
use crate::iam::testing::{Client, certificate, recorded};
use crate::testing::{Recording, World};

const IAM: &str = "aws-recordings/iam/test_iam.snapshot.json";
const ANN: (&str, &str) = ("UserName", "ann");
const SERIAL: &str = "arn:aws:iam::111111111111:mfa/phones/one";
const DEVICE: (&str, &str) = ("SerialNumber", SERIAL);

#[tokio::test]
async fn a_password_is_checked_kept_and_changed_by_who_knows_it() {
    let world = World::new().await;
    let root = Client::root(&world);
    let ann = Client::user(&world, "ann", &allow("s3:*", "*")).await;
    let create = |password| [ANN, ("Password", password)];
    let (status, code, _) = root
        .iam("CreateLoginProfile", &create("simple"))
        .await
        .error();
    assert_eq!((status, code.as_str()), (400, "PasswordPolicyViolation"));
    let first = create("Correct-Horse-1");
    root.iam("CreateLoginProfile", &first).await.ok();
    let exists = (
        409,
        "EntityAlreadyExists",
        "Login Profile for user ann already exists.",
    );
    root.refused("CreateLoginProfile", &first, exists).await;
    let change = |old| [("OldPassword", old), ("NewPassword", "Another-Horse-2")];
    let denied = ann.iam("ChangePassword", &change("Correct-Horse-1")).await;
    assert_eq!(denied.status, 403);
    let policy = [
        ("AllowUsersToChangePassword", "true"),
        ("PasswordReusePrevention", "2"),
    ];
    root.iam("UpdateAccountPasswordPolicy", &policy).await.ok();
    let wrong = (403, "AccessDenied", "The old password was incorrect.");
    ann.refused("ChangePassword", &change("Wrong-Horse-0"), wrong)
        .await;
    ann.iam("ChangePassword", &change("Correct-Horse-1"))
        .await
        .ok();
    let reused = (
        400,
        "PasswordPolicyViolation",
        "Password has been used before and cannot be used again.",
    );
    root.refused("UpdateLoginProfile", &first, reused).await;
    let left = "Cannot delete entity, must delete login profile first.";
    root.iam("DeleteUserPolicy", &[ANN, ("PolicyName", "own")])
        .await
        .ok();
    let id = root.iam("ListAccessKeys", &[ANN]).await.ok();
    let id = id.each("AccessKeyMetadata", "AccessKeyId");
    root.iam("DeleteAccessKey", &[ANN, ("AccessKeyId", &id[0])])
        .await
        .ok();
    root.refused("DeleteUser", &[ANN], (409, "DeleteConflict", left))
        .await;
    root.iam("DeleteLoginProfile", &[ANN]).await.ok();
    let gone = (
        404,
        "NoSuchEntity",
        "Login Profile for User ann cannot be found.",
    );
    root.refused("GetLoginProfile", &[ANN], gone).await;
}

#[tokio::test]
async fn a_denial_of_changing_passwords_holds_against_the_accounts_policy() {
    let world = World::new().await;
    let root = Client::root(&world);
    let deny = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:ChangePassword","Resource":"*"}]}"#;
    let ann = Client::user(&world, "ann", deny).await;
    let policy = [("AllowUsersToChangePassword", "true")];
    root.iam("UpdateAccountPasswordPolicy", &policy).await.ok();
    let change = [("OldPassword", "a"), ("NewPassword", "Another-Horse-2")];
    let (status, _, message) = ann.iam("ChangePassword", &change).await.error();
    assert_eq!(status, 403);
    assert!(message.contains("explicit deny"), "{message}");
    let nobody = (
        400,
        "InvalidUserType",
        "Only IAM Users can change their own password",
    );
    root.refused("ChangePassword", &change, nobody).await;
}

/// Two codes that the device shows now, one after the other.
fn codes(world: &World) -> [String; 2] {
    let directory = world.control.identity().directory();
    let device = directory.mfa_device(SERIAL).unwrap();
    let now = jiff::Timestamp::now().as_second();
    [0, 30].map(|later| code(&device.seed, Timestamp::from_seconds(now + later)))
}

#[tokio::test]
async fn a_device_is_given_to_who_shows_two_codes() {
    let world = World::new().await;
    let root = Client::root(&world);
    root.iam("CreateUser", &[ANN]).await.ok();
    let create = [("VirtualMFADeviceName", "one"), ("Path", "/phones/")];
    let created = root.iam("CreateVirtualMFADevice", &create).await.ok();
    assert_eq!(created.text("VirtualMFADevice/SerialNumber"), SERIAL);
    let picture = created.text("VirtualMFADevice/QRCodePNG");
    assert!(picture.starts_with("iVBORw0KGgo"), "{picture}");
    let seed = created.text("VirtualMFADevice/Base32StringSeed");
    assert_eq!(seed.len(), 88, "64 letters, in base64");
    let taken = (
        409,
        "EntityAlreadyExists",
        "MFADevice entity at the same path and name already exists.",
    );
    root.refused("CreateVirtualMFADevice", &create, taken).await;
    let [first, second] = codes(&world);
    let enable = |first, second| {
        [
            ANN,
            DEVICE,
            ("AuthenticationCode1", first),
            ("AuthenticationCode2", second),
        ]
    };
    let wrong = (
        403,
        "InvalidAuthenticationCode",
        "Authentication code for device is not valid.",
    );
    root.refused("EnableMFADevice", &enable(&second, &first), wrong)
        .await;
    root.iam("EnableMFADevice", &enable(&first, &second))
        .await
        .ok();
    root.iam("ResyncMFADevice", &enable(&first, &second))
        .await
        .ok();
    let held = root.iam("ListMFADevices", &[ANN]).await.ok();
    assert_eq!(held.each("MFADevices", "SerialNumber"), [SERIAL]);
    let told = root.iam("GetMFADevice", &[ANN, DEVICE]).await.ok();
    assert_eq!(told.text("UserName"), "ann");
    let assigned = [("AssignmentStatus", "Assigned")];
    let all = root.iam("ListVirtualMFADevices", &assigned).await.ok();
    assert_eq!(all.each("VirtualMFADevices", "SerialNumber"), [SERIAL]);
    let in_use = "MFA VirtualDevice in use. Must deactivate first.";
    root.refused(
        "DeleteVirtualMFADevice",
        &[DEVICE],
        (409, "DeleteConflict", in_use),
    )
    .await;
    let left = "Cannot delete entity, must delete MFA device first.";
    root.refused("DeleteUser", &[ANN], (409, "DeleteConflict", left))
        .await;
    root.iam("DeactivateMFADevice", &[ANN, DEVICE]).await.ok();
    let not_hers = (404, "NoSuchEntity", "MFA Device invalid for user.");
    root.refused("DeactivateMFADevice", &[ANN, DEVICE], not_hers)
        .await;
    root.iam("DeleteVirtualMFADevice", &[DEVICE]).await.ok();
    let gone = format!("VirtualMFADevice with serial number {SERIAL} doesn't exist.");
    root.refused(
        "DeleteVirtualMFADevice",
        &[DEVICE],
        (404, "NoSuchEntity", &gone),
    )
    .await;
}

#[tokio::test]
async fn public_keys_and_certificates_are_kept() {
    let world = World::new().await;
    let root = Client::root(&world);
    root.iam("CreateUser", &[ANN]).await.ok();
    let upload = [ANN, ("SSHPublicKeyBody", "ssh-rsa YWJj ann")];
    let key = root.iam("UploadSSHPublicKey", &upload).await.ok();
    let id = key.text("SSHPublicKey/SSHPublicKeyId");
    assert!(id.starts_with("APKA") && id.len() == 20, "{id}");
    let (_, code, _) = root.iam("UploadSSHPublicKey", &upload).await.error();
    assert_eq!(code, "DuplicateSSHPublicKey");
    let key = ("SSHPublicKeyId", id.as_str());
    let update = [ANN, key, ("Status", "Inactive")];
    root.iam("UpdateSSHPublicKey", &update).await.ok();
    let told = root
        .iam("GetSSHPublicKey", &[ANN, key, ("Encoding", "SSH")])
        .await
        .ok();
    assert_eq!(told.text("SSHPublicKey/Status"), "Inactive");
    let body = certificate();
    let upload = [ANN, ("CertificateBody", body.as_str())];
    let kept = root.iam("UploadSigningCertificate", &upload).await.ok();
    let certificate = kept.text("Certificate/CertificateId");
    assert_eq!(certificate.len(), 32);
    let left = "Cannot delete entity, must remove referenced objects first.";
    let conflict = (409, "DeleteConflict", left);
    root.refused("DeleteUser", &[ANN], conflict).await;
    root.iam("DeleteSSHPublicKey", &[ANN, key]).await.ok();
    let gone = format!("The Public Key with id {id} cannot be found.");
    root.refused(
        "DeleteSSHPublicKey",
        &[ANN, key],
        (404, "NoSuchEntity", &gone),
    )
    .await;
    let delete = [ANN, ("CertificateId", certificate.as_str())];
    root.iam("DeleteSigningCertificate", &delete).await.ok();
    root.iam("DeleteUser", &[ANN]).await.ok();
}

#[tokio::test]
async fn credentials_for_services_live_as_recorded() {
    let name = "test_service_specific_credential_lifecycle[codecommit.amazonaws.com]";
    let known = [("<partition>", "aws"), ("<user-name:1>", "ann")];
    let Some(recorded) = recorded(IAM, name, &known) else {
        return;
    };
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    root.iam("CreateUser", &[ANN]).await.ok();
    let service = ("ServiceName", "codecommit.amazonaws.com");
    let created = root
        .iam("CreateServiceSpecificCredential", &[ANN, service])
        .await;
    let name = "create-service-specific-credential-response";
    created.check(&mut recording, name, &recorded[name]);
    let id = created.text("ServiceSpecificCredential/ServiceSpecificCredentialId");
    let id = ("ServiceSpecificCredentialId", id.as_str());
    let list = "ListServiceSpecificCredentials";
    let listed = root.iam(list, &[ANN, service]).await;
    let name = "list-service-specific-credentials-response-before-update";
    listed.check(&mut recording, name, &recorded[name]);
    let update = [ANN, id, ("Status", "Inactive")];
    root.iam("UpdateServiceSpecificCredential", &update)
        .await
        .ok();
    let reset = root.iam("ResetServiceSpecificCredential", &[ANN, id]).await;
    let name = "reset-service-specific-credential-response";
    reset.check(&mut recording, name, &recorded[name]);
    root.iam("DeleteServiceSpecificCredential", &[ANN, id])
        .await
        .ok();
    let gone = format!("No such credential {} exists", id.1);
    root.refused(
        "DeleteServiceSpecificCredential",
        &[ANN, id],
        (404, "NoSuchEntity", &gone),
    )
    .await;
}
