//! Custom domains and canaries: which stage a request gets to.

use super::*;
use crate::Knock;

fn served(house: &House) -> (RestApiRecord, DeploymentRecord) {
    let (deployment, stage) = house.parts();
    (house.record(stage), deployment)
}

pub(super) fn domain(mappings: &[(&str, Option<&str>)]) -> DomainNameRecord {
    let mapping = |(path, stage): &(&str, Option<&str>)| {
        let mapping = BasePathMapping {
            id: None,
            api_id: API.to_owned(),
            stage: stage.map(str::to_owned),
        };
        ((*path).to_owned(), mapping)
    };
    DomainNameRecord {
        account: account(),
        region: region(),
        name: "api.example.com".to_owned(),
        created: Timestamp::default(),
        endpoint: EndpointConfiguration::default(),
        certificate: Certificate::default(),
        certificate_uploaded: None,
        target: "d".to_owned(),
        security_policy: "TLS_1_2".to_owned(),
        ownership_certificate_arn: None,
        mutual_tls: None,
        tags: BTreeMap::new(),
        mappings: mappings.iter().map(mapping).collect(),
        unique: None,
        uploaded: None,
        policy: None,
        management_policy: None,
        endpoint_access_mode: None,
        routing_mode: model::RoutingMode::default(),
        rules: Vec::new(),
    }
}

fn text(reply: &Reply) -> String {
    String::from_utf8_lossy(&reply.body).into_owned()
}

fn address(house: &House, path: &str) -> Option<Addressed> {
    house.gateway.address(Knock {
        host: "api.example.com",
        path_and_query: path,
        headers: &::http::HeaderMap::new(),
        vpc_endpoint: None,
    })
}

async fn get(house: &House, path: &str) -> Reply {
    let request = Request::get(format!("http://api.example.com{path}"))
        .header("host", "api.example.com")
        .body(Full::default())
        .unwrap();
    let addressed = address(house, path).unwrap();
    house.send_to(addressed, request).await
}

const SEEN: &str = "$context.path $context.stage $context.domainPrefix $context.domainName";

#[tokio::test]
async fn a_custom_domain_serves_the_stage_of_its_base_path() {
    let mut house = House::new();
    house.method("GET /pets", method(mock(SEEN))).deploy();
    assert!(address(&house, "/").is_none());
    let record = domain(&[("v1", Some("prod")), ("open", None)]);
    house.gateway.apply(&[change(&record)]);
    for (path, status, body) in [
        ("/v1/pets", 200, "/v1/pets prod api api.example.com"),
        (
            "/open/prod/pets",
            200,
            "/open/prod/pets prod api api.example.com",
        ),
        ("/open/dev/pets", 403, r#"{"message":"Forbidden"}"#),
        ("/pets", 403, r#"{"message":"Forbidden"}"#),
    ] {
        let reply = get(&house, path).await;
        assert_eq!(
            (reply.status, text(&reply).as_str()),
            (status, body),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_custom_domain_serves_what_its_own_endpoint_does_not() {
    let mut house = House::new();
    house.method("GET /pets", method(mock("ok"))).deploy();
    let (mut api, _) = served(&house);
    api.disable_execute_api_endpoint = true;
    let record = domain(&[("", Some("prod"))]);
    house.gateway.apply(&[change(&api), change(&record)]);
    assert_eq!(house.get("/pets").await.status, 403);
    assert_eq!(get(&house, "/pets").await.status, 200);
}

const CANARY: &str = "$stageVariables.color $stageVariables.kept $context.isCanaryRequest";

#[tokio::test]
async fn a_canary_gets_its_part_of_the_requests() {
    let mut house = House::new();
    house.variables = BTreeMap::from([
        ("color".to_owned(), "blue".to_owned()),
        ("kept".to_owned(), "kept".to_owned()),
    ]);
    house.method("GET /pets", method(mock(CANARY))).deploy();
    let plain = house.get("/pets").await;
    assert_eq!(text(&plain), "blue kept ");
    let (mut api, deployment) = served(&house);
    let mut other = deployment.clone();
    other.id = "canary".to_owned();
    for (percent, expected) in [(0.0, "blue kept false"), (100.0, "green kept true")] {
        let stage = api.stages.values_mut().next().unwrap();
        stage.canary = Some(Canary {
            deployment_id: "canary".to_owned(),
            percent_traffic: percent,
            variables: BTreeMap::from([("color".to_owned(), "green".to_owned())]),
            use_stage_cache: false,
        });
        house.gateway.apply(&[change(&api), change(&other)]);
        for _ in 0..20 {
            assert_eq!(text(&house.get("/pets").await), expected, "{percent}");
        }
    }
}
