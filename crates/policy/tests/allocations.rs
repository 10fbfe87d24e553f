//! An allowed decision allocates nothing, counted by the allocator itself.
#![expect(clippy::unwrap_used, reason = "test code outside #[test]")]

use policy::{Context, Kind, Policies, Policy, Principal, Request, Source, decide};

const BUCKET: &str = "arn:aws:s3:::b";

/// Every operator, variables in resource and condition, every kind of pattern.
fn busy() -> Policy {
    let document = format!(
        r#"{{"Version":"2012-10-17","Statement":[
            {{"Effect":"Deny","NotAction":"s3:*","Resource":"*"}},
            {{"Effect":"Deny","Action":"s3:Get*","Resource":"{BUCKET}/secret/*"}},
            {{"Effect":"Allow","Action":["s3:Get?bject","sqs:*"],"Resource":"{BUCKET}/?a*b?c:*d?e*",
              "Condition":{{"Null":{{"a:none":"true"}}}}}},
            {{"Effect":"Allow","Action":"S3:getobject","Resource":["{BUCKET}/a","{BUCKET}/${{aws:username}}/*"],
              "Condition":{{
                "StringEqualsIgnoreCase":{{"aws:username":"ANN"}},
                "StringLike":{{"aws:UserAgent":"*cli*"}},
                "ForAnyValue:StringLike":{{"aws:TagKeys":"t*"}},
                "ForAllValues:StringNotEquals":{{"aws:TagKeys":"x"}},
                "ArnLike":{{"aws:SourceArn":"arn:aws:*:*:1?1:*"}},
                "NumericLessThan":{{"a:number":"10.5"}},
                "DateGreaterThan":{{"aws:CurrentTime":"2020-01-01T00:00:00Z"}},
                "Bool":{{"aws:SecureTransport":"true"}},
                "BinaryEquals":{{"a:bytes":"aGk="}},
                "IpAddress":{{"aws:SourceIp":["10.0.0.0/8","2001:db8::/32"]}}
              }}}}
        ]}}"#
    );
    Policy::parse(&document, Kind::Identity).unwrap()
}

fn context() -> Context {
    let mut context = Context::new();
    for (key, value) in [
        ("aws:username", "ann"),
        ("aws:UserAgent", "aws-cli/2"),
        ("aws:SourceArn", "arn:aws:sns:us-east-1:111:topic"),
        ("a:number", "10.25"),
        ("aws:CurrentTime", "2024-05-05T10:00:00.5+02:00"),
        ("aws:SecureTransport", "true"),
        ("a:bytes", "aGk="),
        ("aws:SourceIp", "2001:db8::1"),
    ] {
        context.set(key, value);
    }
    context.set_many("aws:TagKeys", vec!["team".into(), "tier".into()]);
    context
}

#[track_caller]
fn check(principal: &Principal, policies: &Policies<'_>, resource: &str, expected: bool) {
    let context = context();
    let request = Request {
        principal,
        action: "s3:GetObject",
        resource,
        resource_account: "111111111111",
        context: &context,
    };
    let mut decision = None;
    let allocated = allocation_counter::measure(|| decision = Some(decide(&request, policies)));
    assert_eq!(decision.unwrap().is_allowed(), expected);
    assert_eq!(allocated.count_total, 0, "allocations");
}

fn user() -> Principal {
    Principal::User {
        arn: "arn:aws:iam::111111111111:user/ann".into(),
    }
}

#[test]
fn a_decision_by_every_layer_allocates_nothing() {
    let (policy, principal) = (busy(), user());
    let own = [Source {
        name: "p",
        policy: &policy,
    }];
    let levels: [&[Source<'_>]; 2] = [&own, &own];
    let policies = Policies {
        identity: &own,
        boundary: Some(&own),
        session: Some(&own),
        service_control: &levels,
        ..Policies::default()
    };
    check(&principal, &policies, "arn:aws:s3:::b/ann/x", true);
    check(&principal, &policies, "arn:aws:s3:::b/eve/x", false);
    check(&principal, &policies, "arn:aws:s3:::b/secret/x", false);
}

#[test]
fn a_mixture_of_wildcards_allocates_nothing() {
    let (policy, principal) = (busy(), user());
    let own = [Source {
        name: "p",
        policy: &policy,
    }];
    let policies = Policies {
        identity: &own,
        ..Policies::default()
    };
    let long = format!(
        "arn:aws:s3:::b/xa{}bxc:{}dxe",
        "q".repeat(800),
        "q".repeat(800)
    );
    check(&principal, &policies, &long, true);
}

#[test]
fn a_grant_on_the_resource_allocates_nothing() {
    let document = r#"{"Statement":[
        {"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::111111111111:user/ann","111111111111"]},"Action":"*","Resource":"*"},
        {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/ann"},"Action":"s3:*","Resource":"*"}]}"#;
    let policy = Policy::parse(document, Kind::Resource).unwrap();
    let policies = Policies {
        resource: Some(Source {
            name: "p",
            policy: &policy,
        }),
        ..Policies::default()
    };
    check(&user(), &policies, "arn:aws:s3:::b/x", true);
}
