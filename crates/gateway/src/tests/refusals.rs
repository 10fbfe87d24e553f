//! What a refused caller reads, to the byte: the facts' section 4, and customised responses.

use std::collections::HashSet;

use super::*;

async fn proxied(answer: Answer) -> Reply {
    let mut house = House::new();
    house
        .method("GET /", method(proxy(&function_arn("f"))))
        .deploy();
    house.function("f", &[("", open("f"))]).answer("f", answer);
    house.get("/").await
}

const SERVER: Option<&str> = Some("InternalServerErrorException");

#[tokio::test]
async fn a_throttled_function_is_an_internal_error() {
    let throttled = InvokeError::Throttled(lambda::Throttle::Account);
    let reply = proxied(Answer::Error(throttled)).await;
    reply.is(500, SERVER, r#"{"message": "Internal server error"}"#);
}

#[tokio::test]
async fn a_malformed_or_failed_answer_is_a_bad_gateway() {
    for answer in [
        Answer::Payload(r#""just a string""#.to_owned()),
        Answer::Payload(r#"{"message":"x"}"#.to_owned()),
        Answer::Failure("boom".to_owned()),
    ] {
        let reply = proxied(answer).await;
        reply.is(502, SERVER, r#"{"message": "Internal server error"}"#);
    }
}

#[tokio::test]
async fn a_function_that_never_answers_times_out() {
    let reply = proxied(Answer::Never).await;
    reply.is(504, SERVER, r#"{"message": "Endpoint request timed out"}"#);
}

#[tokio::test]
async fn a_panic_ends_one_request() {
    let mut house = House::new();
    house
        .method("GET /", method(proxy(&function_arn("f"))))
        .deploy();
    house
        .function("f", &[("", open("f"))])
        .answer("f", Answer::Panic);
    let (status, kind, body) = INTERNAL;
    house.get("/").await.is(status, kind, body);
    assert!(format!("{:?}", house.last().outcome).contains("a defect"));
    house.answer("f", Answer::Payload(r#"{"body":"ran"}"#.to_owned()));
    house.get("/").await.is(200, None, "ran");
}

#[tokio::test]
async fn no_route_and_no_verb_are_a_missing_token() {
    let mut house = House::new();
    house.method("GET /pets", method(mock("{}"))).deploy();
    let body = r#"{"message":"Missing Authentication Token"}"#;
    let kind = Some("MissingAuthenticationTokenException");
    house.get("/cats").await.is(403, kind, body);
    house
        .send(request(Verb::POST, "/pets"))
        .await
        .is(403, kind, body);
    house
        .send(request(Verb::TRACE, "/pets"))
        .await
        .is(403, kind, body);
    house
        .send(request(Verb::from_bytes(b"ANY").unwrap(), "/pets"))
        .await
        .is(403, kind, body);
}

#[tokio::test]
async fn an_unknown_stage_or_api_is_forbidden() {
    let mut house = House::new();
    house.method("GET /", method(mock("{}"))).deploy();
    for (api, stage) in [(API, "dev"), ("other", "prod"), (API, "")] {
        let addressed = Addressed {
            api: api.into(),
            stage: stage.into(),
            path: "/".to_owned(),
            ..Addressed::default()
        };
        let reply = house.send_to(addressed, request(Verb::GET, "/")).await;
        reply.is(
            403,
            Some("ForbiddenException"),
            r#"{"message":"Forbidden"}"#,
        );
    }
}

#[tokio::test]
async fn a_method_that_asks_for_a_key_finds_none_good() {
    let mut house = House::new();
    let keyed = Method {
        api_key_required: true,
        ..method(mock("{}"))
    };
    house.method("GET /", keyed).deploy();
    let request = with_header(request(Verb::GET, "/"), "x-api-key", "some-key");
    let reply = house.send(request).await;
    reply.is(
        403,
        Some("ForbiddenException"),
        r#"{"message":"Forbidden"}"#,
    );
}

fn validated() -> House {
    let mut house = House::new();
    house.definition.request_validators.insert(
        "v1".to_owned(),
        RequestValidator {
            id: "v1".to_owned(),
            name: "all".to_owned(),
            validate_body: true,
            validate_parameters: true,
        },
    );
    house.definition.models.insert(
        "Pet".to_owned(),
        Model {
            id: "m1".to_owned(),
            name: "Pet".to_owned(),
            description: None,
            schema: Some(r#"{"type":"object","required":["name"]}"#.to_owned()),
            content_type: "application/json".to_owned(),
        },
    );
    let parameters = [
        ("method.request.header.x-header-param", true),
        ("method.request.path.issuer", true),
        ("method.request.querystring.qs1", true),
        ("method.request.querystring.optional", false),
    ];
    let validated = Method {
        request_validator_id: Some("v1".to_owned()),
        request_parameters: Some(
            parameters
                .iter()
                .map(|(name, needed)| ((*name).to_owned(), *needed))
                .collect(),
        ),
        request_models: Some(BTreeMap::from([(
            "application/json".to_owned(),
            "Pet".to_owned(),
        )])),
        ..method(mock("{}"))
    };
    house
        .method("POST /{test}", validated.clone())
        .method("POST /ok/{issuer}", validated)
        .deploy();
    house
}

#[tokio::test]
async fn missing_parameters_are_named_as_in_test_api_gateway_request_validator() {
    let house = validated();
    let kind = Some("BadRequestException");
    let reply = house.send(request(Verb::POST, "/x")).await;
    let all =
        r#"{"message": "Missing required request parameters: [x-header-param, issuer, qs1]"}"#;
    reply.is(400, kind, all);
    let reply = house
        .send(with_header(
            request(Verb::POST, "/ok/i"),
            "x-header-param",
            "h",
        ))
        .await;
    reply.is(
        400,
        kind,
        r#"{"message": "Missing required request parameters: [qs1]"}"#,
    );
}

#[tokio::test]
async fn a_body_that_does_not_fit_its_model_is_refused() {
    let house = validated();
    let asked = || with_header(request(Verb::POST, "/ok/i?qs1=1"), "x-header-param", "h");
    for (body, status) in [(r#"{"name":"x"}"#, 200), ("{}", 400), ("", 400), ("{", 400)] {
        let reply = house.send(with_body(asked(), body)).await;
        assert_eq!(reply.status, status, "{body}");
        if status == 400 {
            let text = r#"{"message": "Invalid request body"}"#;
            reply.is(400, Some("BadRequestException"), text);
        }
    }
}

/// "To use the same model regardless of the content type, set the content type for your data model to `$default`", and required
/// parameters are "included and not blank" (developer guide, "Request validation for REST APIs in API Gateway").
#[tokio::test]
async fn a_model_for_every_content_type_is_asked_and_blanks_are_missing() {
    let mut house = validated();
    let own = house.definition.request_validators["v1"].id.clone();
    let open = Method {
        request_validator_id: Some(own),
        request_models: Some(BTreeMap::from([
            ("$default".to_owned(), "Pet".to_owned()),
            ("text/csv".to_owned(), "Empty".to_owned()),
        ])),
        ..method(mock("{}"))
    };
    house.definition.models.insert(
        "Empty".to_owned(),
        Model {
            id: "m2".to_owned(),
            name: "Empty".to_owned(),
            description: None,
            schema: Some("{}".to_owned()),
            content_type: "application/json".to_owned(),
        },
    );
    house.method("POST /any", open).deploy();
    for (content_type, body, refused) in [
        ("application/json", "{}", true),
        ("text/plain", "{}", true),
        ("text/plain", "plain", true),
        ("text/csv", "{}", false),
    ] {
        let asked = with_header(request(Verb::POST, "/any"), "content-type", content_type);
        let reply = house.send(with_body(asked, body)).await;
        assert_eq!(reply.status == 400, refused, "{content_type} {body}");
    }
    let blank = with_header(request(Verb::POST, "/ok/i?qs1=%20"), "x-header-param", "h");
    let told = r#"{"message": "Missing required request parameters: [qs1]"}"#;
    house
        .send(blank)
        .await
        .is(400, Some("BadRequestException"), told);
}

#[tokio::test]
async fn an_integration_that_names_nothing_is_refused_when_it_is_called() {
    let mut house = House::new();
    let nothing = Integration {
        uri: Some(format!("arn:aws:apigateway:{REGION}:sqs:nothing")),
        ..integration(IntegrationKind::Aws)
    };
    house.method("GET /queue", method(nothing)).deploy();
    assert_eq!(house.get("/queue").await.status, 500);
    let outcome = format!("{:?}", house.last().outcome);
    assert!(outcome.contains("sqs:nothing"), "{outcome}");
    assert!(Gateway::unserved(&house.definition).is_empty());
    assert_eq!(Gateway::check(&house.definition), Ok(()));
}

#[tokio::test]
async fn a_definition_that_does_not_compile_is_refused_and_not_a_crash() {
    let mut house = House::new();
    let empty = House::new();
    let text = |house: &House| Gateway::check(&house.definition).unwrap_err().to_string();
    assert_eq!(text(&empty), "The REST API doesn't contain any methods");
    let bare = Method {
        integration: None,
        ..method(mock("{}"))
    };
    house
        .method("GET /", bare)
        .method("GET /good", method(mock("{}")))
        .deploy();
    assert_eq!(text(&house), "No integration defined for method");
    let (status, kind, body) = INTERNAL;
    house.get("/").await.is(status, kind, body);
    house.get("/good").await.is(200, None, "{}");
    house.definition.policy = Some("{".to_owned());
    house.deploy();
    house.get("/good").await.is(status, kind, body);
}

#[tokio::test]
async fn a_customised_response_takes_the_place_of_awss() {
    let mut house = House::new();
    house.method("GET /", method(mock("{}")));
    let custom = GatewayResponse {
        status_code: Some("418".to_owned()),
        response_parameters: BTreeMap::from([
            (
                "gatewayresponse.header.X-Kind".to_owned(),
                "context.error.responseType".to_owned(),
            ),
            (
                "gatewayresponse.header.X-Fixed".to_owned(),
                "'fixed'".to_owned(),
            ),
            (
                "gatewayresponse.header.X-Asked".to_owned(),
                "method.request.header.x-ask".to_owned(),
            ),
        ]),
        response_templates: templates(
            r#"{"m":$context.error.messageString,"t":"$context.error.responseType","s":"${stageVariables.v}","n":"$context.none"}"#,
        ),
    };
    house.variables.insert("v".to_owned(), "1".to_owned());
    let responses = &mut house.definition.gateway_responses;
    responses.insert(GatewayResponseType::MissingAuthenticationToken, custom);
    house.deploy();
    let reply = house
        .send(with_header(request(Verb::GET, "/none"), "x-ask", "a"))
        .await;
    let body =
        r#"{"m":"Missing Authentication Token","t":"MISSING_AUTHENTICATION_TOKEN","s":"1","n":""}"#;
    reply.is(418, Some("MissingAuthenticationTokenException"), body);
    assert_eq!(reply.header("x-kind"), Some("MISSING_AUTHENTICATION_TOKEN"));
    assert_eq!(reply.header("x-fixed"), Some("fixed"));
    assert_eq!(reply.header("x-asked"), Some("a"));
}

#[tokio::test]
async fn a_default_response_changes_every_one_not_set_itself() {
    let mut house = House::new();
    house
        .method("GET /", method(mock("{}")))
        .method("GET /f", method(proxy(&function_arn("f"))));
    let with = |text: &str| GatewayResponse {
        response_templates: templates(text),
        ..GatewayResponse::default()
    };
    let responses = &mut house.definition.gateway_responses;
    responses.insert(
        GatewayResponseType::Default4xx,
        with("4xx $context.error.message"),
    );
    responses.insert(
        GatewayResponseType::Default5xx,
        with("5xx $context.error.message"),
    );
    house.deploy();
    let kind = Some("MissingAuthenticationTokenException");
    house
        .get("/none")
        .await
        .is(403, kind, "4xx Missing Authentication Token");
    house
        .get("/f")
        .await
        .is(500, SERVER, "5xx Internal server error");
}

/// The recording `gateway_responses_default`: every type has one status and one template.
#[test]
fn types_and_statuses_are_those_of_the_recording() {
    let Some(recorded) = super::button::recording("gateway_responses_default.json") else {
        return;
    };
    let mut seen = HashSet::new();
    for response in recorded.as_array().unwrap() {
        let kind: GatewayResponseType = response["responseType"].as_str().unwrap().parse().unwrap();
        seen.insert(kind);
        let Some(status) = response["statusCode"].as_str() else {
            continue;
        };
        for refusal in samples() {
            let words = refusal.words();
            // Failures of Lambda answer 502 under the 5XX default, and configuration 500.
            if words.kind == kind {
                assert_eq!(words.status.to_string(), status, "{kind}");
            }
        }
    }
    assert_eq!(seen.len(), GatewayResponseType::ALL.len());
}

fn samples() -> Vec<crate::refusal::Refusal> {
    use crate::refusal::{AuthorizerFault, KeyFault, Misconfigured, Refusal};
    vec![
        Refusal::BodyTooLarge { limit: 1 },
        Refusal::NoRoute {
            verb: String::new(),
            path: String::new(),
        },
        Refusal::NoApiKey {
            fault: KeyFault::Unknown,
            log: String::new(),
        },
        Refusal::Throttled {
            scope: "",
            log: String::new(),
        },
        Refusal::QuotaExceeded { log: String::new() },
        Refusal::Unauthorized,
        Refusal::Authorizer(AuthorizerFault::Timeout),
        Refusal::Unsigned,
        Refusal::BadSignature(identity::AuthenticationFailure::SessionExpired),
        Refusal::BadSignature(identity::AuthenticationFailure::UnknownKey),
        Refusal::BadParameters {
            message: String::new(),
        },
        Refusal::BadBody(String::new()),
        Refusal::UnsupportedMediaType,
        Refusal::Misconfigured(Misconfigured::NoMockStatus),
        Refusal::IntegrationFailed(String::new()),
        Refusal::IntegrationTimeout,
    ]
}
