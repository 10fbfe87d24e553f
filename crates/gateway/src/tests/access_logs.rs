//! Lines of access logs, in the formats that the developer guide shows.

use super::*;

const GROUP: &str = "arn:aws:logs:us-east-1:111111111111:log-group:/api/access";

fn house(format: &'static str, methods: &[(&str, Method)]) -> House {
    let mut house = House::new();
    house.of_stage = Box::new(move |stage| {
        stage.access_log_destination = Some(GROUP.to_owned());
        stage.access_log_format = Some(format.to_owned());
    });
    for (route, method) in methods {
        house.method(route, method.clone());
    }
    house.deploy();
    let may = allow("logs:*", "*");
    house.role("logs", "apigateway.amazonaws.com", Some(may));
    house.cloudwatch_role("arn:aws:iam::111111111111:role/logs");
    house.function("f", &[("", open("f"))]);
    house
}

/// The one line of a request, its own ids taken out.
async fn line(house: &House, path: &str) -> String {
    let reply = house.get(path).await;
    let mut batches = std::mem::take(&mut *house.lines.0.lock().unwrap());
    assert_eq!(batches.len(), 1);
    let batch = batches.pop().unwrap();
    assert_eq!(batch.group, "/api/access");
    assert_eq!((batch.account, batch.region), (account(), region()));
    let id = reply.header("x-amzn-requestid").unwrap();
    let extended = reply.header("x-amz-apigw-id").unwrap();
    let message = &batch.events[0].message;
    message.replace(id, "ID").replace(extended, "EXTENDED")
}

#[tokio::test]
async fn the_common_log_format_tells_who_asked_for_what() {
    let format = r#"$context.identity.sourceIp $context.identity.caller $context.identity.user "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId $context.extendedRequestId"#;
    let house = house(format, &[("GET /pets/{id}", method(mock("four")))]);
    assert_eq!(
        line(&house, "/pets/1?a=b").await,
        r#"192.0.2.7 - - "GET /pets/{id} HTTP/1.1" 200 4 ID EXTENDED"#
    );
}

#[tokio::test]
async fn json_xml_and_csv_are_text_like_any_other() {
    for (format, expected) in [
        (
            r#"{"requestId":"$context.requestId","status":$context.status}"#,
            r#"{"requestId":"ID","status":200}"#,
        ),
        (
            r#"<request id="$context.requestId"><status>$context.status</status></request>"#,
            r#"<request id="ID"><status>200</status></request>"#,
        ),
        (
            "$context.requestId,$context.stage,$context.apiId\n",
            "ID,prod,api1234567",
        ),
    ] {
        let house = house(format, &[("GET /", method(mock("")))]);
        assert_eq!(line(&house, "/").await, expected);
    }
}

#[tokio::test]
async fn an_integration_tells_both_statuses() {
    let format = "$context.requestId $context.status $context.integrationStatus \
                  $context.integration.status $context.integration.integrationStatus \
                  $context.integration.requestId $context.awsEndpointRequestId \
                  $context.integration.error $context.wafResponseCode";
    let house = house(format, &[("GET /", method(proxy(&function_arn("f"))))]);
    let answer = r#"{"statusCode": 404}"#.to_owned();
    house.answer("f", Answer::Payload(answer));
    let function = "11111111-2222-4333-8444-555555555555";
    assert_eq!(
        line(&house, "/").await,
        format!("ID 404 200 404 200 {function} {function} - -")
    );
}

#[tokio::test]
async fn a_connection_and_an_endpoint_tell_what_they_are() {
    let format = "$context.requestId $context.endpointType $context.tlsVersion \
                  $context.cipherSuite $context.integration.responseTransferMode \
                  $context.customDomain.routingRuleIdMatched";
    let house = house(format, &[("GET /", method(proxy(&function_arn("f"))))]);
    house.answer("f", Answer::Payload(r#"{"statusCode": 200}"#.to_owned()));
    let suite = "TLS_AES_128_GCM_SHA256";
    let peer = Peer {
        encryption: Some(crate::Encryption {
            version: "TLSv1.3",
            suite,
        }),
        ..peer()
    };
    let mut addressed = crate::address("api1234567.execute-api.localhost", "/prod/").unwrap();
    addressed.rule = Some("rule1".into());
    let reply = house
        .send_from(peer, addressed, request(Verb::GET, "/"))
        .await;
    let id = reply.header("x-amzn-requestid").unwrap();
    let batch = house.lines.0.lock().unwrap().pop().unwrap();
    let line = batch.events[0].message.replace(id, "ID");
    assert_eq!(line, format!("ID EDGE TLSv1.3 {suite} BUFFERED rule1"));
}

#[tokio::test]
async fn a_refusal_tells_its_kind() {
    let format = "$context.requestId $context.status $context.error.responseType \
                  $context.error.message $context.error.messageString $context.integrationStatus";
    let house = house(format, &[("GET /", method(mock("")))]);
    assert_eq!(
        line(&house, "/nowhere").await,
        r#"ID 403 MISSING_AUTHENTICATION_TOKEN Missing Authentication Token "Missing Authentication Token" -"#
    );
}

#[tokio::test]
async fn an_authorizer_tells_its_context_and_its_refusal() {
    let format = "$context.requestId $context.authorizer.principalId $context.authorizer.team \
                  $context.authorizer.status $context.authorize.status $context.authorize.error";
    let mut house = house(format, &[]);
    let token = authorizer(AuthorizerKind::Token, Some("method.request.header.Auth"));
    house.definition.authorizers = BTreeMap::from([("auth01".to_owned(), token)]);
    house.method("GET /", custom("auth01", mock(""))).deploy();
    house.function("auth", &[("", open("auth"))]);
    let effect = |effect: &str| {
        let policy = json!({"Version": "2012-10-17", "Statement": [
            {"Action": "execute-api:Invoke", "Effect": effect, "Resource": "*"}
        ]});
        json!({"principalId": "ann", "policyDocument": policy, "context": {"team": "a\nb"}})
    };
    for (allowed, expected) in [
        ("Allow", "ID ann a b 200 200 -"),
        (
            "Deny",
            "ID ann a b 200 403 User is not authorized to access this resource with an explicit \
             deny in an identity-based policy",
        ),
    ] {
        house.answer("auth", Answer::Payload(effect(allowed).to_string()));
        let asked = with_header(request(Verb::GET, "/"), "auth", "t");
        let reply = house.send(asked).await;
        let id = reply.header("x-amzn-requestid").unwrap();
        let batch = house.lines.0.lock().unwrap().pop().unwrap();
        assert_eq!(batch.events[0].message.replace(id, "ID"), expected);
    }
}

#[tokio::test]
async fn without_a_role_nothing_is_written_and_the_journal_says_why() {
    let mut house = House::new();
    house.of_stage = Box::new(|stage| {
        stage.access_log_destination = Some(GROUP.to_owned());
        stage.access_log_format = Some("$context.requestId".to_owned());
    });
    house.method("GET /", method(mock(""))).deploy();
    house.get("/").await;
    assert!(house.lines.0.lock().unwrap().is_empty());
    let told = house.last();
    let said = |text: &str| told.steps.iter().any(|step| step.text.contains(text));
    assert!(said("no role to write access logs with"));
}
