//! Files that are read, files that are refused, and what control policies leave of permissions.

use serde_json::{Value, json};

use super::*;
use crate::testing::{self, ACCOUNT, NOW, OTHER_ACCOUNT, ROOT_ID, World};
use crate::{Ask, Assumer, Caller, SessionAsk};

const ADMIN: &str = "arn:aws:iam::aws:policy/AdministratorAccess";
const ROLE: &str = "arn:aws:iam::111111111111:role/api";
const SCP: &str = "p-denylambda";
const RCP: &str = "p-samecompany";

/// The management account 999999999999 at the root; 111111111111 in a unit of a unit.
fn organization() -> Value {
    json!({
        "Id": "o-exampleorg1", "ManagementAccountId": "999999999999",
        "Policies": [
            {"Id": SCP, "Name": "No lambda", "Type": "SERVICE_CONTROL_POLICY", "Content": {
                "Version": "2012-10-17",
                "Statement": {"Effect": "Deny", "Action": "lambda:Delete*", "Resource": "*"},
            }},
            {"Id": "p-onlysome1", "Type": "SERVICE_CONTROL_POLICY", "Content": {
                "Version": "2012-10-17",
                "Statement": {"Effect": "Allow", "Action": ["lambda:*", "sts:*"], "Resource": "*"},
            }},
            {"Id": RCP, "Type": "RESOURCE_CONTROL_POLICY", "Content": {
                "Version": "2012-10-17",
                "Statement": {
                    "Effect": "Deny", "Principal": "*", "Action": ["sts:AssumeRole", "lambda:*"], "Resource": "*",
                    "Condition": {
                        "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-exampleorg1"},
                        "BoolIfExists": {"aws:PrincipalIsAWSService": "false"},
                    },
                },
            }},
        ],
        "Root": {
            "Id": "r-ab12", "Policies": [],
            "Accounts": [{"Id": "999999999999", "Policies": ["p-onlysome1"]}],
            "OrganizationalUnits": [{
                "Id": "ou-ab12-11111111", "Name": "workloads", "Policies": ["p-FullAWSAccess", SCP],
                "OrganizationalUnits": [{
                    "Id": "ou-ab12-22222222", "Policies": [RCP],
                    "Accounts": [{"Id": ACCOUNT, "Policies": ["p-onlysome1"]}],
                }],
            }],
        },
    })
}

fn world(organization: &Value) -> World {
    let read = Organization::read(&organization.to_string()).unwrap();
    let world = World::new();
    world.identity.join(read);
    world
}

fn denial(world: &World, caller: &Caller, action: &str) -> Option<String> {
    let context = Context::new();
    let ask = Ask::new(action, &[], &context);
    let denied = world.identity.authorize(caller, &ask).err()?;
    let (_, reason) = denied.message.split_once("resource: * ").unwrap();
    Some(reason.to_owned())
}

fn root(account: &str) -> Caller {
    Caller::root(AccountId::new(account).unwrap(), ROOT_ID)
}

#[test]
fn service_control_policies_limit_even_root() {
    let world = world(&organization());
    for (account, action, expected) in [
        (ACCOUNT, "lambda:GetFunction", None),
        (
            ACCOUNT,
            "lambda:DeleteFunction",
            Some(
                "with an explicit deny in a service control policy: arn:aws:organizations::999999999999:policy/o-exampleorg1/service_control_policy/p-denylambda",
            ),
        ),
        (
            ACCOUNT,
            "iam:ListUsers",
            Some("because no service control policy allows the iam:ListUsers action"),
        ),
        ("999999999999", "iam:ListUsers", None),
        (OTHER_ACCOUNT, "lambda:DeleteFunction", None),
    ] {
        let seen = denial(&world, &root(account), action);
        assert_eq!(seen.as_deref(), expected, "{account} {action}");
    }
}

fn session(world: &World, role_arn: &str) -> Caller {
    let by = Assumer::Service("lambda.amazonaws.com");
    let ask = SessionAsk::new("s", 900);
    world
        .identity
        .assume_role(&by, role_arn, &ask, NOW)
        .unwrap()
        .caller
}

#[test]
fn service_linked_roles_are_not_limited() {
    let linked =
        "arn:aws:iam::111111111111:role/aws-service-role/lambda.amazonaws.com/AWSServiceRoleForX";
    let trust = json!({"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"});
    let all = json!({"Effect": "Allow", "Action": "*", "Resource": "*"});
    let world = world(&organization())
        .put(&testing::role(linked, &trust, &[("p", all.clone())]))
        .put(&testing::role(ROLE, &trust, &[("p", all)]));
    assert_eq!(
        denial(&world, &session(&world, linked), "lambda:DeleteFunction"),
        None
    );
    assert!(denial(&world, &session(&world, ROLE), "lambda:DeleteFunction").is_some());
}

#[test]
fn resource_control_policies_keep_strangers_out() {
    let trust = json!({"Effect": "Allow", "Principal": {"AWS": [OTHER_ACCOUNT, "999999999999"]}, "Action": "sts:AssumeRole"});
    let world = world(&organization()).put(&testing::role(ROLE, &trust, &[]));
    for (account, allowed) in [(OTHER_ACCOUNT, false), ("999999999999", true)] {
        let user = format!("arn:aws:iam::{account}:user/ann");
        let mut record = testing::user(&user, &[], &[]);
        record.policies.managed = vec![model::Arn::new(ADMIN).unwrap()];
        let world = &world;
        world.change(
            model::Kind::User,
            model::Record::id(&record),
            Some(serde_json::to_vec(&record).unwrap()),
        );
        let holder = crate::caller::UserHolder {
            id: model::Record::id(&record),
            unique_id: record.unique_id.clone(),
        };
        let credentials = crate::caller::Credentials {
            access_key_id: None,
            temporary: None,
        };
        let principal = policy::Principal::User { arn: user };
        let holder = crate::caller::Holder::User(holder);
        let caller = Caller::new(record.account.clone(), principal, holder, credentials);
        let by = Assumer::Caller(&caller);
        let outcome = world
            .identity
            .assume_role(&by, ROLE, &SessionAsk::new("s", 900), NOW);
        assert_eq!(outcome.is_ok(), allowed, "{account}");
    }
}

#[test]
fn where_accounts_belong_stands_in_the_context() {
    let world = world(&organization());
    let directory = world.identity.directory();
    let context = root(ACCOUNT).context(&directory, &Context::new());
    assert_eq!(context.single("aws:PrincipalOrgID"), Some("o-exampleorg1"));
    assert_eq!(
        context.single("aws:PrincipalOrgPaths"),
        Some("o-exampleorg1/r-ab12/ou-ab12-11111111/ou-ab12-22222222/")
    );
    let context = root(OTHER_ACCOUNT).context(&directory, &Context::new());
    assert_eq!(context.single("aws:PrincipalOrgID"), None);
}

#[track_caller]
fn check(change: impl Fn(&mut Value), expected: &str) {
    let mut organization = organization();
    change(&mut organization);
    let refused = Organization::read(&organization.to_string()).unwrap_err();
    assert!(refused.to_string().contains(expected), "{refused}");
}

#[test]
fn what_is_not_understood_is_refused() {
    check(|it| it["Extra"] = json!(1), "unknown field `Extra`");
    check(
        |it| it["Root"]["Accounts"][0]["Email"] = json!(""),
        "unknown field `Email`",
    );
    check(
        |it| it["Id"] = json!("o-1"),
        "\"o-1\" is no id of an organization",
    );
    check(
        |it| it["Root"]["Id"] = json!("ou-ab12-11111111"),
        "no id of a root",
    );
    check(
        |it| it["Root"]["OrganizationalUnits"][0]["Id"] = json!("ou-1"),
        "no id of an organizational unit",
    );
    check(
        |it| it["Policies"][0]["Id"] = json!("deny"),
        "no id of a policy",
    );
    check(
        |it| it["Policies"][1]["Id"] = json!(SCP),
        "policy p-denylambda stands twice",
    );
    check(
        |it| it["Policies"][0]["Id"] = json!("p-FullAWSAccess"),
        "stands twice",
    );
    check(
        |it| it["Root"]["Policies"] = json!(["p-unknown1"]),
        "r-ab12 has policy p-unknown1",
    );
    check(
        |it| it["Root"]["Accounts"][0]["Id"] = json!(ACCOUNT),
        "account 111111111111 stands twice",
    );
    check(
        |it| it["ManagementAccountId"] = json!("123456789012"),
        "123456789012 stands nowhere",
    );
    check(
        |it| it["Policies"][0]["Type"] = json!("TAG_POLICY"),
        "TAG_POLICY",
    );
    let statement = |it: &mut Value, name: &str, value: Value| {
        it["Policies"][2]["Content"]["Statement"][name] = value;
    };
    check(
        |it| statement(it, "Effect", json!("Allow")),
        "p-samecompany: the Effect",
    );
    check(
        |it| statement(it, "Principal", json!({"AWS": ACCOUNT})),
        "the Principal",
    );
}

#[test]
fn a_policy_that_cannot_be_read_is_named_with_its_place() {
    let text = "{\n \"Id\": \"o-exampleorg1\", \"ManagementAccountId\": \"111111111111\",\n \"Policies\": [{\"Id\": \"p-broken12\", \"Type\": \"SERVICE_CONTROL_POLICY\",\n  \"Content\": {\"Version\": \"2012-10-17\",\n   \"Statement\": {\"Effect\": \"Maybe\", \"Action\": \"*\", \"Resource\": \"*\"}}}],\n \"Root\": {\"Id\": \"r-ab12\"}}";
    let refused = Organization::read(text).unwrap_err();
    let UnreadableOrganization::Policy { id, line, .. } = refused else {
        panic!("{refused}");
    };
    assert_eq!((id.as_str(), line), ("p-broken12", 5));
}

#[test]
fn awss_own_policies_can_be_read() {
    for level in world(&organization())
        .identity
        .directory()
        .organization()
        .unwrap()
        .service_control(&AccountId::new(ACCOUNT).unwrap())
    {
        assert!(
            level
                .iter()
                .all(|source| source.name.starts_with("arn:aws:organizations::"))
        );
    }
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let page = include_str!("../../../../docs/policy.md");
    let (_, rest) = page.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let organization = Organization::read(example).unwrap();
    assert_eq!(organization.id(), "o-exampleorg1");
    assert_eq!(organization.service_control_policies(), 1);
    assert!(organization.has(&AccountId::new("000000000000").unwrap()));
}
