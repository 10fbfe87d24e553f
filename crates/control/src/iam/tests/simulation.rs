//! Simulations, by the engine that decides for real.

use super::{LAMBDA_TRUST, allow};
use crate::iam::testing::{Client, recorded};
use crate::testing::{Recording, World};

const IAM: &str = "aws-recordings/iam/test_iam.snapshot.json";
const ANN: &str = "arn:aws:iam::111111111111:user/ann";
const PRINCIPAL: (&str, &str) = ("PolicySourceArn", ANN);
const ACTION: &str = "ActionNames.member.1";
const RESOURCE: &str = "ResourceArns.member.1";

/// What is decided, and the policies that are told as matching.
async fn check(
    client: &Client<'_>,
    operation: &str,
    parameters: &[(&str, &str)],
    expected: (&str, &[&str]),
) {
    let reply = client.iam(operation, parameters).await.ok();
    let decisions = reply.each("EvaluationResults", "EvalDecision");
    let matched = reply.each(
        "EvaluationResults/member/MatchedStatements",
        "SourcePolicyId",
    );
    assert_eq!(decisions, [expected.0], "{parameters:?}");
    assert_eq!(matched, expected.1, "{parameters:?}");
}

#[tokio::test]
async fn all_policies_of_a_user_have_a_say() {
    let world = World::new().await;
    let root = Client::root(&world);
    let _ann = Client::user(&world, "ann", &allow("s3:GetObject", "*")).await;
    let group = ("GroupName", "team");
    root.iam("CreateGroup", &[group]).await.ok();
    let list = allow("s3:ListBucket", "*");
    let put = [group, ("PolicyName", "list"), ("PolicyDocument", &list)];
    root.iam("PutGroupPolicy", &put).await.ok();
    root.iam("AddUserToGroup", &[group, ("UserName", "ann")])
        .await
        .ok();
    let operation = "SimulatePrincipalPolicy";
    let ask = |action| [PRINCIPAL, (ACTION, action)];
    let own: (&str, &[&str]) = ("allowed", &["user_ann_own"]);
    check(&root, operation, &ask("s3:GetObject"), own).await;
    let through: (&str, &[&str]) = ("allowed", &["group_team_list"]);
    check(&root, operation, &ask("s3:ListBucket"), through).await;
    let nothing: (&str, &[&str]) = ("implicitDeny", &[]);
    check(&root, operation, &ask("s3:PutObject"), nothing).await;
    let deny =
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}"#;
    let mut denied = ask("s3:GetObject").to_vec();
    denied.push(("PolicyInputList.member.1", deny));
    let expected: (&str, &[&str]) = ("explicitDeny", &["PolicyInputList.1"]);
    check(&root, operation, &denied, expected).await;
    let mut bounded = ask("s3:GetObject").to_vec();
    let other = allow("sqs:*", "*");
    bounded.push(("PermissionsBoundaryPolicyInputList.member.1", &other));
    let reply = root.iam(operation, &bounded).await.ok();
    let inside = "EvaluationResults/member";
    assert_eq!(
        reply.text(&format!("{inside}/EvalDecision")),
        "implicitDeny"
    );
    let detail = "PermissionsBoundaryDecisionDetail/AllowedByPermissionsBoundary";
    assert_eq!(reply.text(&format!("{inside}/{detail}")), "false");
}

#[tokio::test]
async fn what_the_request_would_have_to_bring_is_told() {
    let world = World::new().await;
    let root = Client::root(&world);
    let policy = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${aws:username}/*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}]}"#;
    let document = ("PolicyInputList.member.1", policy);
    let keys = root
        .iam("GetContextKeysForCustomPolicy", &[document])
        .await
        .ok();
    let mut names = keys.each("ContextKeyNames", "");
    names.sort();
    assert_eq!(names, ["aws:SourceIp", "aws:username"]);
    let operation = "SimulateCustomPolicy";
    let ask = [
        document,
        (ACTION, "s3:GetObject"),
        (RESOURCE, "arn:aws:s3:::ann/x"),
    ];
    let reply = root.iam(operation, &ask).await.ok();
    let missing = reply.each("EvaluationResults/member/MissingContextValues", "");
    assert_eq!(missing.len(), 2, "{missing:?}");
    let entries = [
        ("ContextEntries.member.1.ContextKeyName", "aws:SourceIp"),
        (
            "ContextEntries.member.1.ContextKeyValues.member.1",
            "10.1.2.3",
        ),
        ("ContextEntries.member.1.ContextKeyType", "ip"),
        ("ContextEntries.member.2.ContextKeyName", "aws:username"),
        ("ContextEntries.member.2.ContextKeyValues.member.1", "ann"),
        ("ContextEntries.member.2.ContextKeyType", "string"),
    ];
    let with: Vec<_> = ask.into_iter().chain(entries).collect();
    let expected: (&str, &[&str]) = ("allowed", &["PolicyInputList.1"]);
    check(&root, operation, &with, expected).await;
    let mut wrong = with;
    wrong[4].1 = "somewhere";
    let refused = (
        400,
        "InvalidInput",
        "The values of the context key aws:SourceIp are not of the type ip.",
    );
    root.refused(operation, &wrong, refused).await;
}

#[tokio::test]
async fn a_resource_of_another_account_needs_both_sides() {
    let world = World::new().await;
    let root = Client::root(&world);
    let read = allow("s3:GetObject", "*");
    let resource = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":"{ANN}"}},"Action":"s3:GetObject","Resource":"*"}}]}}"#
    );
    let mut ask = vec![
        ("PolicyInputList.member.1", read.as_str()),
        (ACTION, "s3:GetObject"),
        (RESOURCE, "arn:aws:s3:::bucket/x"),
        ("ResourceOwner", "arn:aws:iam::222222222222:root"),
        ("CallerArn", ANN),
    ];
    let operation = "SimulateCustomPolicy";
    let one_side: (&str, &[&str]) = ("implicitDeny", &["PolicyInputList.1"]);
    check(&root, operation, &ask, one_side).await;
    ask.push(("ResourcePolicy", &resource));
    let reply = root.iam(operation, &ask).await.ok();
    let inside = "EvaluationResults/member";
    assert_eq!(reply.text(&format!("{inside}/EvalDecision")), "allowed");
    let sides = reply.each(&format!("{inside}/EvalDecisionDetails"), "key");
    assert_eq!(sides, ["IAM Policy", "Resource Policy"]);
    ask.retain(|(name, _)| *name != "CallerArn");
    let (status, code, _) = root.iam(operation, &ask).await.error();
    assert_eq!((status, code.as_str()), (400, "InvalidInput"));
}

/// IAM API reference, SimulateCustomPolicy, `ResourceOwner`: it is the caller's account that may be
/// another, and without `CallerArn` there is none.
#[tokio::test]
async fn without_a_caller_no_resource_is_in_another_account() {
    let world = World::new().await;
    let root = Client::root(&world);
    let invoke = allow("lambda:InvokeFunction", "*");
    let function = "arn:aws:lambda:us-east-1:222222222222:function:f";
    let mut ask = vec![
        ("PolicyInputList.member.1", invoke.as_str()),
        (ACTION, "lambda:InvokeFunction"),
        (RESOURCE, function),
    ];
    let matched: &[&str] = &["PolicyInputList.1"];
    check(&root, "SimulateCustomPolicy", &ask, ("allowed", matched)).await;
    ask.push(("CallerArn", ANN));
    let crossing = ("implicitDeny", matched);
    check(&root, "SimulateCustomPolicy", &ask, crossing).await;
}

#[tokio::test]
async fn levels_of_an_organization_must_all_allow() {
    let world = World::new().await;
    let root = Client::root(&world);
    let all = allow("*", "*");
    let none = allow("sqs:*", "*");
    for (second, decision, by_organizations) in
        [(&all, "allowed", "true"), (&none, "implicitDeny", "false")]
    {
        let level = |n: u8| {
            format!(
                "OrderedOrganizationPolicyInputList.member.{n}.ServiceControlPolicyInputList.member.1"
            )
        };
        let (first_level, second_level) = (level(1), level(2));
        let ask = [
            ("PolicyInputList.member.1", all.as_str()),
            (ACTION, "s3:GetObject"),
            (first_level.as_str(), all.as_str()),
            (second_level.as_str(), second.as_str()),
        ];
        let reply = root.iam("SimulateCustomPolicy", &ask).await.ok();
        let inside = "EvaluationResults/member";
        assert_eq!(reply.text(&format!("{inside}/EvalDecision")), decision);
        let detail = format!("{inside}/OrganizationsDecisionDetail/AllowedByOrganizations");
        assert_eq!(reply.text(&detail), by_organizations);
    }
}

/// The organization that `--organization FILE` gives: its root denies nothing, the account's unit
/// denies to delete.
#[tokio::test]
async fn the_organization_of_the_account_limits_its_principals() {
    let world = World::new().await;
    let organization = serde_json::json!({
        "Id": "o-exampleorg1", "ManagementAccountId": "999999999999",
        "Policies": [{
            "Id": "p-keepitall1", "Type": "SERVICE_CONTROL_POLICY",
            "Content": {
                "Version": "2012-10-17",
                "Statement": {"Effect": "Deny", "Action": "s3:Delete*", "Resource": "*"},
            },
        }],
        "Root": {
            "Id": "r-ab12", "Policies": [], "Accounts": [{"Id": "999999999999"}],
            "OrganizationalUnits": [{
                "Id": "ou-ab12-11111111",
                "Policies": ["p-FullAWSAccess", "p-keepitall1"],
                "Accounts": [{"Id": "111111111111"}],
            }],
        },
    });
    let organization = identity::Organization::read(&organization.to_string()).unwrap();
    world.identity.join(organization);
    let root = Client::root(&world);
    let _ann = Client::user(&world, "ann", &allow("s3:*", "*")).await;
    for (action, decision, matched, by_organizations) in [
        ("s3:GetObject", "allowed", "user_ann_own", "true"),
        ("s3:DeleteObject", "explicitDeny", "p-keepitall1", "false"),
        ("sqs:SendMessage", "implicitDeny", "", "true"),
    ] {
        let ask = [PRINCIPAL, (ACTION, action)];
        let reply = root.iam("SimulatePrincipalPolicy", &ask).await.ok();
        let inside = "EvaluationResults/member";
        assert_eq!(reply.text(&format!("{inside}/EvalDecision")), decision);
        let statements = format!("{inside}/MatchedStatements");
        let told = reply.each(&statements, "SourcePolicyId");
        assert_eq!(told.concat(), matched, "{action}");
        let detail = format!("{inside}/OrganizationsDecisionDetail/AllowedByOrganizations");
        assert_eq!(reply.text(&detail), by_organizations, "{action}");
    }
}

#[tokio::test]
async fn what_cannot_be_simulated_is_refused() {
    let world = World::new().await;
    let root = Client::root(&world);
    let document = allow("s3:*", "*");
    let policy = ("PolicyInputList.member.1", document.as_str());
    let action = (ACTION, "s3:GetObject");
    for (parameters, expected) in [
        (
            vec![policy, (ACTION, "GetObject")],
            "GetObject is not the name of an action.",
        ),
        (
            vec![policy, (ACTION, "s3:*")],
            "s3:* is not the name of an action.",
        ),
        (
            vec![policy, action, ("ResourceHandlingOption", "EC2-VPC")],
            "ResourceHandlingOption is not supported by Portcullis.",
        ),
        (
            vec![policy, action, ("ResourceOwner", "nobody")],
            "ResourceOwner must name an account: nobody",
        ),
    ] {
        let refused = (400, "InvalidInput", expected);
        root.refused("SimulateCustomPolicy", &parameters, refused)
            .await;
    }
    let absent = [
        ("PolicySourceArn", "arn:aws:iam::111111111111:role/none"),
        action,
    ];
    let gone = (
        404,
        "NoSuchEntity",
        "The role with name none cannot be found.",
    );
    root.refused("SimulatePrincipalPolicy", &absent, gone).await;
    let ann = Client::user(&world, "ann", &document).await;
    let denied = ann
        .iam("SimulatePrincipalPolicy", &[PRINCIPAL, action])
        .await;
    assert_eq!(denied.status, 403);
}

#[tokio::test]
async fn combinations_come_in_pages() {
    let world = World::new().await;
    let root = Client::root(&world);
    let document = allow("s3:GetObject", "*");
    let ask = [
        ("PolicyInputList.member.1", document.as_str()),
        (ACTION, "s3:GetObject"),
        ("ActionNames.member.2", "s3:PutObject"),
        (RESOURCE, "arn:aws:s3:::a"),
        ("ResourceArns.member.2", "arn:aws:s3:::b"),
        ("MaxItems", "3"),
    ];
    let first = root.iam("SimulateCustomPolicy", &ask).await.ok();
    let decisions = first.each("EvaluationResults", "EvalDecision");
    assert_eq!(decisions, ["allowed", "allowed", "implicitDeny"]);
    let marker = first.text("Marker");
    let rest: Vec<_> = ask
        .into_iter()
        .chain([("Marker", marker.as_str())])
        .collect();
    let second = root.iam("SimulateCustomPolicy", &rest).await.ok();
    let names = second.each("EvaluationResults", "EvalResourceName");
    assert_eq!(names, ["arn:aws:s3:::b"]);
}

/// AWS told of an organization, which this account is not in.
#[tokio::test]
async fn a_role_is_simulated_as_recorded() {
    let known = [
        ("<partition>", "aws"),
        ("<source-policy-id:1>", "reading"),
        ("arn:aws:s3:::bucket", "arn:aws:s3:::bucket"),
    ];
    let name = "test_simulate_principle_policy[role]";
    let Some(recorded) = recorded(IAM, name, &known) else {
        return;
    };
    let mut recorded = recorded["response"].clone();
    for result in recorded["EvaluationResults"].as_array_mut().unwrap() {
        result
            .as_object_mut()
            .unwrap()
            .remove("OrganizationsDecisionDetail");
    }
    let (world, mut recording) = (World::new().await, Recording::default());
    let root = Client::root(&world);
    let document = r#"{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}}"#;
    let create = [("PolicyName", "reading"), ("PolicyDocument", document)];
    let policy = root.iam("CreatePolicy", &create).await.ok();
    let policy = policy.text("Policy/Arn");
    let role = ("RoleName", "r");
    let create = [role, ("AssumeRolePolicyDocument", LAMBDA_TRUST)];
    let arn = root.iam("CreateRole", &create).await.ok().text("Role/Arn");
    root.iam("AttachRolePolicy", &[role, ("PolicyArn", &policy)])
        .await
        .ok();
    let ask = [
        ("PolicySourceArn", arn.as_str()),
        (ACTION, "s3:PutObject"),
        ("ActionNames.member.2", "s3:GetObjectVersion"),
        (RESOURCE, "arn:aws:s3:::bucket"),
    ];
    let reply = root.iam("SimulatePrincipalPolicy", &ask).await;
    reply.check(&mut recording, name, &recorded);
}
