//! The story of each case, as a person reads it.

mod elsewhere; // calls of AWS's APIs, and what nobody waits for
mod every; // that no refusal is left without a story

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use model::{
    ApiDefinition, ApiId, AuthorizationType, Method, MethodVerb, Resource, RestApiRecord, Stage,
    StageName, Timestamp,
};
use serde_json::json;

use super::*;
use crate::fact::Preflight;
use crate::{Decision, Lane, Mark, PermissionsMode, Recorder, Request, Step};

const WIDTH: usize = 96;

fn method() -> Method {
    Method {
        authorization_type: AuthorizationType::None,
        authorizer_id: None,
        authorization_scopes: Vec::new(),
        api_key_required: false,
        operation_name: None,
        request_parameters: None,
        request_models: None,
        request_validator_id: None,
        responses: BTreeMap::new(),
        integration: None,
    }
}

fn definition(resources: &[(&str, Option<&str>, &str, &[MethodVerb])]) -> ApiDefinition {
    let resources = resources.iter().map(|(id, parent, part, verbs)| {
        let resource = Resource {
            id: (*id).to_owned(),
            parent_id: parent.map(str::to_owned),
            path_part: (*part).to_owned(),
            methods: verbs.iter().map(|verb| (*verb, method())).collect(),
        };
        (resource.id.clone(), resource)
    });
    ApiDefinition {
        resources: resources.collect(),
        ..ApiDefinition::default()
    }
}

/// `/pets` with GET and POST and `/pets/{id}` with ANY, deployed to `prod`.
fn api() -> RestApiRecord {
    use MethodVerb::{Any, Get, Post};
    let name = StageName::new("prod").unwrap();
    let stage: Stage = serde_json::from_value(json!({
        "name": "prod", "deployment_id": "d1", "created": 0, "updated": 0,
        "variables": { "alias": "live" },
    }))
    .unwrap();
    RestApiRecord {
        account: model::AccountId::new("111111111111").unwrap(),
        region: model::Region::new("us-east-1").unwrap(),
        id: ApiId::new("a1b2c3").unwrap(),
        name: "pets".to_owned(),
        description: None,
        version: None,
        created: Timestamp::default(),
        endpoint: model::EndpointConfiguration::default(),
        transport: model::Transport::default(),
        disable_execute_api_endpoint: false,
        tags: BTreeMap::new(),
        warnings: Vec::new(),
        definition: definition(&[
            ("r", None, "", &[]),
            ("p", Some("r"), "pets", &[Get, Post]),
            ("i", Some("p"), "{id}", &[Any]),
        ]),
        documentation: model::Documentation::default(),
        stages: BTreeMap::from([(name, stage)]),
    }
}

struct Asked {
    method: &'static str,
    stage: &'static str,
    path: &'static str,
    status: u16,
    layer: StepKind,
    kind: &'static str,
    cause: &'static str,
    facts: Vec<Fact>,
    steps: Vec<Step>,
}

impl Asked {
    fn new(path: &'static str, status: u16, layer: StepKind, kind: &'static str) -> Self {
        Self {
            method: "GET",
            stage: "prod",
            path,
            status,
            layer,
            kind,
            cause: "the cause that the caller is not told",
            facts: Vec::new(),
            steps: Vec::new(),
        }
    }

    fn entry(self) -> Entry {
        let request = Request {
            request_id: "1f0c".to_owned(),
            api_id: "a1b2c3".into(),
            stage: self.stage.into(),
            method: self.method.into(),
            path: self.path.to_owned(),
            source_ip: None,
            started: Timestamp::default(),
            permissions_mode: PermissionsMode::Enforce,
        };
        let mut recorder = Recorder::start(request, Instant::now());
        self.steps.into_iter().for_each(|step| recorder.step(step));
        self.facts.into_iter().for_each(|fact| recorder.fact(fact));
        let refusal = Refusal {
            layer: self.layer,
            kind: self.kind.into(),
            cause: self.cause.to_owned(),
            fix: None,
            forms: None,
        };
        recorder.finish(self.status, Outcome::refused(refusal))
    }

    fn text(self) -> String {
        told(&self.entry(), &api())
    }
}

fn told(entry: &Entry, api: &RestApiRecord) -> String {
    let around = Surroundings {
        api: Some(api),
        deployed: Some(&api.definition),
        endpoint: "http://127.0.0.1:4566",
        ..Surroundings::default()
    };
    to_text(&why(entry, &around), WIDTH, Colours::None)
}

fn no_route(path: &'static str) -> Asked {
    Asked::new(path, 403, StepKind::Routing, "MISSING_AUTHENTICATION_TOKEN")
}

#[test]
fn a_missing_route_names_the_nearest() {
    insta::assert_snapshot!(no_route("/prod/pet").text(), @r#"
    GET /prod/pet -> 403 (api a1b2c3, stage prod, request 1f0c)

    It was refused by routing (MISSING_AUTHENTICATION_TOKEN)
      the cause that the caller is not told

    what would have to be true
      - the stage prod serves a resource that fits /pet

    seen as well
      - AWS answers "Missing Authentication Token" for a path or method that does not exist; no
        token is missing
      - the nearest of its methods: GET /pets, POST /pets, ANY /pets/{id}

    the smallest fix
        # the nearest call: curl -X GET http://127.0.0.1:4566/_aws/execute-api/a1b2c3/prod/pets
    "#);
}

#[test]
fn a_missing_method_names_those_that_are_there() {
    let asked = Asked {
        method: "DELETE",
        ..no_route("/prod/pets?x=1")
    };
    insta::assert_snapshot!(asked.text(), @r#"
    DELETE /prod/pets?x=1 -> 403 (api a1b2c3, stage prod, request 1f0c)

    It was refused by routing (MISSING_AUTHENTICATION_TOKEN)
      the cause that the caller is not told

    what would have to be true
      - /pets has the method DELETE: it has GET, POST

    seen as well
      - AWS answers "Missing Authentication Token" for a path or method that does not exist; no
        token is missing

    the smallest fix
        # the nearest call: curl -X GET http://127.0.0.1:4566/_aws/execute-api/a1b2c3/prod/pets
    "#);
}

#[test]
fn a_stage_that_serves_an_older_deployment_is_told() {
    let mut around = api();
    let entry = no_route("/prod/pets/7").entry();
    let deployed = definition(&[("r", None, "", &[])]);
    around.definition.policy = None;
    let around = Surroundings {
        api: Some(&around),
        deployed: Some(&deployed),
        endpoint: "http://127.0.0.1:4566",
        ..Surroundings::default()
    };
    let report = why(&entry, &around);
    assert_eq!(
        report.fix.cli.as_deref(),
        Some(
            "aws apigateway create-deployment --rest-api-id a1b2c3 --stage-name prod --region \
             us-east-1"
        )
    );
}

#[test]
fn a_forgotten_stage_is_found_out() {
    let asked = Asked {
        stage: "pets",
        ..Asked::new("/pets", 403, StepKind::Deployment, "DEFAULT_4XX")
    };
    insta::assert_snapshot!(asked.text(), @r"
    GET /pets -> 403 (api a1b2c3, stage pets, request 1f0c)

    It was refused by deployment (DEFAULT_4XX)
      the cause that the caller is not told

    what would have to be true
      - the path begins with a stage of the API a1b2c3: prod

    seen as well
      - /pets is a path of the API: the stage was forgotten before it

    the smallest fix
        # call http://127.0.0.1:4566/_aws/execute-api/a1b2c3/prod/pets
    ");
}

#[test]
fn an_api_that_is_not_there_comes_with_those_that_are() {
    let entry = Asked::new("/prod/pets", 403, StepKind::Deployment, "DEFAULT_4XX").entry();
    let others = [("zzz".to_owned(), "shop".to_owned())];
    let around = Surroundings {
        other_apis: &others,
        ..Surroundings::default()
    };
    let report = why(&entry, &around);
    assert_eq!(report.notes, ["the APIs that exist: zzz (shop)"]);
}

/// As `policy` writes it.
fn explanation() -> serde_json::Value {
    let granted = "arn:aws:execute-api:us-east-1:111111111111:a1b2c3/*/POST/pets";
    let asked = "arn:aws:execute-api:us-east-1:111111111111:a1b2c3/prod/GET/pets";
    json!({
        "allowed": false,
        "nearest": {
            "source": "resource policy of pets",
            "sid": "gw",
            "sentence": "statement 1 \"gw\" of resource policy of pets allows POST in \
                         AWS:SourceArn, the request was GET",
            "failing": [{
                "element": "Condition ArnLike AWS:SourceArn",
                "matched": false,
                "patterns": [granted],
                "seen": [asked],
                "phrase": null,
                "difference": {
                    "pattern": 0, "value": 0,
                    "in_pattern": { "start": granted.find("POST"), "end": granted.find("/pets") },
                    "in_value": { "start": asked.find("GET"), "end": asked.find("/pets") },
                },
            }],
        },
    })
}

fn refused_step() -> Step {
    let decision = Decision::new(Arc::new(explanation()), serde_json::Value::to_string, 100);
    Step::between(StepKind::Invocation, Lane::Gateway, Lane::Policy, "no")
        .marked(Mark::Refused)
        .decided(decision)
}

#[test]
fn a_near_miss_shows_the_part_that_differs() {
    let asked = Asked {
        steps: vec![refused_step()],
        ..Asked::new(
            "/prod/pets",
            500,
            StepKind::Invocation,
            "API_CONFIGURATION_ERROR",
        )
    };
    let mut entry = asked.entry();
    if let Outcome::Refused(refusal) = &mut entry.outcome {
        refusal.fix = Some("aws lambda add-permission --function-name pets".to_owned());
        refusal.forms = Some(Box::new(crate::Forms {
            statement: Some("{}".to_owned()),
            ..crate::Forms::default()
        }));
    }
    insta::assert_snapshot!(told(&entry, &api()), @r#"
    GET /prod/pets -> 500 (api a1b2c3, stage prod, request 1f0c)

    It was refused by invocation (API_CONFIGURATION_ERROR)
      the cause that the caller is not told

    nearest: statement "gw" of resource policy of pets
      Condition ArnLike AWS:SourceArn
        statement  arn:aws:execute-api:us-east-1:111111111111:a1b2c3/*/POST/pets
                                                                       ^^^^
        request    arn:aws:execute-api:us-east-1:111111111111:a1b2c3/prod/GET/pets
                                                                          ^^^

    what would have to be true
      - the resource policy of exactly the invoked function and qualifier allows
        apigateway.amazonaws.com to call it for this API, stage, method and path

    seen as well
      - AWS tells the caller no more than "Internal server error"

    the smallest fix
        aws lambda add-permission --function-name pets

    in one block, to be piped or pasted: --fix cli, json
    "#);
}

#[test]
fn a_role_is_told_as_such() {
    let asked = Asked {
        facts: vec![Fact::Role {
            arn: "arn:aws:iam::111111111111:role/invoker".to_owned(),
        }],
        ..Asked::new(
            "/prod/pets",
            500,
            StepKind::Invocation,
            "API_CONFIGURATION_ERROR",
        )
    };
    insta::assert_snapshot!(asked.text(), @r#"
    GET /prod/pets -> 500 (api a1b2c3, stage prod, request 1f0c)

    It was refused by invocation (API_CONFIGURATION_ERROR)
      the cause that the caller is not told

    what would have to be true
      - the role trusts apigateway.amazonaws.com, and its policies allow lambda:InvokeFunction on
        the function; no resource policy is needed in one account

    seen as well
      - the function is invoked in the role arn:aws:iam::111111111111:role/invoker
      - AWS tells the caller no more than "Internal server error"
    "#);
}

#[test]
fn a_remembered_policy_says_for_whom_it_was_made_and_when() {
    let fact = |made_for: &str, age_millis| Fact::AuthorizerPolicy {
        authorizer: "x1".to_owned(),
        principal: "*****er-1".to_owned(),
        made_for: format!("arn:aws:execute-api:us-east-1:111111111111:a1b2c3/prod/{made_for}"),
        age_millis,
        ttl_seconds: 300,
    };
    let asked = |fact| Asked {
        facts: vec![fact],
        ..Asked::new("/prod/pets", 403, StepKind::Authorization, "ACCESS_DENIED")
    };
    insta::assert_snapshot!(asked(fact("GET/a", 41_000)).text(), @r"
    GET /prod/pets -> 403 (api a1b2c3, stage prod, request 1f0c)

    It was refused by authorization (ACCESS_DENIED)
      the cause that the caller is not told

    what would have to be true
      - the policy that the authorizer x1 gives out allows this method, too

    seen as well
      - the policy was made for GET /a, 41 s ago; it is remembered for 300 s and judged anew for
        each method
      - flushing helps once; for good, let the authorizer allow every method of the API for the
        caller, or let it remember nothing (a TTL of 0)

    the smallest fix
        aws apigateway flush-stage-authorizers-cache --rest-api-id a1b2c3 --stage-name prod --region us-east-1
    ");
    let now = why(
        &asked(fact("GET/pets", 0)).entry(),
        &Surroundings::default(),
    );
    assert_eq!(now.fix.cli, None);
}

fn browser(preflight: Option<Preflight>) -> Fact {
    Fact::Browser {
        origin: "https://shop.example.com".to_owned(),
        preflight,
        readable: false,
    }
}

fn preflight() -> Fact {
    browser(Some(Preflight {
        method: "POST".to_owned(),
        headers: Some("content-type".to_owned()),
    }))
}

#[test]
fn a_preflight_without_options_gets_a_mock() {
    let asked = Asked {
        method: "OPTIONS",
        facts: vec![preflight()],
        ..no_route("/prod/pets")
    };
    insta::assert_snapshot!(asked.text(), @r#"
    OPTIONS /prod/pets -> 403 (api a1b2c3, stage prod, request 1f0c)

    It was refused by routing (MISSING_AUTHENTICATION_TOKEN)
      the cause that the caller is not told

    what would have to be true
      - /pets has the method OPTIONS, which browsers call before others

    seen as well
      - AWS answers "Missing Authentication Token" for a path or method that does not exist; no
        token is missing

    the smallest fix
        aws apigateway put-method --rest-api-id a1b2c3 --resource-id p --http-method OPTIONS --region us-east-1 --authorization-type NONE
        aws apigateway put-method-response --rest-api-id a1b2c3 --resource-id p --http-method OPTIONS --region us-east-1 --status-code 200 --response-parameters '{"method.response.header.Access-Control-Allow-Origin":false,"method.response.header.Access-Control-Allow-Methods":false,"method.response.header.Access-Control-Allow-Headers":false}'
        aws apigateway put-integration --rest-api-id a1b2c3 --resource-id p --http-method OPTIONS --region us-east-1 --type MOCK --request-templates '{"application/json":"{\"statusCode\":200}"}'
        aws apigateway put-integration-response --rest-api-id a1b2c3 --resource-id p --http-method OPTIONS --region us-east-1 --status-code 200 --response-parameters '{"method.response.header.Access-Control-Allow-Origin":"'\''https://shop.example.com'\''","method.response.header.Access-Control-Allow-Methods":"'\''POST'\''","method.response.header.Access-Control-Allow-Headers":"'\''content-type'\''"}'
        aws apigateway create-deployment --rest-api-id a1b2c3 --stage-name prod --region us-east-1
    "#);
}

#[test]
fn a_preflight_behind_an_authorizer_is_let_out() {
    let mut api = api();
    let pets = api.definition.resources.get_mut("p").unwrap();
    let options = Method {
        authorization_type: AuthorizationType::Custom,
        ..method()
    };
    pets.methods.insert(MethodVerb::Options, options);
    let asked = Asked {
        method: "OPTIONS",
        facts: vec![preflight()],
        ..Asked::new("/prod/pets", 401, StepKind::Authorizers, "UNAUTHORIZED")
    };
    insta::assert_snapshot!(told(&asked.entry(), &api), @r#"
    OPTIONS /prod/pets -> 401 (api a1b2c3, stage prod, request 1f0c)

    It was refused by authorizers (UNAUTHORIZED)
      the cause that the caller is not told

    what would have to be true
      - the request has every identity source of the authorizer, and they fit its validation
        expression; the function is not called without them
      - OPTIONS asks for no authorizer and no key

    seen as well
      - a browser sends neither credentials nor keys with a preflight

    the smallest fix
        aws apigateway update-method --rest-api-id a1b2c3 --resource-id p --http-method OPTIONS --patch-operations '[{"op":"replace","path":"/authorizationType","value":"NONE"}]' --region us-east-1
        aws apigateway create-deployment --rest-api-id a1b2c3 --stage-name prod --region us-east-1
    "#);
}

#[test]
fn a_refusal_that_a_page_can_not_read_says_so() {
    let asked = Asked {
        facts: vec![browser(None)],
        ..Asked::new("/prod/pets", 401, StepKind::Authorizers, "UNAUTHORIZED")
    };
    insta::assert_snapshot!(asked.text(), @r#"
    GET /prod/pets -> 401 (api a1b2c3, stage prod, request 1f0c)

    It was refused by authorizers (UNAUTHORIZED)
      the cause that the caller is not told

    what would have to be true
      - the request has every identity source of the authorizer, and they fit its validation
        expression; the function is not called without them

    seen as well
      - a page of https://shop.example.com may not read this answer: it has no
        Access-Control-Allow-Origin, so that the browser shows a CORS error in the place of the 401
      - to let the page read refusals:
        aws apigateway put-gateway-response --rest-api-id a1b2c3 --response-type DEFAULT_4XX --response-parameters '{"gatewayresponse.header.Access-Control-Allow-Origin":"'\''https://shop.example.com'\''"}' --region us-east-1
        aws apigateway create-deployment --rest-api-id a1b2c3 --stage-name prod --region us-east-1
    "#);
}

#[test]
fn an_unsigned_call_is_shown_signed() {
    let asked = Asked::new(
        "/prod/pets",
        403,
        StepKind::Authorizers,
        "MISSING_AUTHENTICATION_TOKEN",
    );
    insta::assert_snapshot!(asked.text(), @r#"
    GET /prod/pets -> 403 (api a1b2c3, stage prod, request 1f0c)

    It was refused by authorizers (MISSING_AUTHENTICATION_TOKEN)
      the cause that the caller is not told

    what would have to be true
      - the method is AWS_IAM: the request carries a signature of version 4

    the smallest fix
        # sign it: curl -X GET --aws-sigv4 aws:amz:us-east-1:execute-api --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" http://127.0.0.1:4566/_aws/execute-api/a1b2c3/prod/pets
    "#);
}

#[test]
fn a_variable_that_the_stage_lacks_is_named_with_what_others_have() {
    let asked = Asked {
        stage: "dev",
        facts: vec![Fact::StageVariable {
            name: "alias".to_owned(),
            uri: "arn:…:f:${stageVariables.alias}/invocations".to_owned(),
        }],
        ..Asked::new(
            "/dev/pets",
            500,
            StepKind::Mapping,
            "API_CONFIGURATION_ERROR",
        )
    };
    insta::assert_snapshot!(asked.text(), @r"
    GET /dev/pets -> 500 (api a1b2c3, stage dev, request 1f0c)

    It was refused by mapping (API_CONFIGURATION_ERROR)
      the cause that the caller is not told

    what would have to be true
      - the stage dev has the variable alias

    seen as well
      - the address is arn:…:f:${stageVariables.alias}/invocations
      - other stages have it: prod: live

    the smallest fix
        # with the value that it is to have: aws apigateway update-stage --rest-api-id a1b2c3 --stage-name dev --patch-operations op=replace,path=/variables/alias,value=VALUE --region us-east-1
    ");
}

#[test]
fn a_throttle_says_which_limit() {
    let asked = Asked {
        facts: vec![Fact::LogLine {
            text: "Key throttle limit exceeded for RestApi a1b2c3, Stage prod".to_owned(),
        }],
        ..Asked::new("/prod/pets", 429, StepKind::Throttle, "THROTTLED")
    };
    insta::assert_snapshot!(asked.text(), @r"
    GET /prod/pets -> 429 (api a1b2c3, stage prod, request 1f0c)

    It was refused by throttle (THROTTLED)
      the cause that the caller is not told

    what would have to be true
      - the requests come more slowly, or the limit is higher: that of the usage plan, of the
        stage's method settings, or of the account

    seen as well
      - Key throttle limit exceeded for RestApi a1b2c3, Stage prod
    ");
}

#[test]
fn missing_logs_come_with_the_commands_that_write_them() {
    let asked = Asked {
        steps: vec![Step::within(
            StepKind::Logs,
            Lane::Gateway,
            "the account names no role to write execution logs with",
        )],
        ..Asked::new(
            "/prod/pets",
            504,
            StepKind::Integrations,
            "INTEGRATION_TIMEOUT",
        )
    };
    insta::assert_snapshot!(asked.text(), @r#"
    GET /prod/pets -> 504 (api a1b2c3, stage prod, request 1f0c)

    It was refused by integrations (INTEGRATION_TIMEOUT)
      the cause that the caller is not told

    what would have to be true
      - the backend answers within the integration's timeout

    seen as well
      - what happened there: the cause that the caller is not told
      - execution log: the account names no role to write execution logs with
      - to have execution logs written:
        aws iam create-role --role-name apigateway-logs --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole"}]}'
        aws iam attach-role-policy --role-name apigateway-logs --policy-arn arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs
        aws apigateway update-account --region us-east-1 --patch-operations op=replace,path=/cloudwatchRoleArn,value=arn:aws:iam::111111111111:role/apigateway-logs
    "#);
}

#[test]
fn a_function_url_has_neither_api_nor_stage() {
    let asked = Asked {
        stage: "function-url",
        ..Asked::new("/", 403, StepKind::Invocation, "AccessDeniedException")
    };
    let report = why(&asked.entry(), &Surroundings::default());
    assert!(
        report
            .needed
            .iter()
            .any(|need| need.contains("lambda:InvokeFunctionUrl")),
        "{:?}",
        report.needed
    );
}

#[test]
fn what_passed_because_permissions_are_reported_says_what_it_lacks() {
    let asked = Asked {
        steps: vec![refused_step().marked(Mark::Reported)],
        facts: vec![Fact::Lacking {
            fix: "aws lambda add-permission".to_owned(),
        }],
        ..no_route("/prod/pets")
    };
    let mut entry = asked.entry();
    entry.outcome = Outcome::Answered;
    entry.status = 200;
    let report = why(&entry, &Surroundings::default());
    assert!(report.refused);
    assert!(
        report.what.contains("permissions are reported"),
        "{}",
        report.what
    );
    assert!(report.nearest.is_some());
    assert_eq!(report.fix.cli.as_deref(), Some("aws lambda add-permission"));
}

#[test]
fn what_was_answered_was_not_refused() {
    for (status, part) in [
        (200, "It was not refused"),
        (404, "the 404 is the backend's own answer"),
    ] {
        let mut entry = no_route("/prod/pets").entry();
        entry.outcome = Outcome::Answered;
        entry.status = status;
        let report = why(&entry, &Surroundings::default());
        assert!(report.what.contains(part), "{}", report.what);
    }
}

#[test]
fn nothing_of_a_stranger_reaches_the_terminal_as_a_command() {
    let mut entry = no_route("/prod/\u{1b}[2J\nforged").entry();
    entry.caller = Some("\u{1b}]0;x\u{7}".to_owned());
    let text = told(&entry, &api());
    assert!(!text.contains(['\u{1b}', '\u{7}']), "{text:?}");
    assert!(!text.lines().any(|line| line.starts_with("forged")));
}

#[test]
fn colours_are_for_terminals() {
    let report = why(&no_route("/prod/pet").entry(), &Surroundings::default());
    assert!(to_text(&report, WIDTH, Colours::Ansi).contains("\u{1b}[31m"));
    assert!(!to_text(&report, WIDTH, Colours::None).contains('\u{1b}'));
}

#[test]
fn a_report_is_json_and_back() {
    let asked = Asked {
        steps: vec![refused_step()],
        ..Asked::new(
            "/prod/pets",
            500,
            StepKind::Invocation,
            "API_CONFIGURATION_ERROR",
        )
    };
    let report = why(&asked.entry(), &Surroundings::default());
    let written = serde_json::to_value(&report).unwrap();
    assert_eq!(written["version"], 1);
    assert_eq!(
        written["nearest"]["compared"][0]["patternDiffers"],
        json!([52, 56])
    );
    assert_eq!(serde_json::from_value::<Report>(written).unwrap(), report);
}
