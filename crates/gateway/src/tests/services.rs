//! Integrations with AWS services: which call is made as whom, and what becomes of the answer.

use identity::Caller;

use super::*;
use crate::{ServiceCall, Services};

/// A call as it came to the services.
#[derive(Debug)]
struct Seen {
    caller: Caller,
    service: String,
    line: String,
    headers: BTreeMap<String, String>,
    body: String,
}

/// Tells what it was asked in the status that the body asks for, and answers nothing to `never`.
#[derive(Default)]
struct Told(Mutex<Vec<Seen>>);

impl Services for Told {
    fn call(&self, call: ServiceCall) -> BoxFuture<'_, Result<Response<Bytes>, String>> {
        let (parts, body) = call.request.into_parts();
        let headers = parts.headers.iter();
        let headers =
            headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
        let body = String::from_utf8(body.to_vec()).unwrap();
        let seen = Seen {
            caller: call.caller,
            service: call.service,
            line: format!("{} {}", parts.method, parts.uri),
            headers: headers.collect(),
            body: body.clone(),
        };
        self.0.lock().unwrap().push(seen);
        Box::pin(async move {
            if body.contains("never") {
                return std::future::pending().await;
            }
            if body.contains("gone") {
                return Err("the endpoint is gone".to_owned());
            }
            let status = if body.contains("deny") { 400 } else { 200 };
            let answer = Response::builder().status(status).header("x-own", "1");
            if body.contains("xml") {
                let xml = "<SendMessageResponse><SendMessageResult><MessageId>m-1</MessageId></SendMessageResult></SendMessageResponse>";
                return Ok(answer
                    .header("content-type", "text/xml")
                    .body(xml.into())
                    .unwrap());
            }
            Ok(answer.body(r#"{"id":"i-1"}"#.into()).unwrap())
        })
    }
}

fn service(uri: &str, role: &str) -> Integration {
    Integration {
        http_method: Some("POST".to_owned()),
        uri: Some(format!("arn:aws:apigateway:{REGION}:{uri}")),
        credentials: Some(format!("arn:aws:iam::{ACCOUNT}:role/{role}")),
        timeout_millis: 2000,
        responses: BTreeMap::from([("200".to_owned(), IntegrationResponse::default())]),
        ..integration(IntegrationKind::Aws)
    }
}

fn house(integration: Integration) -> (House, Arc<Told>) {
    let mut house = House::new();
    house.role("trusted", "apigateway.amazonaws.com", None);
    house.role("other", "lambda.amazonaws.com", None);
    house.method("POST /", method(integration)).deploy();
    let told = Arc::new(Told::default());
    house.gateway.reach(Arc::clone(&told) as Arc<dyn Services>);
    (house, told)
}

fn post(body: &str) -> Request<Full<Bytes>> {
    let asked = with_header(request(Verb::POST, "/"), "content-type", "application/json");
    with_body(asked, body)
}

#[tokio::test]
async fn an_action_is_called_in_the_role_with_its_target() {
    let (house, told) = house(service("dynamodb:action/PutItem", "trusted"));
    let reply = house.send(post(r#"{"TableName":"t"}"#)).await;
    reply.is(200, None, r#"{"id":"i-1"}"#);
    let seen = told.0.lock().unwrap().pop().unwrap();
    let session = format!("arn:aws:sts::{ACCOUNT}:assumed-role/trusted/BackplaneAssumeRoleSession");
    assert_eq!(
        (seen.caller.arn(), seen.service.as_str()),
        (session, "dynamodb")
    );
    assert_eq!(seen.line, "POST https://dynamodb.us-east-1.amazonaws.com/");
    assert_eq!(seen.headers["x-amz-target"], "DynamoDB_20120810.PutItem");
    assert_eq!(seen.headers["content-type"], "application/x-amz-json-1.0");
    assert_eq!(seen.body, r#"{"TableName":"t"}"#);
}

#[tokio::test]
async fn a_path_is_called_with_what_the_mappings_and_the_template_say() {
    let parameters = BTreeMap::from([(
        "integration.request.header.Content-Type".to_owned(),
        "'application/x-www-form-urlencoded'".to_owned(),
    )]);
    let templates = BTreeMap::from([(
        "application/json".to_owned(),
        "Action=SendMessage&MessageBody=$input.body".to_owned(),
    )]);
    let (house, told) = house(Integration {
        request_parameters: Some(parameters),
        request_templates: Some(templates),
        ..service("sqs:path/111111111111/q", "trusted")
    });
    let reply = house.send(post(r#"{"a":"xml"}"#)).await;
    let json = r#"{"SendMessageResponse":{"SendMessageResult":{"MessageId":"m-1"}}}"#;
    reply.is(200, None, json);
    let seen = told.0.lock().unwrap().pop().unwrap();
    assert_eq!(
        seen.line,
        "POST https://sqs.us-east-1.amazonaws.com/111111111111/q"
    );
    assert_eq!(
        seen.headers["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(seen.body, r#"Action=SendMessage&MessageBody={"a":"xml"}"#);
}

#[tokio::test]
async fn what_the_service_says_selects_the_response() {
    let mut integration = service("dynamodb:action/PutItem", "trusted");
    let denied = IntegrationResponse {
        selection_pattern: Some("4\\d{2}".to_owned()),
        ..IntegrationResponse::default()
    };
    integration.responses.insert("403".to_owned(), denied);
    let mut method = method(integration);
    method
        .responses
        .insert("403".to_owned(), MethodResponse::default());
    let mut house = House::new();
    house.role("trusted", "apigateway.amazonaws.com", None);
    house.method("POST /", method).deploy();
    house.gateway.reach(Arc::new(Told::default()));
    let reply = house.send(post(r#"{"a":"deny"}"#)).await;
    assert_eq!(reply.status, 403);
}

#[tokio::test]
async fn a_role_that_does_not_trust_the_gateway_calls_nothing() {
    for role in ["other", "missing"] {
        let (house, told) = house(service("dynamodb:action/PutItem", role));
        let (status, kind, body) = INTERNAL;
        house.send(post("{}")).await.is(status, kind, body);
        assert!(told.0.lock().unwrap().is_empty(), "{role}");
        let outcome = format!("{:?}", house.last().outcome);
        assert!(outcome.contains("assume"), "{outcome}");
    }
}

#[tokio::test]
async fn a_service_that_does_not_answer_is_a_failed_integration() {
    let (house, _told) = house(Integration {
        timeout_millis: 50,
        ..service("dynamodb:action/PutItem", "trusted")
    });
    let late = house.send(post("never")).await;
    assert_eq!(late.status, 504);
    let gone = house.send(post("gone")).await;
    assert_eq!(gone.status, 504);
    let outcome = format!("{:?}", house.last().outcome);
    assert!(outcome.contains("the endpoint is gone"), "{outcome}");
}

#[tokio::test]
async fn without_a_role_nothing_is_called() {
    let (house, told) = house(Integration {
        credentials: None,
        ..service("sqs:path/111111111111/q", "trusted")
    });
    assert_eq!(house.send(post("{}")).await.status, 500);
    assert!(told.0.lock().unwrap().is_empty());
}
