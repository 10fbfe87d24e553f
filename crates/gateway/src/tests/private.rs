//! Private APIs and private custom domains: who comes through which VPC endpoint, and what of TLS an
//! access mode asks for.

use super::stages::domain;
use super::*;
use crate::Knock;

const HOST: &str = "api.example.com";

fn policy(condition: Value) -> String {
    let mut statement = json!({
        "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke",
        "Resource": "execute-api:/*",
    });
    if !condition.is_null() {
        statement["Condition"] = condition;
    }
    json!({"Version": "2012-10-17", "Statement": [statement]}).to_string()
}

fn through(endpoint: Option<&str>) -> Peer {
    let endpoint = endpoint.map(|id| {
        let named = format!("{id}@vpc-1=192.0.2.0/24");
        Arc::new(named.parse().unwrap())
    });
    Peer {
        vpc_endpoint: endpoint,
        ..peer()
    }
}

/// A private API whose method tells what it knows of the endpoint.
fn house(policy: Option<String>) -> House {
    let mut house = House::new();
    let seen = "$context.identity.vpceId $context.identity.vpcId";
    house.method("GET /pets", method(mock(seen)));
    house.definition.policy = policy;
    let (deployment, stage) = house.parts();
    let mut api = house.record(stage);
    api.endpoint.types = vec!["PRIVATE".to_owned()];
    house.gateway.apply(&[change(&api), change(&deployment)]);
    house
}

async fn ask(house: &House, from: Option<&str>) -> Reply {
    let host = "api1234567-vpce-0a.execute-api.us-east-1.localhost";
    let addressed = crate::address(host, "/prod/pets").unwrap();
    let request = request(Verb::GET, "/prod/pets");
    house.send_from(through(from), addressed, request).await
}

#[tokio::test]
async fn a_private_api_is_open_to_whom_its_policy_allows_and_shut_without_one() {
    let of = |key: &str, value: &str| policy(json!({"StringEquals": {key: value}}));
    let denying = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*"},
        {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*",
         "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}},
    ]});
    for (policy, from, status) in [
        (None, Some("vpce-1"), 403),
        (None, None, 403),
        (Some(policy(Value::Null)), None, 200),
        (Some(of("aws:SourceVpce", "vpce-1")), Some("vpce-1"), 200),
        (Some(of("aws:SourceVpce", "vpce-1")), Some("vpce-2"), 403),
        (Some(of("aws:SourceVpce", "vpce-1")), None, 403),
        (Some(of("aws:SourceVpc", "vpc-1")), Some("vpce-2"), 200),
        (
            Some(of("aws:VpcSourceIp", "192.0.2.7")),
            Some("vpce-2"),
            200,
        ),
        (Some(of("aws:SourceIp", "192.0.2.7")), Some("vpce-2"), 403),
        (Some(denying.to_string()), Some("vpce-1"), 200),
        (Some(denying.to_string()), None, 403),
    ] {
        let reply = ask(&house(policy.clone()), from).await;
        assert_eq!(reply.status, status, "{policy:?} {from:?}");
        if let (200, Some(from)) = (status, from) {
            assert_eq!(reply.text(), format!("{from} vpc-1"));
        }
    }
}

fn private_domain(policy: Option<String>) -> DomainNameRecord {
    DomainNameRecord {
        unique: Some("abcd123456".to_owned()),
        policy,
        ..domain(&[("", Some("prod"))])
    }
}

#[tokio::test]
async fn a_private_domain_asks_for_an_association_and_its_own_policy() {
    let refused = r#"{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********1111:/domainnames/api.example.com+abcd123456 because no resource-based policy allows the execute-api:Invoke action"}"#;
    let only = |id: &str| Some(policy(json!({"StringEquals": {"aws:SourceVpce": id}})));
    for (policy_of_domain, from, status, said) in [
        (only("vpce-1"), Some("vpce-1"), 200, "vpce-1 vpc-1"),
        (only("vpce-2"), Some("vpce-1"), 403, refused),
        (None, Some("vpce-1"), 403, refused),
        (
            only("vpce-2"),
            Some("vpce-2"),
            403,
            r#"{"message":"Forbidden"}"#,
        ),
        (
            Some(policy(Value::Null)),
            None,
            403,
            r#"{"message":"Forbidden"}"#,
        ),
    ] {
        let house = house(Some(policy(Value::Null)));
        let record = private_domain(policy_of_domain);
        let association = AccessAssociationRecord {
            account: account(),
            region: region(),
            domain_name_arn: record.arn(),
            vpc_endpoint: "vpce-1".to_owned(),
            created: Timestamp::default(),
            tags: BTreeMap::new(),
        };
        house
            .gateway
            .apply(&[change(&record), change(&association)]);
        let peer = through(from);
        let knock = Knock {
            host: HOST,
            path_and_query: "/pets",
            headers: &::http::HeaderMap::new(),
            vpc_endpoint: peer.vpc_endpoint.as_deref(),
        };
        let addressed = house.gateway.address(knock).unwrap();
        let request = request(Verb::GET, "/pets");
        let reply = house.send_from(peer, addressed, request).await;
        assert_eq!(
            (reply.status, reply.text().as_str()),
            (status, said),
            "{from:?}"
        );
    }
}

#[tokio::test]
async fn a_strict_domain_takes_connections_that_were_made_for_it() {
    for (asked_for, tls, status) in [
        (Some(HOST), true, 200),
        (Some("other.example.com"), true, 403),
        (None, true, 403),
        (None, false, 200),
    ] {
        let mut house = House::new();
        house.method("GET /pets", method(mock("[]"))).deploy();
        let mut record = domain(&[("", Some("prod"))]);
        record.endpoint_access_mode = Some(EndpointAccessMode::Strict);
        house.gateway.apply(&[change(&record)]);
        let knock = Knock {
            host: HOST,
            path_and_query: "/pets",
            headers: &::http::HeaderMap::new(),
            vpc_endpoint: None,
        };
        let addressed = house.gateway.address(knock).unwrap();
        let peer = Peer {
            asked_for: asked_for.map(Arc::from),
            tls,
            ..peer()
        };
        let request = Request::get("http://api.example.com/pets")
            .header("host", "API.example.com:4566")
            .body(Full::default())
            .unwrap();
        let reply = house.send_from(peer, addressed, request).await;
        assert_eq!(reply.status, status, "{asked_for:?}");
    }
}
