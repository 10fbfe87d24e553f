//! Which calls are granted.

use model::{AuthorizationType, MethodVerb};

use super::*;

fn get_pets(call: Call) -> Vec<Method> {
    vec![method(MethodVerb::Get, "/pets", call)]
}

#[test]
fn a_grant_for_one_stage_leaves_the_others_and_the_test_button_without() {
    let pets = function("pets", &[("", "API/prod/GET/pets")]);
    check_edges(
        &landscape(get_pets(call("pets", None)), vec![pets]),
        &[
            "GET /pets @ prod: granted",
            "GET /pets @ dev: missing",
            "GET /pets @ test-invoke-stage: missing",
        ],
    );
}

#[test]
fn a_grant_for_any_stage_is_no_wider_than_needed() {
    let pets = function("pets", &[("", "API/*/GET/pets")]);
    check_edges(
        &landscape(get_pets(call("pets", None)), vec![pets]),
        &[
            "GET /pets @ prod: granted",
            "GET /pets @ dev: granted",
            "GET /pets @ test-invoke-stage: granted",
        ],
    );
}

#[test]
fn a_missing_grant_comes_with_the_nearest_miss_and_a_remedy_that_ends_it() {
    let pets = function("pets", &[("", "API/*/POST/pets")]);
    let mut landscape = landscape(get_pets(call("pets", None)), vec![pets]);
    let edge = analyse(&landscape).edges.swap_remove(0);
    assert_eq!(edge.state, State::Missing);
    let nearest = edge.nearest.unwrap();
    assert!(
        nearest
            .sentence
            .ends_with("allows POST in AWS:SourceArn, the request was GET"),
        "{}",
        nearest.sentence
    );
    let remedy = edge.remedy.unwrap();
    assert!(
        remedy.cli.starts_with(
            "aws lambda add-permission --function-name pets --statement-id api1-prod-GET-pets-"
        ),
        "{}",
        remedy.cli
    );
    assert!(
        remedy
            .cli
            .contains(&format!("--source-arn {API}/prod/GET/pets ")),
        "{}",
        remedy.cli
    );
    let statement = remedy.statement_json.unwrap();
    let policy = landscape.functions[0].policies.get_mut(&None).unwrap();
    policy.push(Permission {
        sid: "fix".to_owned(),
        statement: Ok(statement),
    });
    let coverage = analyse(&landscape);
    assert_eq!(coverage.edges[0].state, State::Granted);
    let fix = coverage
        .statements
        .iter()
        .find(|it| it.sid == "fix")
        .unwrap();
    assert_eq!((fix.worth, fix.reach), (Worth::Needed, Some(Reach::Exact)));
}

#[test]
fn a_permission_belongs_to_one_qualifier() {
    let alias = call("pets:${stageVariables.alias}", None);
    let pets = function("pets", &[("", "API/*/GET/pets")]);
    let landscape = landscape(get_pets(alias), vec![pets]);
    check_edges(
        &landscape,
        &[
            "GET /pets @ prod: missing",
            "GET /pets @ dev: missing",
            "GET /pets @ test-invoke-stage: unknown",
        ],
    );
    let coverage = analyse(&landscape);
    assert!(
        coverage.edges[1].why.contains("no variable alias"),
        "{}",
        coverage.edges[1].why
    );
    assert!(
        coverage.edges[0]
            .remedy
            .as_ref()
            .unwrap()
            .cli
            .contains("--qualifier prod")
    );
}

#[test]
fn a_function_or_an_alias_that_is_not_there_is_said() {
    for (called, part) in [
        ("cats", "there is no function"),
        ("pets:beta", "the function pets has no alias beta"),
        ("pets:7", "the function pets has no version 7"),
    ] {
        let pets = function("pets", &[("", "API/*/GET/pets")]);
        let coverage = analyse(&landscape(get_pets(call(called, None)), vec![pets]));
        let edge = &coverage.edges[0];
        assert_eq!(edge.state, State::Missing);
        assert!(edge.why.contains(part), "{}", edge.why);
    }
}

#[test]
fn what_documents_do_not_describe_is_unknown() {
    let mut part = landscape(get_pets(call("pets", None)), Vec::new());
    part.scope = Scope::Part;
    let coverage = analyse(&part);
    assert!(
        coverage
            .edges
            .iter()
            .all(|edge| edge.state == State::Unknown)
    );
    let mut pets = function("pets", &[]);
    let unknown = Permission {
        sid: "imported".to_owned(),
        statement: Err(Unknown("Fn::ImportValue is known at deployment".to_owned())),
    };
    pets.policies.insert(None, vec![unknown]);
    part.functions = vec![pets];
    let edge = analyse(&part).edges.swap_remove(0);
    assert_eq!(
        (edge.state, edge.why.as_str()),
        (State::Unknown, "Fn::ImportValue is known at deployment")
    );
}

#[test]
fn a_role_must_trust_the_gateway_and_be_allowed() {
    const GATEWAY: &str = "apigateway.amazonaws.com";
    let pets = "arn:aws:lambda:us-east-1:111111111111:function:pets";
    for (trusted, resource, expected, remedy) in [
        (GATEWAY, pets, State::Granted, None),
        (
            "lambda.amazonaws.com",
            pets,
            State::Missing,
            Some("update-assume-role-policy"),
        ),
        (
            GATEWAY,
            "arn:aws:lambda:us-east-1:111111111111:function:dogs",
            State::Missing,
            Some("put-role-policy"),
        ),
    ] {
        let calls = call("pets", Some("arn:aws:iam::111111111111:role/invoker"));
        let mut landscape = landscape(get_pets(calls), vec![function("pets", &[])]);
        landscape.roles = vec![role("invoker", trusted, resource)];
        let edge = analyse(&landscape).edges.swap_remove(0);
        assert_eq!(edge.state, expected, "{}", edge.why);
        let cli = edge.remedy.map(|remedy| remedy.cli);
        assert_eq!(cli.is_some(), remedy.is_some());
        assert!(cli.unwrap_or_default().contains(remedy.unwrap_or_default()));
    }
}

#[test]
fn the_callers_identity_is_only_there_on_signed_methods() {
    let mut methods = get_pets(call("pets", Some("arn:aws:iam::*:user/*")));
    let pets = || vec![function("pets", &[])];
    assert_eq!(
        analyse(&landscape(methods.clone(), pets())).edges[0].state,
        State::Missing
    );
    methods[0].authorization = AuthorizationType::Iam;
    assert_eq!(
        analyse(&landscape(methods, pets())).edges[0].state,
        State::PerCaller
    );
}

#[test]
fn an_authorizer_is_a_row_of_its_own() {
    let guard = function("guard", &[("", "API/authorizers/other")]);
    let mut landscape = landscape(Vec::new(), vec![guard]);
    landscape.apis[0].definition.authorizers = vec![Authorizer {
        id: "a1".to_owned(),
        name: "bearer".to_owned(),
        call: call("guard", None),
    }];
    check_edges(&landscape, &["authorizer bearer @ *: missing"]);
    landscape.functions = vec![function("guard", &[("", "API/authorizers/a1")])];
    check_edges(&landscape, &["authorizer bearer @ *: granted"]);
}

#[test]
fn a_condition_on_what_no_document_says_is_unknown() {
    let mut pets = function("pets", &[]);
    let statement = json!({
        "Sid": "org", "Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"},
        "Action": "lambda:InvokeFunction", "Resource": pets.arn.to_string(),
        "Condition": {"StringEquals": {"aws:SourceOrgID": "o-1"}},
    });
    let permission = Permission {
        sid: "org".to_owned(),
        statement: Ok(statement.to_string()),
    };
    pets.policies.insert(None, vec![permission]);
    let edge = analyse(&landscape(get_pets(call("pets", None)), vec![pets]))
        .edges
        .swap_remove(0);
    assert_eq!(edge.state, State::Unknown);
    assert!(edge.why.contains("aws:SourceOrgID"), "{}", edge.why);
}

#[test]
fn who_may_invoke_is_told_for_both_sides() {
    let mut landscape = landscape(
        get_pets(call("pets", None)),
        vec![function("pets", &[("", "API/prod/GET/pets")])],
    );
    let pets = arn("pets");
    landscape.roles = vec![
        role("invoker", "lambda.amazonaws.com", &pets.to_string()),
        role(
            "other",
            "lambda.amazonaws.com",
            "arn:aws:lambda:us-east-1:111111111111:function:x",
        ),
    ];
    let coverage = analyse(&landscape);
    let who: Vec<String> = who_can(&landscape, &coverage, &pets)
        .into_iter()
        .map(|who| who.principal)
        .collect();
    assert_eq!(
        who,
        [
            format!("apigateway.amazonaws.com for {API}/prod/GET/pets"),
            "arn:aws:iam::111111111111:role/invoker".to_owned(),
        ]
    );
    let states = |role: &str| -> Vec<State> {
        let role = format!("arn:aws:iam::111111111111:role/{role}");
        what_can(&landscape, &role)
            .into_iter()
            .map(|who| who.state)
            .collect()
    };
    assert_eq!(states("invoker"), [State::Granted, State::Missing]);
    assert_eq!(states("other"), [State::Missing, State::Missing]);
}

/// What a session of `role/invoker` may, with policies of its own.
fn of_session(name: &str, made: &str, policies: &[serde_json::Value]) -> Session {
    let documents = policies.iter().map(|statement| Document {
        name: "session policy".to_owned(),
        text: Ok(json!({ "Version": "2012-10-17", "Statement": [statement] }).to_string()),
    });
    Session {
        arn: name.to_owned(),
        holder: "arn:aws:iam::111111111111:role/invoker".to_owned(),
        made: made.to_owned(),
        policies: documents.collect(),
        tags: BTreeMap::new(),
    }
}

#[test]
fn a_session_may_what_its_own_policy_allows_too() {
    let pets = arn("pets");
    let mut landscape = landscape(
        get_pets(call("pets", None)),
        vec![function("pets", &[]), function("dogs", &[])],
    );
    landscape.roles = vec![role("invoker", "lambda.amazonaws.com", "*")];
    let limit = |effect: &str| {
        json!({ "Effect": effect, "Action": "lambda:InvokeFunction",
            "Resource": pets.to_string() })
    };
    let one = "arn:aws:sts::111111111111:assumed-role/invoker/one";
    let two = "arn:aws:sts::111111111111:assumed-role/invoker/two";
    let bob = "arn:aws:sts::111111111111:federated-user/bob";
    let federated = |policies: &[serde_json::Value]| Session {
        holder: "arn:aws:iam::111111111111:root".to_owned(),
        ..of_session(bob, "", policies)
    };
    landscape.sessions = vec![
        of_session(one, "", &[limit("Allow")]),
        of_session(two, "08:00", &[limit("Deny")]),
        of_session(two, "09:00", &[limit("Allow")]),
        federated(&[]),
    ];
    let may = |landscape: &Landscape, principal: &str| -> Vec<String> {
        let known = named_by(landscape, principal).unwrap();
        let all = what_can(landscape, &known).into_iter();
        let bare = all.filter(|who| who.function.qualifier.is_none());
        bare.map(|who| {
            let made = who
                .principal
                .strip_prefix(principal)
                .unwrap_or("of the role");
            format!("{}{made}: {}", who.function.name, who.state.name())
        })
        .collect()
    };
    assert_eq!(may(&landscape, one), ["pets: granted", "dogs: missing"]);
    assert_eq!(
        may(&landscape, two),
        [
            "pets (made 08:00): denied",
            "pets (made 09:00): granted",
            "dogs (made 08:00): missing",
            "dogs (made 09:00): missing",
        ]
    );
    // Nothing is known of it but its role.
    let three = "arn:aws:sts::111111111111:assumed-role/invoker/three";
    assert_eq!(
        may(&landscape, three),
        ["petsof the role: granted", "dogsof the role: granted"]
    );
    // Somebody whom the root vouched for without a policy may nothing.
    assert_eq!(may(&landscape, bob), ["pets: missing", "dogs: missing"]);
    landscape.sessions.push(federated(&[limit("Allow")]));
    landscape.sessions.remove(3);
    assert_eq!(may(&landscape, bob), ["pets: granted", "dogs: missing"]);
    let who = who_can(&landscape, &analyse(&landscape), &pets);
    let who: Vec<&str> = who.iter().map(|who| who.principal.as_str()).collect();
    let made = format!("{two} (made 09:00)");
    let denied = format!("{two} (made 08:00)");
    let role = "arn:aws:iam::111111111111:role/invoker";
    assert_eq!(who, [role, one, &denied, &made, bob]);
}
