//! Users and their keys.

use super::{READ, allow};
use crate::iam::testing::Client;
use crate::testing::World;

#[tokio::test]
async fn two_keys_are_enough_and_keep_a_user() {
    let world = World::new().await;
    let root = Client::root(&world);
    let user = ("UserName", "ann");
    root.iam("CreateUser", &[user]).await.ok();
    let first = root.iam("CreateAccessKey", &[user]).await.ok();
    root.iam("CreateAccessKey", &[user]).await.ok();
    let third = (
        409,
        "LimitExceeded",
        "Cannot exceed quota for AccessKeysPerUser: 2",
    );
    root.refused("CreateAccessKey", &[user], third).await;
    let keys_left = "Cannot delete entity, must delete access keys first.";
    root.refused("DeleteUser", &[user], (409, "DeleteConflict", keys_left))
        .await;
    let id = first.text("AccessKey/AccessKeyId");
    let told = root
        .iam("GetAccessKeyLastUsed", &[("AccessKeyId", &id)])
        .await
        .ok();
    assert_eq!(told.text("UserName"), "ann");
    assert_eq!(told.text("AccessKeyLastUsed/ServiceName"), "N/A");
    let listed = root.iam("ListAccessKeys", &[user]).await.ok();
    for id in listed.each("AccessKeyMetadata", "AccessKeyId") {
        root.iam("DeleteAccessKey", &[user, ("AccessKeyId", &id)])
            .await
            .ok();
    }
    let gone = format!("The Access Key with id {id} cannot be found.");
    let delete = [user, ("AccessKeyId", id.as_str())];
    root.refused("DeleteAccessKey", &delete, (404, "NoSuchEntity", &gone))
        .await;
    root.iam("DeleteUser", &[user]).await.ok();
}

#[tokio::test]
async fn a_key_works_as_long_as_it_is_active() {
    let world = World::new().await;
    let root = Client::root(&world);
    let ann = Client::user(&world, "ann", &allow("iam:*", "*")).await;
    let own = ann.iam("GetUser", &[]).await.ok();
    assert_eq!(own.text("User/Arn"), "arn:aws:iam::111111111111:user/ann");
    let id = ann
        .iam("ListAccessKeys", &[])
        .await
        .ok()
        .each("AccessKeyMetadata", "AccessKeyId");
    let mut update = [
        ("UserName", "ann"),
        ("AccessKeyId", &id[0]),
        ("Status", "Inactive"),
    ];
    root.iam("UpdateAccessKey", &update).await.ok();
    let (status, code, _) = ann.iam("GetUser", &[]).await.error();
    assert_eq!((status, code.as_str()), (403, "InvalidClientTokenId"));
    update[2].1 = "Active";
    root.iam("UpdateAccessKey", &update).await.ok();
    ann.iam("GetUser", &[]).await.ok();
}

#[tokio::test]
async fn a_renamed_user_keeps_keys_and_policies() {
    let world = World::new().await;
    let root = Client::root(&world);
    let ann = Client::user(&world, "ann", &allow("iam:GetUser", "*")).await;
    root.iam("CreateUser", &[("UserName", "bob")]).await.ok();
    let rename = |name| [("UserName", "ann"), ("NewUserName", name)];
    let taken = (
        409,
        "EntityAlreadyExists",
        "User with name bob already exists.",
    );
    root.refused("UpdateUser", &rename("bob"), taken).await;
    let mut update = rename("eve").to_vec();
    update.push(("NewPath", "/team/"));
    root.iam("UpdateUser", &update).await.ok();
    let own = ann.iam("GetUser", &[]).await.ok();
    assert_eq!(
        own.text("User/Arn"),
        "arn:aws:iam::111111111111:user/team/eve"
    );
    let gone = (
        404,
        "NoSuchEntity",
        "The user with name ann cannot be found.",
    );
    root.refused("GetUser", &[("UserName", "ann")], gone).await;
    let cased = [("UserName", "eve"), ("NewUserName", "Eve")];
    root.iam("UpdateUser", &cased).await.ok();
    assert_eq!(
        ann.iam("GetUser", &[]).await.ok().text("User/UserName"),
        "Eve"
    );
    let listed = root
        .iam("ListUsers", &[("PathPrefix", "/team/")])
        .await
        .ok();
    assert_eq!(listed.each("Users", "UserName"), ["Eve"]);
}

#[tokio::test]
async fn root_is_nobody_in_particular() {
    let world = World::new().await;
    let root = Client::root(&world);
    let own = root.iam("GetUser", &[]).await.ok();
    assert_eq!(own.text("User/Arn"), "arn:aws:iam::111111111111:root");
    let nobody = "Must specify userName when calling with non-User credentials";
    root.refused("CreateAccessKey", &[], (400, "ValidationError", nobody))
        .await;
    let keys = root.iam("ListAccessKeys", &[]).await.ok();
    assert_eq!(
        keys.each("AccessKeyMetadata", "AccessKeyId"),
        ["AKIAROOTROOTROOTROOT"]
    );
}

#[tokio::test]
async fn inline_policies_of_a_user_are_short_and_well_formed() {
    let world = World::new().await;
    let root = Client::root(&world);
    let user = ("UserName", "ann");
    root.iam("CreateUser", &[user]).await.ok();
    let put = |document| [user, ("PolicyName", "p"), ("PolicyDocument", document)];
    let long = allow("s3:*", &format!("arn:aws:s3:::{}", "x".repeat(2_000)));
    let too_long = "Maximum policy size of 2048 bytes exceeded for user ann";
    root.refused(
        "PutUserPolicy",
        &put(&long),
        (409, "LimitExceeded", too_long),
    )
    .await;
    let malformed = (400, "MalformedPolicyDocument", "Syntax errors in policy.");
    root.refused("PutUserPolicy", &put("{}x"), malformed).await;
    root.iam("PutUserPolicy", &put(READ)).await.ok();
    let names = root.iam("ListUserPolicies", &[user]).await.ok();
    assert_eq!(names.each("PolicyNames", ""), ["p"]);
    let left = "Cannot delete entity, must delete policies first.";
    root.refused("DeleteUser", &[user], (409, "DeleteConflict", left))
        .await;
}
