//! What a stage remembers, and who may have it replaced.

use super::gate::signed;
use super::*;

const WARNING: &str = "199 Cache-control headers were ignored because the caller was unauthorized.";

fn cached() -> MethodSettings {
    MethodSettings {
        caching_enabled: true,
        cache_ttl_seconds: 300,
        require_authorization_for_cache_control: true,
        unauthorized_cache_control_header_strategy: "SUCCEED_WITH_RESPONSE_HEADER".to_owned(),
        ..settings("OFF")
    }
}

fn function(parameters: &[&str]) -> Integration {
    Integration {
        cache_key_parameters: parameters.iter().map(|p| (*p).to_owned()).collect(),
        ..proxy(&function_arn("f"))
    }
}

fn house(settings: &[(&str, MethodSettings)], methods: &[(&str, Method)]) -> House {
    let mut house = House::new();
    let settings = settings.iter();
    house.settings = settings
        .map(|(k, v)| ((*k).to_owned(), v.clone()))
        .collect();
    house.of_stage = Box::new(|stage| stage.cache_cluster_enabled = true);
    for (route, method) in methods {
        house.method(route, method.clone());
    }
    house.deploy();
    house.function("f", &[("", open("f"))]);
    let answer = r#"{"statusCode": 200, "body": "a", "headers": {"x-own": "1"}}"#;
    house.answer("f", Answer::Payload(answer.to_owned()));
    house
}

/// How often the function is called for these requests.
async fn calls(house: &House, requests: Vec<Request<Full<Bytes>>>) -> usize {
    for request in requests {
        assert_eq!(house.send(request).await.status, 200);
    }
    house.calls().len()
}

fn get(path: &str) -> Request<Full<Bytes>> {
    request(Verb::GET, path)
}

fn anew(path: &str) -> Request<Full<Bytes>> {
    with_header(get(path), "cache-control", "no-transform, max-age=0")
}

#[tokio::test]
async fn an_answer_is_remembered_for_its_time_to_live() {
    let house = house(
        &[("*/*", cached())],
        &[("GET /pets", method(function(&[])))],
    );
    let first = house.get("/pets").await;
    let second = house.get("/pets").await;
    assert_eq!((second.status, second.text()), (200, "a".to_owned()));
    assert_eq!(second.header("x-own"), Some("1"));
    assert_ne!(
        first.header("x-amzn-trace-id"),
        second.header("x-amzn-trace-id")
    );
    assert_eq!(house.calls().len(), 1);
    house.clock.go_on(Duration::from_secs(299));
    assert_eq!(calls(&house, vec![get("/pets")]).await, 0);
    house.clock.go_on(Duration::from_secs(1));
    assert_eq!(calls(&house, vec![get("/pets")]).await, 1);
    house.gateway.flush_cache(API, "prod");
    assert_eq!(calls(&house, vec![get("/pets"), get("/pets")]).await, 1);
}

#[tokio::test]
async fn only_get_is_remembered_unless_a_method_says_so() {
    let both = [
        ("GET /pets", method(function(&[]))),
        ("POST /pets", method(function(&[]))),
        ("ANY /any", method(function(&[]))),
    ];
    let post = || request(Verb::POST, "/pets");
    let of_stage = house(&[("*/*", cached())], &both);
    assert_eq!(calls(&of_stage, vec![get("/pets"), get("/pets")]).await, 1);
    assert_eq!(calls(&of_stage, vec![post(), post()]).await, 2);
    assert_eq!(calls(&of_stage, vec![get("/any"), get("/any")]).await, 2);
    let own = house(&[("~1pets/POST", cached()), ("~1any/ANY", cached())], &both);
    assert_eq!(calls(&own, vec![get("/pets"), get("/pets")]).await, 2);
    assert_eq!(calls(&own, vec![post(), post()]).await, 1);
    assert_eq!(calls(&own, vec![get("/any"), get("/any")]).await, 1);
    let without_ttl = MethodSettings {
        cache_ttl_seconds: 0,
        ..cached()
    };
    let none = house(&[("*/*", without_ttl)], &both);
    assert_eq!(calls(&none, vec![get("/pets"), get("/pets")]).await, 2);
}

#[tokio::test]
async fn without_a_cluster_nothing_is_remembered() {
    let mut house = house(
        &[("*/*", cached())],
        &[("GET /pets", method(function(&[])))],
    );
    house.of_stage = Box::new(|_| {});
    house.deploy();
    assert_eq!(calls(&house, vec![get("/pets"), get("/pets")]).await, 2);
}

#[tokio::test]
async fn only_the_named_parameters_tell_answers_apart() {
    let keys = [
        "method.request.path.id",
        "method.request.querystring.a",
        "method.request.header.Accept-Language",
    ];
    let house = house(
        &[("*/*", cached())],
        &[
            ("GET /named/{id}", method(function(&keys))),
            ("GET /bare/{id}", method(function(&[]))),
        ],
    );
    let language = |path| with_header(get(path), "accept-language", "de");
    let same = vec![get("/named/1?a=1&b=1"), get("/named/1?b=2&a=1")];
    assert_eq!(calls(&house, same).await, 1);
    let other = vec![
        get("/named/2?a=1"),
        get("/named/1?a=2"),
        get("/named/1?a=1&a=2"),
        language("/named/1?a=1"),
    ];
    assert_eq!(calls(&house, other).await, 4);
    let same = vec![get("/bare/1"), get("/bare/2?a=1")];
    assert_eq!(calls(&house, same).await, 1);
}

#[tokio::test]
async fn resources_of_one_namespace_share_their_answers() {
    let shared = Integration {
        cache_namespace: Some("shared".to_owned()),
        ..function(&[])
    };
    let house = house(
        &[("*/*", cached())],
        &[
            ("GET /a", method(shared.clone())),
            ("GET /b", method(shared)),
            ("GET /c", method(function(&[]))),
        ],
    );
    let all = vec![get("/a"), get("/b"), get("/c")];
    assert_eq!(calls(&house, all).await, 2);
}

#[tokio::test]
async fn a_mapped_value_can_be_a_key() {
    let keys = ["integration.request.header.body"];
    let mapped = BTreeMap::from([(keys[0].to_owned(), "method.request.body.id".to_owned())]);
    let integration = Integration {
        request_parameters: Some(mapped),
        ..function(&keys)
    };
    let house = house(
        &[("~1pets/POST", cached())],
        &[("POST /pets", method(integration))],
    );
    let post = |body| with_body(request(Verb::POST, "/pets"), body);
    let same = vec![post(r#"{"id": 1}"#), post(r#"{"id": 1, "b": 2}"#)];
    assert_eq!(calls(&house, same).await, 1);
    assert_eq!(calls(&house, vec![post(r#"{"id": 2}"#)]).await, 1);
}

#[tokio::test]
async fn who_may_not_invalidate_is_answered_as_the_stage_says() {
    for (strategy, status, warning) in [
        ("FAIL_WITH_403", 403, None),
        ("SUCCEED_WITH_RESPONSE_HEADER", 200, Some(WARNING)),
        ("SUCCEED_WITHOUT_RESPONSE_HEADER", 200, None),
    ] {
        let settings = MethodSettings {
            unauthorized_cache_control_header_strategy: strategy.to_owned(),
            ..cached()
        };
        let house = house(
            &[("*/*", settings)],
            &[("GET /pets", method(function(&[])))],
        );
        house.get("/pets").await;
        let reply = house.send(anew("/pets")).await;
        let seen = (reply.status, reply.header("warning"));
        assert_eq!(seen, (status, warning), "{strategy}");
        assert_eq!(house.calls().len(), 1, "{strategy}");
    }
    let everybody = MethodSettings {
        require_authorization_for_cache_control: false,
        ..cached()
    };
    let house = house(
        &[("*/*", everybody)],
        &[("GET /pets", method(function(&[])))],
    );
    assert_eq!(calls(&house, vec![get("/pets"), anew("/pets")]).await, 2);
}

#[tokio::test]
async fn a_caller_who_may_invalidate_gets_a_new_answer_and_leaves_it_to_the_others() {
    let both = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["execute-api:Invoke", "execute-api:InvalidateCache"],
         "Resource": "*"}
    ]});
    for (policy, expected) in [(both, 2), (allow("execute-api:Invoke", "*"), 1)] {
        let house = house(&[("*/*", cached())], &[("GET /pets", iam(function(&[])))]);
        house.user(ACCOUNT, "ann", Some(policy));
        let ask = |anew: bool| {
            let request = signed("/pets", ACCOUNT, "ann");
            if anew {
                return with_header(request, "cache-control", "max-age=0");
            }
            request
        };
        let all = vec![ask(false), ask(true), ask(false)];
        assert_eq!(calls(&house, all).await, expected);
    }
}

#[tokio::test]
async fn a_refusal_is_not_remembered() {
    let house = house(
        &[("*/*", cached())],
        &[("GET /pets", method(function(&[])))],
    );
    house.answer("f", Answer::Failure("no".to_owned()));
    assert_eq!(house.get("/pets").await.status, 502);
    let answer = r#"{"statusCode": 404}"#.to_owned();
    house.answer("f", Answer::Payload(answer));
    assert_eq!(house.get("/pets").await.status, 404);
    house.answer("f", Answer::Failure("no".to_owned()));
    assert_eq!(house.get("/pets").await.status, 404);
}

#[tokio::test]
async fn what_is_remembered_outlives_a_deployment_and_not_another_size() {
    let mut house = house(
        &[("*/*", cached())],
        &[("GET /pets", method(function(&[])))],
    );
    assert_eq!(calls(&house, vec![get("/pets")]).await, 1);
    house.variables.insert("a".to_owned(), "b".to_owned());
    house.deploy();
    assert_eq!(calls(&house, vec![get("/pets")]).await, 0);
    house.of_stage = Box::new(|stage| {
        stage.cache_cluster_enabled = true;
        stage.cache_cluster_size = Some("1.6".to_owned());
    });
    house.deploy();
    assert_eq!(calls(&house, vec![get("/pets")]).await, 1);
}
