//! MOCK and AWS: templates, selection patterns, mappings, asynchronous invocation.

use serde_json::json;

use super::*;

fn response(pattern: Option<&str>, template: Option<&str>) -> IntegrationResponse {
    IntegrationResponse {
        selection_pattern: pattern.map(str::to_owned),
        response_templates: template.map(templates),
        ..IntegrationResponse::default()
    }
}

fn responses(all: &[(&str, IntegrationResponse)]) -> BTreeMap<String, IntegrationResponse> {
    all.iter()
        .map(|(status, r)| ((*status).to_owned(), r.clone()))
        .collect()
}

async fn mocked(integration: Integration, asked: Request<Full<Bytes>>) -> Reply {
    let mut house = House::new();
    house.method("ANY /{id}", method(integration)).deploy();
    house.send(asked).await
}

#[tokio::test]
async fn a_mock_answers_with_the_response_of_its_status() {
    let integration = Integration {
        request_templates: templates(
            r#"{"statusCode": #if($input.params('id')=="x")404#{else}200#end}"#,
        ),
        responses: responses(&[
            (
                "200",
                response(None, Some(r#"{"id":"$input.params('id')"}"#)),
            ),
            ("404", response(Some("4\\d{2}"), Some("none"))),
        ]),
        ..integration(IntegrationKind::Mock)
    };
    mocked(integration.clone(), request(Verb::GET, "/7"))
        .await
        .is(200, None, r#"{"id":"7"}"#);
    mocked(integration, request(Verb::GET, "/x"))
        .await
        .is(404, None, "none");
}

#[tokio::test]
async fn a_mock_that_names_no_status_or_has_no_response_is_misconfigured() {
    let (status, kind, body) = INTERNAL;
    let nameless = Integration {
        request_templates: templates("{}"),
        ..mock("{}")
    };
    mocked(nameless, request(Verb::GET, "/7"))
        .await
        .is(status, kind, body);
    let without = Integration {
        responses: BTreeMap::new(),
        ..mock("{}")
    };
    mocked(without, request(Verb::GET, "/7"))
        .await
        .is(status, kind, body);
}

#[tokio::test]
async fn the_request_template_may_set_the_status_as_in_test_integration_mock_with_response_override()
 {
    let template = r#"{"statusCode": 200}#set($context.responseOverride.status = 444)#set($context.responseOverride.header.foo = "bar")"#;
    let integration = Integration {
        request_templates: templates(template),
        responses: responses(&[("200", response(None, None))]),
        ..integration(IntegrationKind::Mock)
    };
    let reply = mocked(integration, request(Verb::GET, "/7")).await;
    reply.is(444, None, "");
    assert_eq!(reply.header("foo"), Some("bar"));
}

#[tokio::test]
async fn passthrough_behavior_decides_about_other_content_types() {
    let kind = Some("BadRequestException");
    let body = r#"{"message":"Unsupported Media Type"}"#;
    for (behavior, status) in [
        (PassthroughBehavior::WhenNoMatch, 200),
        (PassthroughBehavior::WhenNoTemplates, 415),
        (PassthroughBehavior::Never, 415),
    ] {
        let integration = Integration {
            passthrough_behavior: behavior,
            ..mock("ok")
        };
        let asked = with_header(request(Verb::POST, "/7"), "content-type", "text/plain");
        let reply = mocked(integration, with_body(asked, r#"{"statusCode":200}"#)).await;
        if status == 200 {
            reply.is(200, None, "ok");
        } else {
            reply.is(415, kind, body);
        }
    }
}

#[tokio::test]
async fn response_headers_are_mapped_and_renamed() {
    let mut integration = mock("{}");
    let mapped = [
        ("method.response.header.X-Fixed", "'value'"),
        ("method.response.header.Server", "'mine'"),
        ("method.response.header.X-Stage", "context.stage"),
    ];
    integration
        .responses
        .get_mut("200")
        .unwrap()
        .response_parameters = Some(
        mapped
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect(),
    );
    let reply = mocked(integration, request(Verb::GET, "/7")).await;
    assert_eq!(reply.header("x-fixed"), Some("value"));
    assert_eq!(reply.header("x-amzn-remapped-server"), Some("mine"));
    assert_eq!(reply.header("x-stage"), Some("prod"));
    assert!(reply.header("x-amzn-trace-id").is_none());
}

fn lambda(request: &str, all: &[(&str, IntegrationResponse)]) -> House {
    let mut house = House::new();
    let custom = Integration {
        uri: Some(uri_of(&function_arn("f"))),
        request_templates: templates(request),
        responses: responses(all),
        ..integration(IntegrationKind::Aws)
    };
    house.method("GET /", method(custom)).deploy();
    house.function("f", &[("", open("f"))]);
    house
}

#[tokio::test]
async fn templates_stand_on_both_sides_of_a_function() {
    let house = lambda(
        r#"{"p":"$input.params('param1')"}"#,
        &[("200", response(None, Some(r#"{"got":$input.json('$.x')}"#)))],
    );
    house.answer("f", Answer::Payload(r#"{"x":[1]}"#.to_owned()));
    let reply = house.get("/?param1=foobar").await;
    reply.is(200, None, r#"{"got":[1]}"#);
    assert!(reply.header("x-amzn-trace-id").is_some());
    assert_eq!(house.calls()[0].payload, br#"{"p":"foobar"}"#);
}

#[tokio::test]
async fn patterns_select_by_the_error_message_as_in_test_lambda_selection_patterns() {
    let all = [
        ("200", response(None, None)),
        ("400", response(Some(".*four hundred.*"), None)),
        ("500", response(Some(".+"), None)),
    ];
    let house = lambda("{}", &all);
    for (answer, status) in [
        (Answer::Payload("\"Pass\"".to_owned()), 200),
        (
            Answer::Failure("Error: Raising four hundred from within".to_owned()),
            400,
        ),
        (
            Answer::Failure("Error: Raising five hundred from within".to_owned()),
            500,
        ),
    ] {
        house.answer("f", answer);
        assert_eq!(house.get("/").await.status, status);
    }
}

#[tokio::test]
async fn a_status_without_a_method_response_is_misconfigured() {
    let house = lambda("{}", &[("203", response(None, None))]);
    let (status, kind, body) = INTERNAL;
    house.get("/").await.is(status, kind, body);
    assert!(format!("{:?}", house.last().outcome).contains("no response 203"));
}

#[tokio::test]
async fn an_event_is_handed_over_and_not_waited_for() {
    let mut house = lambda("{}", &[("200", response(None, Some("accepted")))]);
    let resource = house.definition.resources.get_mut("root").unwrap();
    let integration = resource.methods.get_mut(&MethodVerb::Get).unwrap();
    let integration = integration.integration.as_mut().unwrap();
    integration.request_parameters = Some(BTreeMap::from([(
        "integration.request.header.X-Amz-Invocation-Type".to_owned(),
        "'Event'".to_owned(),
    )]));
    house.deploy();
    house.answer("f", Answer::Never);
    house.get("/").await.is(200, None, "accepted");
    assert!(house.calls()[0].later);
}

#[tokio::test]
async fn what_does_not_compile_is_an_error_of_the_deployment() {
    for (broken, part) in [
        (
            Integration {
                request_templates: templates("#if("),
                ..mock("{}")
            },
            "template",
        ),
        (
            Integration {
                responses: responses(&[("200", response(Some("("), None))]),
                ..mock("{}")
            },
            "pattern",
        ),
        (
            Integration {
                responses: responses(&[("abc", response(None, None))]),
                ..mock("{}")
            },
            "abc is not a status",
        ),
    ] {
        let mut house = House::new();
        house.method("GET /", method(broken)).deploy();
        let error = Gateway::check(&house.definition).unwrap_err().to_string();
        assert!(error.contains(part), "{error}");
        let (status, kind, body) = INTERNAL;
        house.get("/").await.is(status, kind, body);
    }
    let fine = json!({"statusCode": 200}).to_string();
    let mut house = House::new();
    house.method("GET /", method(mock(&fine)));
    assert_eq!(Gateway::check(&house.definition), Ok(()));
}

/// A MOCK with these templates of its request and of its response 200.
async fn templated(asking: &str, answering: &str) -> Reply {
    let integration = Integration {
        request_templates: templates(&format!(r#"{{"statusCode": 200}}{asking}"#)),
        responses: responses(&[("200", response(None, Some(answering)))]),
        ..integration(IntegrationKind::Mock)
    };
    mocked(integration, request(Verb::GET, "/7")).await
}

#[tokio::test]
async fn whatever_stands_in_an_override_reaches_the_next_template() {
    let reply = templated(
        r#"#set($context.responseOverride.custom = "passed around")#set($context.requestOverride.own = 7)"#,
        "$context.responseOverride.custom $context.requestOverride.own",
    )
    .await;
    reply.is(200, None, "passed around 7");
}

#[tokio::test]
async fn an_override_is_the_same_by_its_name_and_by_index() {
    let reply = templated(
        r#"#set($context["requestOverride"].querystring["a"] = "1")#set($context.get("requestOverride").querystring.b = "2")"#,
        r#"$context.requestOverride.querystring.a $context["requestOverride"].querystring.b"#,
    )
    .await;
    reply.is(200, None, "1 2");
}
