//! The gate, row by row: sections 1 and 2 of what AWS does about invocation permissions.

use model::RoleRecord;
use serde_json::{Value, json};

use super::*;
use crate::testing::{self, ACCOUNT, NOW, OTHER_ACCOUNT, World};
use crate::{Assumer, AuthMode, SessionAsk};

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";
const FOREIGN_FUNCTION: &str = "arn:aws:lambda:us-east-1:222222222222:function:f";
const API: &str = "arn:aws:execute-api:us-east-1:111111111111:abc";
const GATEWAY: &str = "apigateway.amazonaws.com";
const ROLE: &str = "arn:aws:iam::111111111111:role/api/gate";

/// As AddPermission composes it.
fn grant_to_gateway(resource: &str, source_arn: &str) -> Value {
    json!({
        "Sid": "s",
        "Effect": "Allow",
        "Principal": {"Service": GATEWAY},
        "Action": "lambda:InvokeFunction",
        "Resource": resource,
        "Condition": {"ArnLike": {"AWS:SourceArn": source_arn}},
    })
}

fn grant_to_account(resource: &str, source_arn: &str, account: &str) -> Value {
    let mut statement = grant_to_gateway(resource, source_arn);
    statement["Condition"]["StringEquals"] = json!({"AWS:SourceAccount": account});
    statement
}

fn arn(text: &str) -> FunctionArn {
    FunctionArn::parse(text).unwrap()
}

fn account(text: &str) -> AccountId {
    AccountId::new(text).unwrap()
}

fn ask(world: &World, invoker: &Invoker<'_>, target: &str) -> Result<Grant, Refused> {
    grant(&world.identity, invoker, &arn(target), NOW)
}

fn as_gateway(world: &World, source_arn: &str, target: &str) -> Result<Grant, Refused> {
    let source_account = account(source_arn.split(':').nth(4).unwrap());
    let invoker = Invoker::Service {
        principal: GATEWAY,
        source_arn,
        source_account: &source_account,
    };
    ask(world, &invoker, target)
}

/// Whether the service may invoke FUNCTION, if the one grant is bound to `pattern` and the request
/// comes from `source`, both below the API.
#[track_caller]
fn check(pattern: &str, source: &str, allowed: bool) {
    let statement = grant_to_gateway(FUNCTION, &format!("{API}{pattern}"));
    let world = World::new().function(FUNCTION, &[("", statement)]);
    let outcome = as_gateway(&world, &format!("{API}{source}"), FUNCTION);
    assert_eq!(
        outcome.is_ok(),
        allowed,
        "{pattern} for {source}: {outcome:?}"
    );
}

#[test]
fn a_grant_is_for_one_source() {
    check("/prod/GET/pets", "/prod/GET/pets", true);
    check("/prod/GET/pets", "/prod/POST/pets", false);
    check("/prod/GET/pets", "/dev/GET/pets", false);
    check("/prod/GET/pets", "/prod/GET/cats", false);
    check("/prod/GET/pets", "/prod/GET/pets/1", false);
    check("/*/GET/pets", "/dev/GET/pets", true);
    check("/*", "/dev/GET/pets/{proxy+}", true);
    check("/*/*/pets/*", "/dev/GET/pets/{id}", true);
}

#[test]
fn any_is_a_method_of_its_own() {
    check("/*/GET/pets", "/prod/ANY/pets", false);
    check("/*/ANY/pets", "/prod/ANY/pets", true);
    check("/*/*/pets", "/prod/ANY/pets", true);
}

#[test]
fn the_root_resource_ends_in_a_slash() {
    check("/prod/GET/", "/prod/GET/", true);
    check("/prod/GET", "/prod/GET/", false);
    check("/prod/GET/*", "/prod/GET/", true);
}

#[test]
fn the_test_button_and_authorizers_are_sources_like_any() {
    check("/prod/GET/pets", "/test-invoke-stage/GET/pets", false);
    check("/*/GET/pets", "/test-invoke-stage/GET/pets", true);
    check("/authorizers/a1", "/authorizers/a1", true);
    check("/authorizers/a1", "/authorizers/a2", false);
    check("/*/GET/pets", "/authorizers/a1", false);
}

#[test]
fn without_a_grant_nothing_is_invoked() {
    let world = World::new().function(FUNCTION, &[]);
    for target in [FUNCTION, FOREIGN_FUNCTION] {
        let refused = as_gateway(&world, &format!("{API}/prod/GET/pets"), target).unwrap_err();
        assert_eq!(refused.kind, RefusedKind::NotPermitted);
    }
}

/// Whether a grant under `key` for `resource` lets `target` be invoked.
#[track_caller]
fn check_qualifier(key: &str, resource: &str, target: &str, allowed: bool) {
    let resource = format!("{FUNCTION}{resource}");
    let statement = grant_to_gateway(&resource, &format!("{API}/*"));
    let world = World::new().function(FUNCTION, &[(key, statement)]);
    let target = format!("{FUNCTION}{target}");
    let outcome = as_gateway(&world, &format!("{API}/prod/GET/pets"), &target);
    assert_eq!(outcome.is_ok(), allowed, "{key} for {target}");
}

#[test]
fn a_grant_belongs_to_one_qualifier() {
    check_qualifier("", "", "", true);
    check_qualifier("", "", ":prod", false);
    check_qualifier("prod", ":prod", ":prod", true);
    check_qualifier("prod", ":prod", "", false);
    check_qualifier("prod", ":prod", ":test", false);
    check_qualifier("1", ":1", ":1", true);
    check_qualifier("1", ":1", ":2", false);
}

#[test]
fn latest_is_judged_as_the_unqualified_function() {
    check_qualifier("", "", ":$LATEST", true);
    check_qualifier("prod", ":prod", ":$LATEST", false);
}

#[test]
fn the_source_account_counts() {
    for (granted, allowed) in [(ACCOUNT, true), (OTHER_ACCOUNT, false)] {
        let statement = grant_to_account(FUNCTION, &format!("{API}/*"), granted);
        let world = World::new().function(FUNCTION, &[("", statement)]);
        let outcome = as_gateway(&world, &format!("{API}/prod/GET/pets"), FUNCTION);
        assert_eq!(outcome.is_ok(), allowed, "{granted}");
    }
}

#[test]
fn a_grant_to_another_service_is_none() {
    let mut statement = grant_to_gateway(FUNCTION, &format!("{API}/*"));
    statement["Principal"] = json!({"Service": "s3.amazonaws.com"});
    let world = World::new().function(FUNCTION, &[("", statement)]);
    assert!(as_gateway(&world, &format!("{API}/prod/GET/pets"), FUNCTION).is_err());
}

#[test]
fn a_function_of_another_account_grants_to_the_apis_account() {
    let source = format!("{API}/prod/GET/pets");
    for (pattern, allowed) in [
        (format!("{API}/*"), true),
        (
            "arn:aws:execute-api:us-east-1:222222222222:abc/*".to_owned(),
            false,
        ),
    ] {
        let statement = grant_to_gateway(FOREIGN_FUNCTION, &pattern);
        let world = World::new().function(FOREIGN_FUNCTION, &[("", statement)]);
        let outcome = as_gateway(&world, &source, FOREIGN_FUNCTION);
        assert_eq!(outcome.is_ok(), allowed, "{pattern}");
    }
}

fn trust(service: &str) -> Value {
    json!({"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"})
}

fn may_invoke(resource: &str) -> Value {
    json!({"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": resource})
}

fn role(trusted: &str, inline: &[(&str, Value)]) -> RoleRecord {
    testing::role(ROLE, &trust(trusted), inline)
}

fn as_role(world: &World, target: &str) -> Result<Grant, Refused> {
    let invoker = Invoker::Role {
        principal: GATEWAY,
        role_arn: ROLE,
    };
    ask(world, &invoker, target)
}

#[track_caller]
fn check_role(world: &World, target: &str, expected: Result<(), RefusedKind>) {
    let outcome = as_role(world, target).map(|grant| {
        assert!(matches!(grant.how(), Granted::Role));
        assert_eq!(grant.function(), &arn(target));
    });
    assert_eq!(outcome.map_err(|refused| refused.kind), expected);
}

#[test]
fn a_role_must_be_trusting_and_permitted() {
    let world = || World::new().function(FUNCTION, &[]);
    let permitted = [("p", may_invoke(FUNCTION))];
    check_role(&world().put(&role(GATEWAY, &permitted)), FUNCTION, Ok(()));
    let not_assumable = Err(RefusedKind::RoleNotAssumable);
    check_role(&world(), FUNCTION, not_assumable);
    let distrusting = role("lambda.amazonaws.com", &permitted);
    check_role(&world().put(&distrusting), FUNCTION, not_assumable);
    let not_permitted = Err(RefusedKind::NotPermitted);
    check_role(&world().put(&role(GATEWAY, &[])), FUNCTION, not_permitted);
    let prod = format!("{FUNCTION}:prod");
    check_role(
        &world().put(&role(GATEWAY, &permitted)),
        &prod,
        not_permitted,
    );
    let prod_only = [("p", may_invoke(&prod))];
    check_role(&world().put(&role(GATEWAY, &prod_only)), &prod, Ok(()));
}

#[test]
fn a_role_brings_no_source_arn_so_a_grant_to_the_service_does_not_help_it() {
    let statement = grant_to_gateway(FUNCTION, &format!("{API}/*"));
    let world = World::new()
        .function(FUNCTION, &[("", statement)])
        .put(&role(GATEWAY, &[]));
    check_role(&world, FUNCTION, Err(RefusedKind::NotPermitted));
}

#[test]
fn between_accounts_role_and_function_must_both_allow() {
    let to_role = json!({
        "Sid": "s",
        "Effect": "Allow",
        "Principal": {"AWS": ROLE},
        "Action": "lambda:InvokeFunction",
        "Resource": FOREIGN_FUNCTION,
    });
    let permitted = [("p", may_invoke(FOREIGN_FUNCTION))];
    for (grants, inline, expected) in [
        (vec![("", to_role.clone())], &permitted[..], Ok(())),
        (vec![("", to_role)], &[][..], Err(RefusedKind::NotPermitted)),
        (vec![], &permitted[..], Err(RefusedKind::NotPermitted)),
    ] {
        let world = World::new()
            .function(FOREIGN_FUNCTION, &grants)
            .put(&role(GATEWAY, inline));
        check_role(&world, FOREIGN_FUNCTION, expected);
    }
}

#[test]
fn a_caller_brings_its_own_policies() {
    let world = World::new()
        .function(FUNCTION, &[])
        .put(&role(GATEWAY, &[("p", may_invoke(FUNCTION))]));
    let by = Assumer::Service(GATEWAY);
    let narrowed = json!({"Version": "2012-10-17", "Statement": [may_invoke("arn:aws:s3:::x")]});
    let narrowed = narrowed.to_string();
    for (policy, allowed) in [(None, true), (Some(narrowed.as_str()), false)] {
        let session = SessionAsk {
            policy,
            ..SessionAsk::new("me", 900)
        };
        let caller = world
            .identity
            .assume_role(&by, ROLE, &session, NOW)
            .unwrap()
            .caller;
        let outcome = ask(&world, &Invoker::Caller(&caller), FUNCTION);
        assert_eq!(outcome.is_ok(), allowed);
    }
}

#[test]
fn a_poller_invokes_by_what_its_role_may_read() {
    let reads = json!({"Effect": "Allow", "Action": ["sqs:ReceiveMessage", "s3:GetObject"], "Resource": "*"});
    let world = World::new().put(&role(GATEWAY, &[("p", reads)]));
    let by = Assumer::Service(GATEWAY);
    let session = world
        .identity
        .assume_role(&by, ROLE, &SessionAsk::new("me", 900), NOW);
    let caller = session.unwrap().caller;
    let resources = ["arn:aws:sqs:us-east-1:111111111111:q".to_owned()];
    let context = policy::Context::new();
    let permit = |caller: &Caller, action: &str| {
        let ask = crate::Ask::new(action, &resources, &context);
        world.identity.authorize(caller, &ask).unwrap()
    };
    let root = Caller::root(account(ACCOUNT), "AKIA");
    for (permit, granted) in [
        (permit(&caller, "sqs:ReceiveMessage"), true),
        (permit(&caller, "s3:GetObject"), false),
        (permit(&root, "sqs:ReceiveMessage"), false),
    ] {
        let grant = grant_to_event_source(&permit, &arn(FUNCTION));
        assert_eq!(grant.is_some(), granted, "{permit:?}");
    }
}

#[test]
fn the_function_sees_who_invoked_it() {
    let statement = grant_to_gateway(FUNCTION, &format!("{API}/*"));
    let world = World::new()
        .function(FUNCTION, &[("", statement)])
        .put(&role(GATEWAY, &[("p", may_invoke(FUNCTION))]));
    let source = format!("{API}/prod/GET/pets");
    let grant = as_gateway(&world, &source, FUNCTION).unwrap();
    let InvokedBy::Service {
        principal,
        source_arn,
    } = grant.caller()
    else {
        panic!("{grant:?}");
    };
    assert_eq!(
        (principal.as_str(), source_arn.as_deref()),
        (GATEWAY, Some(source.as_str()))
    );
    let grant = as_role(&world, FUNCTION).unwrap();
    let InvokedBy::Caller(caller) = grant.caller() else {
        panic!("{grant:?}");
    };
    assert_eq!(
        caller.arn(),
        "arn:aws:sts::111111111111:assumed-role/gate/BackplaneAssumeRoleSession"
    );
}

#[test]
fn what_is_only_reported_passes_and_carries_the_refusal() {
    let world = World::with(AuthMode::Strict, Permissions::Report);
    for outcome in [
        as_gateway(&world, &format!("{API}/prod/GET/pets"), FUNCTION),
        as_role(&world, FUNCTION),
    ] {
        let grant = outcome.unwrap();
        let Granted::Reported(refused) = grant.how() else {
            panic!("{grant:?}");
        };
        assert!(!refused.fix.cli.is_empty());
    }
}

#[track_caller]
fn check_fix(outcome: Result<Grant, Refused>, expected: &str) {
    let refused = outcome.unwrap_err();
    assert_eq!(refused.fix.cli, expected);
    assert!(!refused.explanation.allowed);
}

#[test]
fn a_service_is_helped_by_a_permission_for_exactly_its_source() {
    let world = World::new().function(FUNCTION, &[]);
    check_fix(
        as_gateway(
            &world,
            &format!("{API}/prod/GET/pets"),
            &format!("{FUNCTION}:prod"),
        ),
        "aws lambda add-permission --function-name f --qualifier prod --statement-id \
         portcullis-1ced08fd --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
         --source-arn arn:aws:execute-api:us-east-1:111111111111:abc/prod/GET/pets \
         --region us-east-1",
    );
    check_fix(
        as_gateway(
            &world,
            &format!("{API}/prod/ANY/{{proxy+}}"),
            FOREIGN_FUNCTION,
        ),
        "# with credentials of account 222222222222:\n\
         aws lambda add-permission --function-name \
         arn:aws:lambda:us-east-1:222222222222:function:f --statement-id portcullis-82e7b59d \
         --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn \
         'arn:aws:execute-api:us-east-1:111111111111:abc/prod/ANY/{proxy+}' --region us-east-1",
    );
}

#[test]
fn a_role_is_helped_by_trust_or_by_a_policy() {
    let world = World::new().function(FUNCTION, &[]);
    check_fix(
        as_role(&world, FUNCTION),
        "aws iam create-role --role-name gate --assume-role-policy-document \
         '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\
         {\"Service\":\"apigateway.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}'",
    );
    let world = world.put(&role("lambda.amazonaws.com", &[]));
    check_fix(
        as_role(&world, FUNCTION),
        "aws iam update-assume-role-policy --role-name gate --policy-document \
         '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\
         {\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"},{\"Effect\":\
         \"Allow\",\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"},\"Action\":\
         \"sts:AssumeRole\"}]}'",
    );
    let world = world.put(&role(GATEWAY, &[]));
    check_fix(
        as_role(&world, FUNCTION),
        "aws iam put-role-policy --role-name gate --policy-name invoke-f-e4c97089 \
         --policy-document '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\
         \"Action\":\"lambda:InvokeFunction\",\"Resource\":\
         \"arn:aws:lambda:us-east-1:111111111111:function:f\"}]}'",
    );
}

#[test]
fn a_foreign_function_is_opened_to_the_role() {
    let world = World::new()
        .function(FOREIGN_FUNCTION, &[])
        .put(&role(GATEWAY, &[("p", may_invoke(FOREIGN_FUNCTION))]));
    check_fix(
        as_role(&world, FOREIGN_FUNCTION),
        "# with credentials of account 222222222222:\n\
         aws lambda add-permission --function-name \
         arn:aws:lambda:us-east-1:222222222222:function:f --statement-id portcullis-491f5396 \
         --action lambda:InvokeFunction --principal arn:aws:iam::111111111111:role/api/gate \
         --region us-east-1",
    );
}

#[test]
fn a_foreign_caller_of_latest_is_told_to_leave_the_qualifier_out() {
    let latest = format!("{FOREIGN_FUNCTION}:$LATEST");
    let world = World::new()
        .function(FOREIGN_FUNCTION, &[])
        .put(&role(GATEWAY, &[("p", may_invoke(&latest))]));
    check_fix(
        as_role(&world, &latest),
        "# Invoke the function without $LATEST: no grant can be given on that qualifier.",
    );
}

#[test]
fn an_explicit_deny_is_not_helped_by_adding() {
    let deny = json!({"Sid": "No", "Effect": "Deny", "Action": "lambda:*", "Resource": "*"});
    let world = World::new()
        .function(FUNCTION, &[])
        .put(&role(GATEWAY, &[("a", may_invoke(FUNCTION)), ("d", deny)]));
    check_fix(
        as_role(&world, FUNCTION),
        "# Remove the Deny: statement \"No\" of inline policy d of role gate.",
    );
}

/// The fix that a refusal suggests, applied, turns the decision.
#[test]
fn the_suggested_statement_helps() {
    let source = format!("{API}/prod/GET/{{proxy+}}");
    for target in ["", ":prod", ":$LATEST"] {
        let target = format!("{FUNCTION}{target}");
        let world = World::new().function(FUNCTION, &[]);
        let refused = as_gateway(&world, &source, &target).unwrap_err();
        let statement = refused.fix.statement_json.unwrap();
        let statement: Value = serde_json::from_str(&statement).unwrap();
        let key = if target.ends_with(":prod") {
            "prod"
        } else {
            ""
        };
        let world = world.function(FUNCTION, &[(key, statement)]);
        assert!(as_gateway(&world, &source, &target).is_ok(), "{target}");
    }
}
