//! AWS::IAM

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use wire::iam::{
    GetGroup, GetGroupPolicy, GetInstanceProfile, GetPolicy, GetRolePolicy, GetUser, GetUserPolicy,
    ListAccessKeys, ListAttachedGroupPolicies, ListAttachedRolePolicies, ListGroupsForUser,
    ListUserPolicies,
};

use super::{Bench, Row};

fn document(action: &str) -> Value {
    json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": "*"}]})
}

/// Of RFC 3986.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
const READ_ONLY: &str = "arn:aws:iam::aws:policy/ReadOnlyAccess";

async fn bearers(bench: &Bench) {
    for group in ["g", "h"] {
        bench
            .create("AWS::IAM::Group", group, json!({"GroupName": group}))
            .await;
    }
    bench
        .create("AWS::IAM::User", "User", json!({"UserName": "u"}))
        .await;
}

#[tokio::test]
async fn users_and_groups_live() {
    let bench = Bench::new().await;
    bearers(&bench).await;
    let user = json!({
        "UserName": "v", "Path": "/a/", "Groups": ["g"],
        "Policies": [{"PolicyName": "one", "PolicyDocument": document("s3:*")}],
        "ManagedPolicyArns": [READ_ONLY],
        "LoginProfile": {"Password": "Correct-horse-1"},
        "Tags": [{"Key": "a", "Value": "1"}],
    });
    let other = json!({
        "UserName": "v", "Groups": ["h"],
        "Policies": [{"PolicyName": "two", "PolicyDocument": document("sqs:*")}],
    });
    bench
        .live::<GetUser>(Row {
            kind: "AWS::IAM::User",
            before: user.clone(),
            after: other.clone(),
            place: &|name| json!({"UserName": name}),
            shows: [
                json!({"User": {"Path": "/a/", "Tags": [{"Key": "a", "Value": "1"}, {"Key": "owner"}]}}),
                json!({"User": {"Path": "/", "Tags": [{"Key": "owner", "Value": "bench"}]}}),
            ],
        })
        .await;
    bench
        .live::<ListUserPolicies>(Row {
            kind: "AWS::IAM::User",
            before: user.clone(),
            after: other.clone(),
            place: &|name| json!({"UserName": name}),
            shows: [
                json!({"PolicyNames": ["one"]}),
                json!({"PolicyNames": ["two"]}),
            ],
        })
        .await;
    bench
        .live::<ListGroupsForUser>(Row {
            kind: "AWS::IAM::User",
            before: user,
            after: other,
            place: &|name| json!({"UserName": name}),
            shows: [
                json!({"Groups": [{"GroupName": "g"}]}),
                json!({"Groups": [{"GroupName": "h"}]}),
            ],
        })
        .await;
    bench
        .live::<ListAttachedGroupPolicies>(Row {
            kind: "AWS::IAM::Group",
            before: json!({"ManagedPolicyArns": [READ_ONLY]}),
            after: json!({"Path": "/b/", "Policies": [{"PolicyName": "one", "PolicyDocument": document("s3:*")}]}),
            place: &|name| json!({"GroupName": name}),
            shows: [
                json!({"AttachedPolicies": [{"PolicyArn": READ_ONLY}]}),
                json!({"AttachedPolicies": []}),
            ],
        })
        .await;
    bench
        .live::<GetGroup>(Row {
            kind: "AWS::IAM::UserToGroupAddition",
            before: json!({"GroupName": "g", "Users": ["u"]}),
            after: json!({"GroupName": "g", "Users": []}),
            place: &|_| json!({"GroupName": "g"}),
            shows: [json!({"Users": [{"UserName": "u"}]}), json!({"Users": []})],
        })
        .await;
}

#[tokio::test]
async fn inline_policies_live() {
    let bench = Bench::new().await;
    bearers(&bench).await;
    // As IAM shows documents.
    let text = |action: &str| {
        let document = document(action).to_string();
        let shown = utf8_percent_encode(&document, UNRESERVED).to_string();
        json!({"PolicyDocument": shown})
    };
    macro_rules! lives {
        ($operation:ident, $kind:literal, $member:literal, $name:literal) => {
            bench
                .live::<$operation>(Row {
                    kind: $kind,
                    before: json!({"PolicyName": "p", "PolicyDocument": document("s3:*"), $member: $name}),
                    after: json!({"PolicyName": "p", "PolicyDocument": document("sqs:*"), $member: $name}),
                    place: &|_| json!({"PolicyName": "p", $member: $name}),
                    shows: [text("s3:*"), text("sqs:*")],
                })
                .await
        };
    }
    lives!(GetRolePolicy, "AWS::IAM::RolePolicy", "RoleName", "worker");
    lives!(GetUserPolicy, "AWS::IAM::UserPolicy", "UserName", "u");
    let made = lives!(GetGroupPolicy, "AWS::IAM::GroupPolicy", "GroupName", "g");
    assert_eq!(made.physical_id, "p|g");
    bench
        .live::<GetRolePolicy>(Row {
            kind: "AWS::IAM::Policy",
            before: json!({"PolicyName": "p", "PolicyDocument": document("s3:*"), "Roles": ["worker"], "Groups": ["g"]}),
            after: json!({"PolicyName": "p", "PolicyDocument": document("sqs:*"), "Roles": ["worker"], "Users": ["u"]}),
            place: &|_| json!({"PolicyName": "p", "RoleName": "worker"}),
            shows: [text("s3:*"), text("sqs:*")],
        })
        .await;
    let nobody = json!({"PolicyName": "p", "PolicyDocument": document("s3:*")});
    assert_eq!(
        bench.refused("AWS::IAM::Policy", nobody).await,
        "At least one of [Groups,Roles,Users] must be non-empty."
    );
}

#[tokio::test]
async fn a_policy_that_is_renamed_leaves_nothing_under_its_old_name() {
    let bench = Bench::new().await;
    let policy = |name: &str| json!({"PolicyName": name, "PolicyDocument": document("s3:*"), "Roles": ["worker"]});
    let made = bench
        .create("AWS::IAM::Policy", "Policy", policy("old"))
        .await;
    bench.change(&made, "Policy", &policy("new")).await;
    let has = async |name: &str| {
        let place = json!({"RoleName": "worker", "PolicyName": name});
        bench.call::<GetRolePolicy>(place).await.is_ok()
    };
    assert!(!has("old").await);
    assert!(has("new").await);
}

#[tokio::test]
async fn managed_policies_live() {
    let bench = Bench::new().await;
    bearers(&bench).await;
    let (before, after) = (
        json!({"Path": "/a/", "PolicyDocument": document("s3:*"), "Roles": ["worker"]}),
        json!({"Path": "/a/", "PolicyDocument": document("sqs:*"), "Users": ["u"]}),
    );
    bench
        .live::<GetPolicy>(Row {
            kind: "AWS::IAM::ManagedPolicy",
            before: before.clone(),
            after: after.clone(),
            place: &|arn| json!({"PolicyArn": arn}),
            shows: [
                json!({"Policy": {"AttachmentCount": 1, "Path": "/a/"}}),
                json!({"Policy": {"AttachmentCount": 1}}),
            ],
        })
        .await;
    let made = bench
        .live::<ListAttachedRolePolicies>(Row {
            kind: "AWS::IAM::ManagedPolicy",
            before: before.clone(),
            after: after.clone(),
            place: &|_| json!({"RoleName": "worker"}),
            shows: [
                json!({"AttachedPolicies": [{}]}),
                json!({"AttachedPolicies": []}),
            ],
        })
        .await;
    assert!(
        made.physical_id
            .starts_with("arn:aws:iam::111111111111:policy/a/bench-Thing-")
    );
    let mut made = bench
        .create("AWS::IAM::ManagedPolicy", "Often", before.clone())
        .await;
    for at in 0..8 {
        let next = if at % 2 == 0 { &after } else { &before };
        made = bench.change(&made, "Often", next).await;
    }
    assert_eq!(made.attributes["DefaultVersionId"], "v9");
    bench.delete(&made, "Often").await;
}

#[tokio::test]
async fn profiles_keys_and_linked_roles_live() {
    let bench = Bench::new().await;
    bearers(&bench).await;
    bench
        .world
        .role("other", r#"{"Version":"2012-10-17","Statement":[]}"#)
        .await;
    bench
        .live::<GetInstanceProfile>(Row {
            kind: "AWS::IAM::InstanceProfile",
            before: json!({"Roles": ["worker"]}),
            after: json!({"Roles": ["other"]}),
            place: &|name| json!({"InstanceProfileName": name}),
            shows: [
                json!({"InstanceProfile": {"Roles": [{"RoleName": "worker"}]}}),
                json!({"InstanceProfile": {"Roles": [{"RoleName": "other"}]}}),
            ],
        })
        .await;
    let key = bench
        .create("AWS::IAM::AccessKey", "Key", json!({"UserName": "u"}))
        .await;
    assert_eq!(
        key.attributes["SecretAccessKey"].as_str().unwrap().len(),
        40
    );
    let properties = json!({"UserName": "u"});
    let again = bench
        .make(("AWS::IAM::AccessKey", "Key"), &properties, true)
        .await
        .unwrap();
    assert_eq!(again.physical_id, key.physical_id);
    assert_ne!(again.attributes, key.attributes);
    let key = again;
    let off = bench
        .change(&key, "Key", &json!({"UserName": "u", "Status": "Inactive"}))
        .await;
    assert_eq!(off.attributes, key.attributes);
    let keys = async || {
        bench
            .call::<ListAccessKeys>(json!({"UserName": "u"}))
            .await
            .unwrap()
    };
    assert_eq!(keys().await["AccessKeyMetadata"][0]["Status"], "Inactive");
    bench.delete(&off, "Key").await;
    assert_eq!(keys().await["AccessKeyMetadata"], json!([]));
    let linked = json!({"AWSServiceName": "ops.apigateway.amazonaws.com"});
    let made = bench
        .create("AWS::IAM::ServiceLinkedRole", "Linked", linked.clone())
        .await;
    let again = bench
        .make(("AWS::IAM::ServiceLinkedRole", "Linked"), &linked, true)
        .await
        .unwrap();
    assert_eq!(again, made);
    bench.delete(&made, "Linked").await;
    bench.delete(&made, "Linked").await;
}
