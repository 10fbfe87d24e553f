//! The account as a whole.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{BASIC, LAMBDA_TRUST, READ, allow};
use crate::iam::testing::Client;
use crate::testing::World;

#[tokio::test]
async fn an_account_has_one_alias() {
    let world = World::new().await;
    let root = Client::root(&world);
    for alias in ["first-name", "second-name"] {
        root.iam("CreateAccountAlias", &[("AccountAlias", alias)])
            .await
            .ok();
    }
    let listed = root.iam("ListAccountAliases", &[]).await.ok();
    assert_eq!(listed.each("AccountAliases", ""), ["second-name"]);
    let first = [("AccountAlias", "first-name")];
    let (status, code, _) = root.iam("DeleteAccountAlias", &first).await.error();
    assert_eq!((status, code.as_str()), (404, "NoSuchEntity"));
    let second = [("AccountAlias", "second-name")];
    root.iam("DeleteAccountAlias", &second).await.ok();
}

#[tokio::test]
async fn the_password_policy_is_there_or_not() {
    let world = World::new().await;
    let root = Client::root(&world);
    let absent = (
        404,
        "NoSuchEntity",
        "The Password Policy with domain name 111111111111 cannot be found.",
    );
    root.refused("GetAccountPasswordPolicy", &[], absent).await;
    let update = [("RequireNumbers", "true"), ("MaxPasswordAge", "60")];
    root.iam("UpdateAccountPasswordPolicy", &update).await.ok();
    let told = root.iam("GetAccountPasswordPolicy", &[]).await.ok();
    for (member, expected) in [
        ("MinimumPasswordLength", "6"),
        ("RequireNumbers", "true"),
        ("RequireSymbols", "false"),
        ("ExpirePasswords", "true"),
        ("MaxPasswordAge", "60"),
    ] {
        assert_eq!(told.text(&format!("PasswordPolicy/{member}")), expected);
    }
    root.iam("DeleteAccountPasswordPolicy", &[]).await.ok();
    root.refused("DeleteAccountPasswordPolicy", &[], absent)
        .await;
}

#[tokio::test]
async fn the_summary_counts_what_is_there() {
    let world = World::new().await;
    let root = Client::root(&world);
    root.iam("CreateUser", &[("UserName", "ann")]).await.ok();
    root.iam("CreateGroup", &[("GroupName", "team")]).await.ok();
    let summary = root.iam("GetAccountSummary", &[]).await.ok();
    let names = summary.each("SummaryMap", "key");
    let counts = summary.each("SummaryMap", "value");
    for (name, expected) in [
        ("Users", "1"),
        ("Groups", "1"),
        ("UsersQuota", "5000"),
        ("AccountAccessKeysPresent", "1"),
        ("MFADevices", "0"),
    ] {
        let place = names.iter().position(|held| held == name).unwrap();
        assert_eq!(counts[place], expected, "{name}");
    }
    assert_eq!(names.len(), 34);
}

#[tokio::test]
async fn the_report_says_who_may_sign_in_with_what() {
    let world = World::new().await;
    let root = Client::root(&world);
    let ann = Client::user(&world, "ann", &allow("iam:ListUsers", "*")).await;
    ann.iam("ListUsers", &[]).await.ok();
    let absent = root.iam("GetCredentialReport", &[]).await.error();
    assert_eq!((absent.0, absent.1.as_str()), (410, "ReportNotPresent"));
    for expected in ["STARTED", "COMPLETE"] {
        let reply = root.iam("GenerateCredentialReport", &[]).await.ok();
        assert_eq!(reply.text("State"), expected);
    }
    let reply = root.iam("GetCredentialReport", &[]).await.ok();
    let text = String::from_utf8(STANDARD.decode(reply.text("Content")).unwrap()).unwrap();
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    assert!(lines.iter().all(|line| line.len() == 22), "{text}");
    assert_eq!(lines[1][0], "<root_account>");
    let user = &lines[2];
    assert_eq!(user[0..2], ["ann", "arn:aws:iam::111111111111:user/ann"]);
    assert_eq!((user[3], user[7], user[8]), ("false", "false", "true"));
    assert_eq!(user[11..14], ["us-east-1", "iam", "false"]);
}

#[tokio::test]
async fn a_key_tells_its_last_use() {
    let world = World::new().await;
    let root = Client::root(&world);
    let ann = Client::user(&world, "ann", &allow("iam:ListUsers", "*")).await;
    let keys = root.iam("ListAccessKeys", &[("UserName", "ann")]).await;
    let id = keys.ok().each("AccessKeyMetadata", "AccessKeyId");
    let ask = [("AccessKeyId", id[0].as_str())];
    for expected in ["N/A", "iam"] {
        let told = root.iam("GetAccessKeyLastUsed", &ask).await.ok();
        assert_eq!(told.text("AccessKeyLastUsed/ServiceName"), expected);
        ann.iam("ListUsers", &[]).await.ok();
    }
}

#[tokio::test]
async fn everything_is_told_in_detail_and_in_pages() {
    let world = World::new().await;
    let root = Client::root(&world);
    let user = ("UserName", "ann");
    let group = ("GroupName", "team");
    root.iam("CreateUser", &[user]).await.ok();
    root.iam("CreateGroup", &[group]).await.ok();
    root.iam("AddUserToGroup", &[group, user]).await.ok();
    let policy = [("PolicyName", "own"), ("PolicyDocument", READ)];
    root.iam("CreatePolicy", &policy).await.ok();
    let attach = [group, ("PolicyArn", BASIC)];
    root.iam("AttachGroupPolicy", &attach).await.ok();
    let role = [
        ("RoleName", "r"),
        ("AssumeRolePolicyDocument", LAMBDA_TRUST),
    ];
    root.iam("CreateRole", &role).await.ok();
    let operation = "GetAccountAuthorizationDetails";
    let all = root.iam(operation, &[]).await.ok();
    assert_eq!(all.each("UserDetailList", "UserName"), ["ann"]);
    assert_eq!(all.each("GroupDetailList", "GroupName"), ["team"]);
    assert_eq!(all.each("RoleDetailList", "RoleName"), ["r", "worker"]);
    let names = ["own", "AWSLambdaBasicExecutionRole"];
    assert_eq!(all.each("Policies", "PolicyName"), names);
    let filter = [("Filter.member.1", "LocalManagedPolicy")];
    let local = root.iam(operation, &filter).await.ok();
    assert_eq!(local.each("Policies", "PolicyName"), ["own"]);
    assert!(local.each("RoleDetailList", "RoleName").is_empty());
    let mut marker = String::new();
    let mut seen = 0;
    loop {
        let mut ask = vec![("MaxItems", "2")];
        if !marker.is_empty() {
            ask.push(("Marker", marker.as_str()));
        }
        let page = root.iam(operation, &ask).await.ok();
        for list in [
            "UserDetailList",
            "GroupDetailList",
            "RoleDetailList",
            "Policies",
        ] {
            seen += page.each(list, "Arn").len();
        }
        if page.text("IsTruncated") == "false" {
            break;
        }
        marker = page.text("Marker");
    }
    assert_eq!(seen, 6);
}
