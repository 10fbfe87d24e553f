//! The limits of a request, and what is left of each in the journal and the log.

use super::*;

fn house() -> House {
    let mut house = House::new();
    house.method("ANY /{proxy+}", method(mock("ok"))).deploy();
    house
}

#[tokio::test]
async fn a_request_beyond_its_limits_is_refused_and_recorded() {
    let house = house();
    let long = format!("/{}", "a".repeat(10_240));
    assert_eq!(house.get(&long).await.status, 414);
    let heavy = with_header(request(Verb::GET, "/x"), "x-heavy", &"a".repeat(10_240));
    assert_eq!(house.send(heavy).await.status, 431);
    let large = with_body(request(Verb::POST, "/x"), &"a".repeat(10 * 1024 * 1024 + 1));
    let reply = house.send(large).await;
    reply.is(
        413,
        Some("RequestEntityTooLargeException"),
        r#"{"message":"Request Too Long"}"#,
    );
    let statuses: Vec<u16> = house
        .journal
        .recent(3)
        .iter()
        .map(|entry| entry.status)
        .collect();
    assert_eq!(statuses, [413, 431, 414]);
}

#[tokio::test]
async fn a_request_within_its_limits_passes() {
    let house = house();
    let path = format!("/{}", "a".repeat(8_000));
    assert_eq!(house.get(&path).await.status, 200);
    let heavy = with_header(request(Verb::GET, "/x"), "x-heavy", &"a".repeat(10_000));
    assert_eq!(house.send(heavy).await.status, 200);
}

/// "Quotas for configuring and running a REST API in API Gateway" (developer guide).
#[tokio::test]
async fn each_kind_of_api_has_its_own_limits() {
    for (kind, url, header, expected) in [
        ("REGIONAL", 10_000, 0, 200),
        ("EDGE", 10_000, 0, 414),
        ("EDGE", 8_000, 10_000, 200),
        ("PRIVATE", 10_000, 0, 414),
        ("PRIVATE", 10, 8_000, 431),
    ] {
        let mut house = House::new();
        house.method("ANY /{proxy+}", method(mock("ok")));
        let (deployment, stage) = house.parts();
        let mut api = house.record(stage);
        api.endpoint.types = vec![kind.to_owned()];
        house.gateway.apply(&[change(&api), change(&deployment)]);
        let path = format!("/{}", "a".repeat(url));
        let request = with_header(request(Verb::GET, &path), "x-heavy", &"a".repeat(header));
        let status = house.send(request).await.status;
        assert_eq!(status, expected, "{kind} {url} {header}");
    }
}

/// A body that never ends, and never goes on.
struct Stalled;

impl hyper::body::Body for Stalled {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, Self::Error>>> {
        std::task::Poll::Pending
    }
}

#[tokio::test]
async fn a_client_that_stalls_is_answered() {
    let house = house();
    let (parts, _) = request(Verb::POST, "/x").into_parts();
    let addressed = Addressed {
        api: API.into(),
        stage: "prod".into(),
        path: "/x".to_owned(),
        ..Addressed::default()
    };
    let peer = Peer {
        ip: IpAddr::V4(Ipv4Addr::LOCALHOST),
        tls: false,
        protocol: ::http::Version::HTTP_11,
        certificate: None,
        asked_for: None,
        vpc_endpoint: None,
        encryption: None,
    };
    let request = Request::from_parts(parts, Stalled);
    let reply = Reply::of(house.gateway.serve(addressed, request, peer).await).await;
    assert_eq!(reply.status, 400);
}

#[tokio::test]
async fn every_step_is_recorded_in_the_order_of_the_plan() {
    let house = house();
    house
        .get("/x?access_token=secret-token-1")
        .await
        .is(200, None, "ok");
    let entry = house.last();
    let kinds: Vec<&str> = entry.steps.iter().map(|step| step.kind.name()).collect();
    assert_eq!(
        kinds,
        [
            "arrival",
            "deployment",
            "routing",
            "authorizers",
            "authorization",
            "response"
        ]
    );
    assert_eq!(
        (entry.status, &*entry.api_id, &*entry.stage),
        (200, API, "prod")
    );
    assert!(!entry.path.contains("secret-token"), "{}", entry.path);
}

#[tokio::test]
async fn a_stage_logs_only_when_it_and_the_account_want_it() {
    let lines = |house: &House| house.lines.0.lock().unwrap().len();
    let role = format!("arn:aws:iam::{ACCOUNT}:role/writer");
    let mut house = house();
    house
        .role("writer", "apigateway.amazonaws.com", None)
        .cloudwatch_role(&role);
    house.get("/x").await;
    assert_eq!(lines(&house), 0);
    house.logging = Some("INFO");
    house.deploy();
    house.get("/x").await;
    assert_eq!(lines(&house), 1);
    house.role("writer", "lambda.amazonaws.com", None);
    house.get("/x").await;
    assert_eq!(lines(&house), 1);
    assert!(
        house
            .last()
            .steps
            .iter()
            .any(|step| step.text.contains("execution logs"))
    );
    let batches = house.lines.0.lock().unwrap();
    let first = &batches[0].events[0].message;
    assert!(first.contains(") Extended Request Id: "), "{first}");
}

#[tokio::test]
async fn an_api_that_is_gone_is_no_longer_served() {
    let house = house();
    assert_eq!(house.get("/x").await.status, 200);
    let id = format!("{ACCOUNT}/{REGION}/{API}");
    house.gateway.apply(&[Change {
        key: Key::new(Kind::RestApi, id),
        revision: Revision(2),
        value: None,
    }]);
    assert_eq!(house.get("/x").await.status, 403);
}
