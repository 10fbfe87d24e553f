//! Counts, as a monitoring system reads them.

use super::*;

fn value(text: &str, name: &str) -> Option<f64> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.rsplit(' ').next()?.parse().ok()
}

#[tokio::test]
async fn stages_and_methods_are_counted() {
    let mut house = House::new();
    let detailed = MethodSettings {
        metrics_enabled: true,
        ..settings("OFF")
    };
    house.settings = BTreeMap::from([("~1pets/GET".to_owned(), detailed)]);
    house
        .method("GET /pets", method(mock("")))
        .method("GET /other", method(mock("")))
        .method("GET /f", method(proxy(&function_arn("f"))))
        .deploy();
    for path in ["/pets", "/pets", "/other", "/nowhere", "/f"] {
        house.get(path).await;
    }
    let nobody = crate::address("other.execute-api.localhost", "/prod/x").unwrap();
    house.send_to(nobody, request(Verb::GET, "/x")).await;
    let text = house.gateway.metrics(&[]);
    let stage = format!(r#"{{api="{API}",stage="prod"}}"#);
    let of_stage = |name: &str| value(&text, &format!("portcullis_api_{name}{stage}"));
    assert_eq!(of_stage("requests_total"), Some(5.0));
    assert_eq!(of_stage("client_errors_total"), Some(1.0));
    assert_eq!(of_stage("server_errors_total"), Some(1.0));
    assert_eq!(of_stage("latency_seconds_count"), Some(5.0));
    assert_eq!(of_stage("cache_hits_total"), Some(0.0));
    let method = format!(r#"{{api="{API}",stage="prod",method="GET",resource="/pets"}}"#);
    let of_method = |name: &str| value(&text, &format!("portcullis_api_method_{name}{method}"));
    assert_eq!(of_method("requests_total"), Some(2.0));
    assert!(!text.contains(r#"resource="/other""#));
    assert_eq!(
        value(&text, "portcullis_unrouted_requests_total"),
        Some(1.0)
    );
}

#[tokio::test]
async fn a_deployment_goes_on_counting() {
    let mut house = House::new();
    house.method("GET /", method(mock(""))).deploy();
    house.get("/").await;
    house.variables.insert("a".to_owned(), "b".to_owned());
    house.deploy();
    house.get("/").await;
    let name = "portcullis_api_requests_total";
    assert_eq!(
        value(&house.gateway.metrics(&[]), &format!("{name}{{")),
        Some(2.0)
    );
}

#[test]
fn a_server_without_calls_has_little_to_tell() {
    let text = House::new().gateway.metrics(&[]);
    assert_eq!(text.lines().count(), 3, "{text}");
}
