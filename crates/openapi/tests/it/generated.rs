//! Whatever document is imported: its export, imported again, is an equal API.

use std::collections::BTreeMap;

use model::ApiDefinition;
use openapi::{ExportKind, Format, ImportOptions, Mode};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

use crate::common::{OPTIONS, import_with, method_json, paths};
use crate::round_trip::{as_exported, exported};

const FUNCTION: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function";
const ROLE: &str = "arn:aws:iam::000000000000:role/r";

/// Text with what is special in JSON, in YAML, in templates and in paths of pointers.
fn text() -> impl Strategy<Value = String> {
    let odd = [
        "plain",
        "",
        " a ",
        "é😀",
        "a\nb\n",
        "\t",
        "- a",
        "# a",
        "a: b",
        "'a'",
        "\"a\"",
        "yes",
        "null",
        "1.0",
        "~",
        "$input.json('$')",
        "${stageVariables.x}",
        "a/b~c",
        "{}",
        "\u{85}",
        "\u{2028}",
        "0x1F",
        "&a *b",
    ];
    select(odd.to_vec()).prop_map(str::to_owned)
}

fn name() -> impl Strategy<Value = String> {
    "[A-Za-z][A-Za-z0-9]{0,5}"
}

fn media_type() -> impl Strategy<Value = String> {
    select(["application/json", "text/plain", "image/*"].as_slice()).prop_map(str::to_owned)
}

fn map<V: Strategy<Value = Value>>(
    key: impl Strategy<Value = String>,
    value: V,
    most: usize,
) -> impl Strategy<Value = Value> {
    proptest::collection::btree_map(key, value, 0..=most).prop_map(|map| json!(map))
}

fn texts(key: impl Strategy<Value = String>) -> impl Strategy<Value = Value> {
    map(key, text().prop_map(Value::from), 2)
}

/// Members of which each may be left out.
fn some_of(members: Vec<(&'static str, BoxedStrategy<Value>)>) -> impl Strategy<Value = Value> {
    let (names, values): (Vec<_>, Vec<_>) = members.into_iter().unzip();
    let chosen = proptest::collection::vec(any::<bool>(), names.len());
    (values, chosen).prop_map(move |(values, chosen)| {
        let members = names.iter().zip(values).zip(chosen);
        let members = members.filter(|(_, chosen)| *chosen);
        let members = members.map(|((name, value), _)| ((*name).to_owned(), value));
        Value::Object(members.collect())
    })
}

fn with(base: &Value, more: Value) -> Value {
    let mut all = base.clone();
    if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
        all.extend(more);
    }
    all
}

fn schema() -> impl Strategy<Value = Value> {
    let leaf =
        select(["string", "integer", "boolean"].as_slice()).prop_map(|of| json!({"type": of}));
    let leaf = prop_oneof![leaf, Just(json!({"$ref": "#/definitions/Pet"}))];
    leaf.prop_recursive(3, 8, 2, |inner| {
        let properties = proptest::collection::btree_map("[a-z]{1,3}", inner.clone(), 1..3);
        prop_oneof![
            inner.prop_map(|items| json!({"type": "array", "items": items})),
            (properties, text()).prop_map(|(properties, description)| json!({
                "type": "object", "description": description, "properties": properties,
            })),
        ]
    })
}

fn integration_responses() -> impl Strategy<Value = Value> {
    let response = some_of(vec![
        ("responseTemplates", texts(media_type()).boxed()),
        (
            "contentHandling",
            select(["CONVERT_TO_TEXT", "CONVERT_TO_BINARY"].as_slice())
                .prop_map(Value::from)
                .boxed(),
        ),
    ]);
    let patterns = subsequence(["default", "4\\d{2}", ".*é.*", "a: b"].as_slice(), 0..=4);
    (patterns, proptest::collection::vec(response, 4)).prop_map(|(patterns, responses)| {
        let statuses = ["200", "400", "404", "503"];
        let described = patterns.iter().zip(responses).zip(statuses);
        let described = described.map(|((pattern, response), status)| {
            (
                (*pattern).to_owned(),
                with(&response, json!({"statusCode": status})),
            )
        });
        json!(described.collect::<BTreeMap<_, _>>())
    })
}

fn integration() -> impl Strategy<Value = Value> {
    let kind = prop_oneof![
        Just(json!({"type": "mock"})),
        Just(
            json!({"type": "http_proxy", "httpMethod": "ANY", "uri": "https://${stageVariables.h}/a"})
        ),
        Just(json!({"type": "http", "httpMethod": "POST", "uri": "http://example.com/a?b=c"})),
        Just(
            json!({"type": "aws_proxy", "httpMethod": "POST", "uri": format!("{FUNCTION}:f/invocations")})
        ),
        Just(
            json!({"type": "aws", "httpMethod": "POST", "uri": format!("{FUNCTION}:f:${{stageVariables.v}}/invocations"), "credentials": ROLE})
        ),
        Just(
            json!({"type": "aws", "httpMethod": "POST", "uri": "arn:aws:apigateway:us-east-1:sqs:path/1/q", "credentials": "arn:aws:iam::*:user/*"})
        ),
    ];
    let more = some_of(vec![
        ("requestTemplates", texts(media_type()).boxed()),
        (
            "passthroughBehavior",
            select(["when_no_match", "when_no_templates", "never"].as_slice())
                .prop_map(Value::from)
                .boxed(),
        ),
        (
            "timeoutInMillis",
            (50..=29_000_u32).prop_map(Value::from).boxed(),
        ),
        ("cacheNamespace", name().prop_map(Value::from).boxed()),
        (
            "contentHandling",
            select(["CONVERT_TO_TEXT", "CONVERT_TO_BINARY"].as_slice())
                .prop_map(Value::from)
                .boxed(),
        ),
        ("responses", integration_responses().boxed()),
        ("requestParameters", mappings().boxed()),
    ]);
    (kind, more).prop_map(|(kind, more)| with(&kind, more))
}

fn mappings() -> impl Strategy<Value = Value> {
    let place = select(
        [
            "integration.request.header.",
            "integration.request.querystring.",
        ]
        .as_slice(),
    );
    let from = select(
        [
            "context.requestId",
            "stageVariables.x",
            "'a: b'",
            "method.request.body.a.b",
        ]
        .as_slice(),
    );
    let key = (place, "[a-zA-Z][a-z0-9-]{0,4}").prop_map(|(place, name)| format!("{place}{name}"));
    map(key, from.prop_map(Value::from), 2)
}

fn response() -> impl Strategy<Value = Value> {
    let header = "[A-Z][a-z-]{0,5}[a-z]".prop_map(String::from);
    some_of(vec![
        (
            "headers",
            map(header, Just(json!({"type": "string"})), 2).boxed(),
        ),
        ("schema", Just(json!({"$ref": "#/definitions/Pet"})).boxed()),
    ])
    .prop_map(|response| with(&response, json!({"description": "a response"})))
}

/// Their names are unlike each other and unlike those in paths, as API Gateway asks.
fn parameters() -> impl Strategy<Value = Value> {
    let place = select(["header", "query"].as_slice());
    let list =
        proptest::collection::btree_map("P[a-zA-Z0-9_.-]{0,6}", (place, any::<bool>()), 0..4);
    (list, any::<bool>()).prop_map(|(list, body)| {
        let one = |(name, (place, required)): (String, (&str, bool))| {
            json!({"name": name, "in": place, "required": required, "type": "string"})
        };
        let mut all: Vec<Value> = list.into_iter().map(one).collect();
        if body {
            all.push(json!({"in": "body", "name": "b", "schema": {"$ref": "#/definitions/Pet"}}));
        }
        json!(all)
    })
}

fn security() -> impl Strategy<Value = Value> {
    select(
        [
            json!([]),
            json!([{"key": []}]),
            json!([{"iam": []}]),
            json!([{"token": []}]),
            json!([{"request": []}, {"key": []}]),
            json!([{"pool": ["a/b", "c"]}]),
        ]
        .to_vec(),
    )
}

fn operation() -> impl Strategy<Value = Value> {
    let status = "[2-5][0-9]{2}";
    some_of(vec![
        ("operationId", name().prop_map(Value::from).boxed()),
        ("parameters", parameters().boxed()),
        ("responses", map(status, response(), 2).boxed()),
        ("security", security().boxed()),
        (
            "x-amazon-apigateway-request-validator",
            select(["all", "none"].as_slice())
                .prop_map(Value::from)
                .boxed(),
        ),
        ("x-amazon-apigateway-integration", integration().boxed()),
        ("produces", Just(json!(["application/json"])).boxed()),
    ])
}

/// Below each of them at most one parameter, as API Gateway asks.
fn all_paths() -> impl Strategy<Value = Value> {
    let known = [
        "/",
        "/pets",
        "/pets/{id}",
        "/pets/{id}/toys",
        "/a.b-c_d",
        "/deep/er/{x}/{proxy+}",
        "/Pets",
        "/a:b",
    ];
    let verbs = [
        "get",
        "put",
        "post",
        "delete",
        "options",
        "head",
        "patch",
        "x-amazon-apigateway-any-method",
    ];
    let item = (
        subsequence(verbs.to_vec(), 0..=3),
        proptest::collection::vec(operation(), 3),
    );
    let item = item.prop_map(|(verbs, operations)| {
        let item = verbs.into_iter().map(str::to_owned).zip(operations);
        Value::Object(item.collect::<Map<_, _>>())
    });
    (
        subsequence(known.to_vec(), 0..=4),
        proptest::collection::vec(item, 4),
    )
        .prop_map(|(paths, items)| {
            let paths = paths.into_iter().map(str::to_owned).zip(items);
            Value::Object(paths.collect())
        })
}

fn gateway_responses() -> impl Strategy<Value = Value> {
    let kind =
        select(["DEFAULT_4XX", "UNAUTHORIZED", "THROTTLED"].as_slice()).prop_map(str::to_owned);
    let response = some_of(vec![
        ("statusCode", (400..600_u16).prop_map(Value::from).boxed()),
        ("responseTemplates", texts(media_type()).boxed()),
        (
            "responseParameters",
            map(
                "gatewayresponse\\.header\\.[A-Z][a-z]{1,4}",
                Just(json!("'*'")),
                2,
            )
            .boxed(),
        ),
    ]);
    map(kind, response, 2)
}

fn settings() -> impl Strategy<Value = Value> {
    some_of(vec![
        ("x-amazon-apigateway-gateway-responses", gateway_responses().boxed()),
        (
            "x-amazon-apigateway-binary-media-types",
            subsequence(["*/*", "image/png", "application/octet-stream"].as_slice(), 1..=3)
                .prop_map(|types| json!(types))
                .boxed(),
        ),
        (
            "x-amazon-apigateway-minimum-compression-size",
            (0..=10_485_760_u32).prop_map(Value::from).boxed(),
        ),
        (
            "x-amazon-apigateway-api-key-source",
            select(["HEADER", "AUTHORIZER"].as_slice()).prop_map(Value::from).boxed(),
        ),
        (
            "x-amazon-apigateway-policy",
            Just(json!({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*"}]})).boxed(),
        ),
        ("security", security().boxed()),
        (
            "x-amazon-apigateway-request-validator",
            select(["all", "none"].as_slice()).prop_map(Value::from).boxed(),
        ),
    ])
}

fn schemes() -> Value {
    let authorizer = |more: Value| {
        with(
            &json!({"type": "apiKey", "name": "Authorization", "in": "header"}),
            more,
        )
    };
    let uri = format!("{FUNCTION}:guard/invocations");
    json!({
        "key": {"type": "apiKey", "name": "x-api-key", "in": "header"},
        "iam": authorizer(json!({"x-amazon-apigateway-authtype": "awsSigv4"})),
        "token": authorizer(json!({
            "x-amazon-apigateway-authtype": "oauth2",
            "x-amazon-apigateway-authorizer": {
                "type": "token", "authorizerUri": uri, "authorizerCredentials": ROLE,
                "identityValidationExpression": "^a: .*$",
            },
        })),
        "request": authorizer(json!({
            "x-amazon-apigateway-authtype": "custom",
            "x-amazon-apigateway-authorizer": {
                "type": "request", "authorizerUri": uri, "authorizerResultTtlInSeconds": 0,
                "identitySource": "method.request.header.a, context.requestId",
            },
        })),
        "pool": authorizer(json!({
            "x-amazon-apigateway-authtype": "cognito_user_pools",
            "x-amazon-apigateway-authorizer": {
                "type": "cognito_user_pools",
                "providerARNs": ["arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_A"],
            },
        })),
    })
}

fn document() -> impl Strategy<Value = Value> {
    let schemas = proptest::collection::btree_map("[A-Z][a-z]{1,4}", schema(), 0..3);
    (all_paths(), settings(), schemas, text()).prop_map(
        |(paths, settings, schemas, description)| {
            let mut schemas = json!(schemas);
            schemas["Pet"] = json!({"type": "object", "properties": {"name": {"type": "string"}}});
            with(
                &settings,
                json!({
                    "swagger": "2.0",
                    "info": {"title": "generated", "version": "1", "description": description},
                    "paths": paths,
                    "definitions": schemas,
                    "securityDefinitions": schemes(),
                    "x-amazon-apigateway-request-validators": {
                        "all": {"validateRequestBody": true, "validateRequestParameters": true},
                        "none": {"validateRequestBody": false, "validateRequestParameters": false},
                    },
                }),
            )
        },
    )
}

/// An API with names in the place of ids.
fn named(definition: &ApiDefinition) -> Value {
    let authorizers = &definition.authorizers;
    let name_of = |id: &Value| {
        id.as_str()
            .and_then(|id| Some(authorizers.get(id)?.name.clone()))
    };
    let validators = &definition.request_validators;
    let mut all = Map::new();
    for (path, resource) in paths(definition) {
        for (verb, method) in &resource.methods {
            let mut shown = method_json(*verb, method);
            shown["authorizerId"] = json!(name_of(&shown["authorizerId"]));
            let validator = shown["requestValidatorId"].as_str();
            let validator = validator.map(|id| validators[id].name.clone());
            shown["requestValidatorId"] = json!(validator);
            if shown["methodIntegration"]["cacheNamespace"] == json!(resource.id) {
                shown["methodIntegration"]["cacheNamespace"] = json!("its resource");
            }
            all.insert(format!("{verb} {path}"), shown);
        }
        all.entry(path).or_insert(Value::Null);
    }
    Value::Object(all)
}

fn check(document: &Value) -> Result<(), TestCaseError> {
    let first = import_with(&document.to_string(), &OPTIONS);
    let first = first.map_err(|error| TestCaseError::fail(format!("{error}\n{document:#}")))?;
    for kind in [ExportKind::Swagger, ExportKind::Oas30] {
        for format in [Format::Json, Format::Yaml] {
            let text = exported(&first.definition, None, kind, format);
            let over = ImportOptions {
                existing: Some((&first.definition, Mode::Overwrite)),
                ..OPTIONS
            };
            let again = import_with(&text, &over);
            let again = again.map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            let wanted = as_exported(&first.definition, kind);
            prop_assert_eq!(
                &again.definition,
                &wanted,
                "{:?} {:?}\n{}",
                kind,
                format,
                text
            );
            let fresh = import_with(&text, &OPTIONS);
            let fresh = fresh.map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            prop_assert_eq!(
                named(&fresh.definition),
                named(&wanted),
                "{:?} {:?}",
                kind,
                format
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn an_export_is_the_api_that_was_imported(document in document()) {
        check(&document)?;
    }
}
