//! Each rule in each kind of document to which it applies: what is wrong in one way of writing it is wrong in all.

use check::{Checked, File, Options, check};
use serde_json::{Value, json};

use crate::corpus::{documents, folder};

fn of_text(name: &str, text: String) -> Checked {
    let name = name.to_owned();
    check(vec![File { name, text }], &Options::default(), &|_, _| None)
}

/// The ids of the rules, and how much is not known.
fn outcome(checked: &Checked) -> (Vec<&'static str>, usize, usize) {
    let mut rules: Vec<&str> = checked.found.iter().map(|found| found.rule.id).collect();
    rules.sort_unstable();
    (rules, checked.unknown.len(), checked.not_checked.len())
}

/// The documents of a folder of the corpus whose names end so.
fn corpus(kind: &str, end: &str) -> Vec<(String, String)> {
    let names = documents().into_iter();
    let names = names.filter(|name| name.starts_with(kind) && name.ends_with(end));
    names
        .map(|name| {
            let text = std::fs::read_to_string(folder().join(&name)).unwrap();
            (name, text)
        })
        .collect()
}

fn as_json(text: &str) -> Value {
    document::read_template(text.as_bytes()).unwrap().to_json()
}

#[test]
fn a_template_in_json_is_judged_as_in_yaml() {
    let mut compared = 0;
    for kind in ["cloudformation", "sam"] {
        for (name, text) in corpus(kind, ".yaml") {
            // Comments are no part of JSON.
            if text.contains("portcullis:") {
                continue;
            }
            let json = format!("{:#}", as_json(&text));
            let (yaml, json) = (of_text(&name, text), of_text("template.json", json));
            assert_eq!(outcome(&json), outcome(&yaml), "{name}");
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn a_template_of_sam_is_judged_as_what_it_becomes() {
    let mut compared = 0;
    for (name, text) in corpus("cloudformation", ".yaml") {
        let sam = format!("Transform: AWS::Serverless-2016-10-31\n{text}");
        let (plain, sam) = (of_text(&name, text), of_text(&name, sam));
        assert_eq!(outcome(&sam), outcome(&plain), "{name}");
        compared += 1;
    }
    assert!(compared > 40, "{compared}");
}

/// The same definition as OpenAPI 3.
fn as_openapi(swagger: &str) -> String {
    let mut definition = as_json(swagger);
    let members = definition.as_object_mut().unwrap();
    members.remove("swagger");
    members.insert("openapi".to_owned(), json!("3.0.1"));
    if let Some(schemes) = members.remove("securityDefinitions") {
        members.insert(
            "components".to_owned(),
            json!({ "securitySchemes": schemes }),
        );
    }
    format!("{definition:#}")
}

#[test]
fn openapi_is_judged_as_swagger() {
    for (name, text) in corpus("swagger", "") {
        let openapi = of_text("openapi.json", as_openapi(&text));
        assert_eq!(outcome(&openapi), outcome(&of_text(&name, text)), "{name}");
    }
}

const FUNCTIONS: &str = "arn:aws:lambda:eu-west-1:111111111111:function";
const API: &str = "arn:aws:execute-api:eu-west-1:111111111111:abcdef1234";

fn resource(kind: &str, name: &str, values: &Value) -> Value {
    json!({ "address": format!("{kind}.{name}"), "mode": "managed", "type": kind, "name": name, "values": values })
}

fn integration(function: &str) -> Value {
    let uri = format!(
        "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{FUNCTIONS}:{function}/invocations"
    );
    json!({ "type": "aws_proxy", "httpMethod": "POST", "uri": uri })
}

fn get(integration: &Value) -> Value {
    json!({ "get": { "x-amazon-apigateway-integration": integration } })
}

fn definition(pets: &Value) -> Value {
    json!({ "swagger": "2.0", "info": { "title": "p", "version": "1" }, "paths": { "/pets": pets } })
}

fn grant(name: &str, source: &str) -> Value {
    let values = json!({
        "action": "lambda:InvokeFunction", "function_name": "pets", "statement_id": name,
        "principal": "apigateway.amazonaws.com", "source_arn": format!("{API}/{source}"),
    });
    resource("aws_lambda_permission", name, &values)
}

/// A grant with one value changed.
fn grant_but(name: &str, value: Value) -> Value {
    let mut grant = grant("api", "*/GET/pets");
    grant["values"][name] = value;
    grant
}

fn role(trusts: &str, inline: &Value) -> Value {
    let trust = json!({ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "Service": trusts }, "Action": "sts:AssumeRole" },
    ] });
    let values = json!({
        "name": "caller", "arn": "arn:aws:iam::111111111111:role/caller",
        "assume_role_policy": trust.to_string(), "inline_policy": inline, "managed_policy_arns": [],
    });
    resource("aws_iam_role", "caller", &values)
}

fn policy(action: &str) -> String {
    let statement =
        json!({ "Effect": "Allow", "Action": action, "Resource": format!("{FUNCTIONS}:pets") });
    json!({ "Version": "2012-10-17", "Statement": [statement] }).to_string()
}

/// A state of Terraform's with an API of this definition, its stage, its functions, and these resources.
fn state(definition: &Value, stage: &Value, more: Vec<Value>) -> String {
    let function = |name: &str| {
        let values = json!({ "function_name": name, "arn": format!("{FUNCTIONS}:{name}") });
        resource("aws_lambda_function", name, &values)
    };
    let api = json!({ "id": "abcdef1234", "name": "pets", "body": definition.to_string() });
    let mut resources = vec![
        function("pets"),
        function("guard"),
        resource("aws_api_gateway_rest_api", "api", &api),
        resource("aws_api_gateway_stage", "prod", stage),
    ];
    resources.extend(more);
    let values = json!({ "root_module": { "resources": resources } });
    format!(
        "{:#}",
        json!({ "format_version": "1.0", "terraform_version": "1.9.5", "values": values })
    )
}

fn prod() -> Value {
    json!({ "stage_name": "prod", "rest_api_id": "abcdef1234" })
}

#[track_caller]
fn finds(definition: &Value, more: Vec<Value>, expected: &[&str]) {
    let checked = of_text("plan.json", state(definition, &prod(), more));
    let (rules, ..) = outcome(&checked);
    assert_eq!(rules, expected, "{}", check::text(&checked));
}

#[test]
fn a_plan_is_judged_by_every_rule_about_grants() {
    let sound = definition(&get(&integration("pets")));
    let exact = || grant("api", "*/GET/pets");
    finds(&sound, vec![exact()], &[]);
    finds(&sound, vec![], &["PC001"]);
    finds(&sound, vec![grant("api", "*/POST/pets")], &["PC002"]);
    finds(&sound, vec![grant("api", "*/ANY/pets")], &["PC003"]);
    let principal = grant_but("principal", json!("lambda.amazonaws.com"));
    finds(&sound, vec![principal], &["PC005"]);
    finds(
        &sound,
        vec![grant_but("qualifier", json!("live"))],
        &["PC006"],
    );
    finds(
        &sound,
        vec![grant_but("source_arn", Value::Null)],
        &["PC010"],
    );
    let every_api = json!("arn:aws:execute-api:eu-west-1:111111111111:*/*/GET/pets");
    finds(&sound, vec![grant_but("source_arn", every_api)], &["PC011"]);
    finds(
        &sound,
        vec![exact(), grant("gone", "*/DELETE/pets")],
        &["PC016"],
    );
    finds(
        &sound,
        vec![exact(), grant("again", "*/GET/pets")],
        &["PC017"],
    );
    finds(
        &sound,
        vec![exact(), grant("narrow", "prod/GET/pets")],
        &["PC018"],
    );
    let (button, stage) = (
        grant("button", "test-invoke-stage/GET/pets"),
        grant("stage", "prod/GET/pets"),
    );
    finds(&sound, vec![button.clone()], &["PC001", "PC019"]);
    finds(&sound, vec![stage.clone()], &["PC020"]);
    // As the CDK writes them: one for each.
    finds(&sound, vec![button, stage], &[]);
}

#[test]
fn a_plan_is_judged_by_every_rule_about_calls() {
    let with = |name: &str, value: &str| {
        let mut integration = integration("pets");
        integration[name] = json!(value);
        definition(&get(&integration))
    };
    let exact = || vec![grant("api", "*/GET/pets")];
    finds(&with("httpMethod", "GET"), exact(), &["PC012"]);
    let bare =
        format!("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{FUNCTIONS}:pets");
    finds(&with("uri", &bare), vec![], &["PC013"]);
    finds(
        &with("credentials", "arn:aws:iam::*:user/*"),
        vec![],
        &["PC028"],
    );
    let mut guarded = get(&integration("pets"));
    guarded["get"]["security"] = json!([{ "guard": [] }]);
    let mut guarded = definition(&guarded);
    guarded["securityDefinitions"] = json!({ "guard": {
        "type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "custom",
        "x-amazon-apigateway-authorizer": { "type": "token", "authorizerUri": integration("guard")["uri"] },
    } });
    finds(&guarded, exact(), &["PC009"]);
    let options = json!({ "security": [{ "guard": [] }], "x-amazon-apigateway-integration": {
        "type": "mock",
        "responses": { "default": { "statusCode": "200", "responseParameters": {
            "method.response.header.Access-Control-Allow-Origin": "'*'",
        } } },
    } });
    guarded["paths"]["/pets"]["options"] = options;
    finds(&guarded, exact(), &["PC009", "PC022", "PC023"]);
}

#[test]
fn a_plan_is_judged_by_every_rule_about_roles_and_policies() {
    let mut in_role = integration("pets");
    in_role["credentials"] = json!("arn:aws:iam::111111111111:role/caller");
    let in_role = definition(&get(&in_role));
    let may = json!([{ "name": "run", "policy": policy("lambda:InvokeFunction") }]);
    let gateway = "apigateway.amazonaws.com";
    finds(&in_role, vec![role(gateway, &may)], &[]);
    finds(&in_role, vec![role("ec2.amazonaws.com", &may)], &["PC007"]);
    finds(&in_role, vec![role(gateway, &json!([]))], &["PC008"]);
    // What is attached by its ARN alone is not known here, and no reason for an alarm.
    let mut attached = role(gateway, &json!([]));
    attached["values"]["managed_policy_arns"] =
        json!(["arn:aws:iam::aws:policy/service-role/AWSLambdaRole"]);
    finds(&in_role, vec![attached], &[]);
    let wrong = json!([{ "name": "run", "policy": policy("lambda:InvokeFunktion") }]);
    finds(&in_role, vec![role(gateway, &wrong)], &["PC008", "PC024"]);
    let own = |text: &str| {
        vec![
            role(gateway, &may),
            resource(
                "aws_iam_role_policy",
                "more",
                &json!({ "role": "caller", "name": "more", "policy": text }),
            ),
        ]
    };
    finds(&in_role, own(&policy("lambda:NoSuchAction")), &["PC024"]);
    let pass = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}"#;
    finds(&in_role, own(pass), &["PC025"]);
    let old = r#"{"Statement":[{"Effect":"Allow","Action":"logs:PutLogEvents","Resource":"*"}]}"#;
    finds(&in_role, own(old), &["PC026"]);
    let twice = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:PutLogEvents","logs:Put*"],"Resource":"*"}]}"#;
    finds(&in_role, own(twice), &["PC030"]);
    let deny = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"lambda:InvokeFunction","Resource":"*"}]}"#;
    finds(&in_role, own(deny), &["PC029"]);
}

#[test]
fn a_plan_has_the_matrix_of_its_stages_and_the_budget_of_its_functions() {
    let alias = integration("pets:${stageVariables.alias}");
    let definition_of_alias = definition(&get(&alias));
    let live = |source: &str| {
        let mut grant = grant("live", source);
        grant["values"]["qualifier"] = json!("live");
        grant
    };
    let staged = |name: &str, alias: &str| json!({ "stage_name": name, "rest_api_id": "abcdef1234", "variables": { "alias": alias } });
    let dev = resource(
        "aws_api_gateway_stage",
        "dev",
        &json!({ "stage_name": "dev", "rest_api_id": "abcdef1234" }),
    );
    let alone = state(
        &definition_of_alias,
        &staged("prod", "live"),
        vec![live("*/GET/pets")],
    );
    assert_eq!(outcome(&of_text("plan.json", alone)).0, Vec::<&str>::new());
    let both = state(
        &definition_of_alias,
        &staged("prod", "live"),
        vec![live("*/GET/pets"), dev],
    );
    assert_eq!(outcome(&of_text("plan.json", both)).0, ["PC014"]);
    let many = (0..80).map(|number| {
        grant(
            &format!("number-{number:0100}"),
            &format!("*/GET/pets/{number}"),
        )
    });
    let sound = definition(&get(&integration("pets")));
    let checked = of_text("plan.json", state(&sound, &prod(), many.collect()));
    assert!(
        outcome(&checked).0.contains(&"PC015"),
        "{}",
        check::text(&checked)
    );
}
