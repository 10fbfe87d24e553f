//! One API with every kind of call, in every form.

use serde_json::{Value, json};

use super::*;

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function";

fn uri(function: &str) -> String {
    format!(
        "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{FUNCTION}:{function}/invocations"
    )
}

fn integration(function: &str) -> Value {
    json!({"x-amazon-apigateway-integration": {
        "type": "aws_proxy", "httpMethod": "POST", "uri": uri(function),
    }})
}

fn statement(sid: &str, function: &str, source: &str) -> Value {
    json!({
        "Sid": sid, "Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"},
        "Action": "lambda:InvokeFunction", "Resource": format!("{FUNCTION}:{function}"),
        "Condition": {"ArnLike": {
            "AWS:SourceArn": format!("arn:aws:execute-api:us-east-1:111111111111:{source}"),
        }},
    })
}

fn policy(statements: &[Value]) -> String {
    json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}

fn estate() -> Estate {
    let mut by_role = integration("f");
    let role = "arn:aws:iam::111111111111:role/team/worker";
    by_role["x-amazon-apigateway-integration"]["credentials"] = json!(role);
    let mut narrow = statement("narrow", "f", "old/prod/GET/pets/{id}");
    narrow["Condition"]["StringEquals"] = json!({"AWS:SourceAccount": "111111111111"});
    let mut strange = statement("strange", "f", "old/*");
    strange["Condition"]["IpAddress"] = json!({"aws:SourceIp": "10.0.0.0/8"});
    Estate {
        region: "us-east-1".into(),
        account: "111111111111".into(),
        api: "old".into(),
        name: "it's ${mine}".into(),
        endpoint_type: "REGIONAL".into(),
        stage: "prod".into(),
        variables: [("alias".to_owned(), "live".to_owned())].into(),
        document: json!({
            "swagger": "2.0",
            "info": {"title": "it's ${mine}", "version": "1"},
            "paths": {
                "/pets/{id}": {"get": integration("f"), "post": integration("f")},
                "/any": {"x-amazon-apigateway-any-method": integration("g:${stageVariables.alias}")},
                "/lost": {"get": integration("${stageVariables.nobody}")},
                "/role": {"get": by_role},
            },
            "securityDefinitions": {"guard": {
                "type": "apiKey", "name": "a", "in": "header",
                "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": uri("guard")},
            }},
            "x-amazon-apigateway-policy": {"Statement": [{
                "Resource": "arn:aws:execute-api:us-east-1:111111111111:old/prod/*",
            }]},
        }),
        authorizers: [("guard".to_owned(), "abc123".to_owned())].into(),
        policies: [
            (
                format!("{FUNCTION}:f"),
                policy(&[narrow, statement("other", "f", "another/*"), strange]),
            ),
            (
                format!("{FUNCTION}:g:live"),
                policy(&[statement("any", "g:live", "old/*/ANY/any")]),
            ),
            (
                format!("{FUNCTION}:guard"),
                policy(&[statement("asks", "guard", "old/authorizers/abc123")]),
            ),
        ]
        .into(),
        roles: vec![Role {
            name: "worker".into(),
            path: "/team/".into(),
            trust: json!({"Statement": []}),
            inline: [("inline".to_owned(), json!({"Statement": []}))].into(),
            attached: vec!["arn:aws:iam::aws:policy/ReadOnlyAccess".into()],
            boundary: Some("arn:aws:iam::111111111111:policy/boundary".into()),
        }],
        around: around(),
    }
}

fn around() -> Surroundings {
    let settings = |path: &str, verb: &str, settings: Value| MethodSettings {
        path: path.into(),
        verb: verb.into(),
        settings: settings.as_object().unwrap().clone(),
    };
    let throttle = |rate: i32| Throttle {
        rate: json!(rate),
        burst: json!(2 * rate),
    };
    let mapping = |base_path: &str, staged: bool| Mapping {
        base_path: base_path.into(),
        staged,
    };
    Surroundings {
        stage: StageSettings {
            description: Some("it's".into()),
            cache_size: Some("0.5".into()),
            tracing: true,
            access_log: Some(AccessLog {
                destination: "arn:aws:logs:us-east-1:111111111111:log-group:access".into(),
                format: "$context.requestId ${x}".into(),
            }),
            documentation_version: Some("v1".into()),
            methods: vec![
                settings(
                    "*",
                    "*",
                    json!({"loggingLevel": "INFO", "throttlingRateLimit": -1.0}),
                ),
                settings(
                    "/pets/{id}",
                    "GET",
                    json!({"metricsEnabled": true, "requireAuthorizationForCacheControl": false}),
                ),
            ],
            tags: [("team".to_owned(), "blue".to_owned())].into(),
            own: vec!["its canary".into()],
        },
        plans: vec![Plan {
            name: "gold".into(),
            throttle: Some(throttle(5)),
            quota: Some(Quota {
                limit: json!(100),
                offset: json!(0),
                period: "DAY".into(),
            }),
            methods: [("/pets/{id}/GET".to_owned(), throttle(1))].into(),
            keys: vec![
                Key {
                    name: "ann".into(),
                    enabled: true,
                    ..Key::default()
                },
                Key {
                    name: "bob".into(),
                    value: Some("a-value-that-was-asked-for".into()),
                    ..Key::default()
                },
            ],
            others: 1,
            ..Plan::default()
        }],
        domains: vec![Domain {
            name: "api.example.com".into(),
            endpoint_type: "REGIONAL".into(),
            certificate: Some("arn:aws:acm:us-east-1:111111111111:certificate/c".into()),
            security_policy: "TLS_1_2".into(),
            truststore: Some("s3://b/k".into()),
            mappings: vec![
                mapping("", true),
                mapping("orders/v1", true),
                mapping("any", false),
            ],
        }],
    }
}

/// What is written, with the parts that must be in it and those that must not.
#[track_caller]
fn check(form: Form, parts: &[&str], absent: &[&str]) {
    let written = write(&estate(), form).text;
    for part in parts {
        assert!(written.contains(part), "{part} is not in\n{written}");
    }
    for part in absent {
        assert!(!written.contains(part), "{part} is in\n{written}");
    }
}

#[test]
fn what_is_not_permitted_is_told_and_gets_nothing() {
    let written = write(&estate(), Form::Document);
    assert_eq!(
        written.left_out,
        [format!(
            "a statement of {FUNCTION}:f was left out: AddPermission writes no IpAddress"
        )]
    );
    assert_eq!(
        written.notes,
        [
            format!("POST /pets/{{id}}: nothing permits it to call {FUNCTION}:f"),
            "GET /lost: the stage's variables do not say which function it calls".to_owned(),
            "its canary belongs to the stage and is not written".to_owned(),
            "the settings of the stage have no place in a document".to_owned(),
            "the usage plan gold and its 2 keys have no place in a document".to_owned(),
            "the domain name api.example.com has no place in a document".to_owned(),
        ]
    );
}

#[test]
fn a_person_is_told_what_a_form_cannot_say() {
    let told = |form: Form| write(&estate(), form).notes.join("\n");
    let (script, template) = (told(Form::Cli), told(Form::CloudFormation));
    for notes in [&script, &template] {
        assert!(notes.contains("the usage plan gold is for 1 stages of other APIs too"));
        assert!(notes.contains("the API key ann gets a new value"));
        assert!(!notes.contains("the API key bob"));
    }
    let unsaid = "GET /pets/{id}: a template cannot say requireAuthorizationForCacheControl";
    assert!(
        template.contains(unsaid) && !script.contains(unsaid),
        "{template}"
    );
}

#[test]
fn a_script_makes_what_stands_around_the_api() {
    check(
        Form::Cli,
        &[
            "create-documentation-version --rest-api-id \"$api\" --documentation-version v1",
            r#"{"op":"replace","path":"/*/*/logging/loglevel","value":"INFO"}"#,
            r#""path":"/~1pets~1{id}/GET/caching/requireAuthorizationForCacheControl","value":"false""#,
            r#""path":"/cacheClusterSize","value":"0.5""#,
            "tag-resource --resource-arn arn:aws:apigateway:us-east-1::/restapis/\"$api\"/stages/prod",
            r#"--quota '{"limit":100,"offset":0,"period":"DAY"}'"#,
            r#"--api-stages '[{"apiId":"'"$api"'","stage":"prod","throttle":{"/pets/{id}/GET":{"#,
            "create-api-key --name ann --enabled --query",
            "create-api-key --name bob --value a-value-that-was-asked-for --no-enabled",
            "--regional-certificate-arn arn:aws:acm:us-east-1:111111111111:certificate/c",
            "create-base-path-mapping --domain-name api.example.com --rest-api-id \"$api\" --stage prod >",
            "--stage prod --api-mapping-key orders/v1 >",
            "--rest-api-id \"$api\" --base-path any >",
        ],
        &["throttling/rateLimit"],
    );
}

#[test]
fn a_template_makes_it_too() {
    for (form, stage) in [
        (Form::CloudFormation, json!({"Ref": "Stage"})),
        (Form::Sam, json!({"Ref": "Api.Stage"})),
    ] {
        let template: Value = serde_json::from_str(&write(&estate(), form).text).unwrap();
        let resources = &template["Resources"];
        let holder = if form == Form::Sam { "Api" } else { "Stage" };
        let settings = &resources[holder]["Properties"];
        assert_eq!(
            settings["MethodSettings"],
            json!([
                {"HttpMethod": "*", "ResourcePath": "/*", "LoggingLevel": "INFO"},
                {"HttpMethod": "GET", "ResourcePath": "/~1pets~1{id}", "MetricsEnabled": true},
            ])
        );
        assert_eq!(settings["CacheClusterSize"], "0.5");
        assert_eq!(
            settings["AccessLogSetting"]["Format"],
            "$context.requestId ${x}"
        );
        let plan = &resources["PlanGold"]["Properties"];
        assert_eq!(plan["ApiStages"][0]["Stage"], stage);
        assert_eq!(
            plan["ApiStages"][0]["Throttle"]["/pets/{id}/GET"]["BurstLimit"],
            2
        );
        assert_eq!(plan["Quota"]["Period"], "DAY");
        assert_eq!(resources["KeyAnn"]["Properties"].get("Value"), None);
        assert_eq!(
            resources["PlanGoldKeyBob"]["Properties"]["UsagePlanId"],
            json!({"Ref": "PlanGold"})
        );
        let deep = &resources["DomainApiExampleComToOrdersV1"];
        assert_eq!(deep["Type"], "AWS::ApiGatewayV2::ApiMapping");
        let unstaged = &resources["DomainApiExampleComToAny"]["Properties"];
        assert_eq!(
            (unstaged["BasePath"].as_str(), unstaged.get("Stage")),
            (Some("any"), None)
        );
    }
    let template = write(&estate(), Form::CloudFormation).text;
    assert!(template.contains("AWS::ApiGateway::DocumentationVersion"));
}

#[test]
fn a_configuration_of_terraform_makes_it_too() {
    check(
        Form::Terraform,
        &[
            "resource \"aws_api_gateway_method_settings\" \"settings_all\" {",
            "method_path = \"pets/{id}/GET\"",
            "require_authorization_for_cache_control = false",
            "xray_tracing_enabled = true",
            "format = \"$context.requestId $${x}\"",
            "documentation_version = aws_api_gateway_documentation_version.api.version",
            "resource \"aws_api_gateway_usage_plan\" \"gold\" {",
            "      path = \"/pets/{id}/GET\"",
            "key_id = aws_api_gateway_api_key.ann.id",
            "value = \"a-value-that-was-asked-for\"",
            "resource \"aws_apigatewayv2_api_mapping\" \"api_example_com_orders_v1\" {",
            "truststore_uri = \"s3://b/k\"",
        ],
        &["throttling_rate_limit"],
    );
}

#[test]
fn a_document_has_roles_where_statements_permitted() {
    let document: Value = serde_json::from_str(&write(&estate(), Form::Document).text).unwrap();
    let credentials = |path: &str, verb: &str| {
        document["paths"][path][verb]["x-amazon-apigateway-integration"]["credentials"].clone()
    };
    let role = |name: &str| json!(format!("arn:aws:iam::111111111111:role/{name}"));
    assert_eq!(credentials("/pets/{id}", "get"), role("invoke-f"));
    assert_eq!(credentials("/pets/{id}", "post"), Value::Null);
    assert_eq!(
        credentials("/any", "x-amazon-apigateway-any-method"),
        role("invoke-g-live")
    );
    assert_eq!(credentials("/role", "get"), role("team/worker"));
    assert_eq!(
        document["securityDefinitions"]["guard"]["x-amazon-apigateway-authorizer"]["authorizerCredentials"],
        role("invoke-guard")
    );
    let policy = &document["x-amazon-apigateway-policy"]["Statement"][0]["Resource"];
    assert_eq!(policy, "execute-api:/prod/*");
    let roles = document["x-portcullis-roles"].as_object().unwrap();
    let names: Vec<_> = roles.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["worker", "invoke-f", "invoke-g-live", "invoke-guard"]
    );
    let may = &roles["invoke-g-live"]["policies"]["invoke"]["Statement"][0]["Resource"];
    assert_eq!(*may, json!(format!("{FUNCTION}:g:live")));
}

#[test]
fn a_script_names_the_new_api_and_its_authorizers() {
    check(
        Form::Cli,
        &[
            "#!/bin/sh\n",
            "--role-name worker --path /team/",
            "--permissions-boundary arn:aws:iam::111111111111:policy/boundary",
            "--policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess",
            "--variables '{\"alias\":\"live\"}'",
            "--statement-id narrow-\"$api\"",
            "--source-arn arn:aws:execute-api:us-east-1:111111111111:\"$api\"'/prod/GET/pets/{id}'",
            "--source-account 111111111111",
            "--qualifier live",
            "items[?name=='\\''guard'\\''].id | [0]",
            "--source-arn arn:aws:execute-api:us-east-1:111111111111:\"$api\"\"/authorizers/$authorizer\"",
        ],
        &["strange", "another", "invoke-f", ":old/"],
    );
}

#[test]
fn a_template_has_permissions_and_a_role_for_the_authorizer() {
    for (form, api) in [
        (Form::CloudFormation, "AWS::ApiGateway::RestApi"),
        (Form::Sam, "AWS::Serverless::Api"),
    ] {
        let template: Value = serde_json::from_str(&write(&estate(), form).text).unwrap();
        let resources = template["Resources"].as_object().unwrap();
        assert_eq!(resources["Api"]["Type"], api);
        assert_eq!(
            resources["Api"]["DependsOn"],
            json!(["RoleWorker", "RoleInvokeGuard"])
        );
        assert_eq!(
            resources["PermissionNarrow"]["Properties"]["SourceArn"],
            json!({"Fn::Sub": "arn:aws:execute-api:us-east-1:111111111111:${Api}/prod/GET/pets/{id}"})
        );
        assert_eq!(
            resources["PermissionAny"]["Properties"]["FunctionName"],
            json!(format!("{FUNCTION}:g:live"))
        );
        assert!(!resources.contains_key("PermissionAsks"));
        assert_eq!(resources["RoleWorker"]["Properties"]["Path"], "/team/");
    }
}

#[test]
fn a_configuration_of_terraform_quotes_its_templates() {
    check(
        Form::Terraform,
        &[
            "name = \"it's $${mine}\"",
            "depends_on = [aws_iam_role.worker, aws_iam_role.invoke_guard]",
            "source_arn = format(\"%s%s%s\", \"arn:aws:execute-api:us-east-1:111111111111:\", aws_api_gateway_rest_api.api.id, \"/prod/GET/pets/{id}\")",
            "qualifier = \"live\"",
            "functions/arn:aws:lambda:us-east-1:111111111111:function:g:$${stageVariables.alias}/",
        ],
        &["asks", "strange"],
    );
}

#[test]
fn calls_are_found_in_openapi_too() {
    let document = json!({
        "openapi": "3.0.1",
        "components": {"securitySchemes": {"guard": {
            "x-amazon-apigateway-authorizer": {"authorizerUri": uri("guard:$LATEST")},
        }}},
    });
    let found = calls(&document, &BTreeMap::new());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].function, Some(format!("{FUNCTION}:guard")));
}
