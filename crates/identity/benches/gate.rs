//! What the gate costs: a grant to a service, to a role, and a refusal with its explanation.

#![expect(clippy::expect_used, reason = "the names are constants")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use identity::invocation::{Invoker, grant};
use identity::{AuthMode, Config, Identity, Permissions, RootKey};
use model::{AccountId, FunctionArn, Kind, Region, Timestamp};
use serde_json::{Value, json};
use store::{Bytes, Change, Key, Revision, View as _};

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";
const SOURCE: &str = "arn:aws:execute-api:us-east-1:111111111111:abc/prod/GET/pets/{id}";
const ROLE: &str = "arn:aws:iam::111111111111:role/gate";
const GATEWAY: &str = "apigateway.amazonaws.com";
const NOW: Timestamp = Timestamp::from_seconds(1_440_938_160);

fn identity(account: &AccountId, region: Region) -> Identity {
    let identity = Identity::new(Config {
        account: account.clone(),
        region,
        root_key: RootKey {
            id: "AKIAROOT".into(),
            secret: "secret".into(),
        },
        seal: [1; 32],
        auth: AuthMode::Strict,
        permissions: Permissions::Enforce,
    });
    let records = [
        (Kind::Function, "111111111111/us-east-1/f", function()),
        (Kind::Role, "111111111111/gate", role()),
    ];
    let changes = records.map(|(kind, id, value)| Change {
        key: Key::new(kind, id),
        revision: Revision(1),
        value: Some(Bytes::from(value.to_string())),
    });
    identity.apply(&changes);
    identity
}

fn function() -> Value {
    let statement = json!({
        "Sid": "s",
        "Effect": "Allow",
        "Principal": {"Service": GATEWAY},
        "Action": "lambda:InvokeFunction",
        "Resource": FUNCTION,
        "Condition": {"ArnLike": {"AWS:SourceArn":
            "arn:aws:execute-api:us-east-1:111111111111:abc/*/GET/pets/{id}"}},
    });
    json!({
        "account": "111111111111", "region": "us-east-1", "name": "f", "next_version": 1,
        "policies": {"": {"revision_id": "r", "statements": [
            {"sid": "s", "document": statement.to_string()},
        ]}},
        "latest": {
            "description": "", "runtime": "python3.12", "handler": "m.h",
            "role": "arn:aws:iam::111111111111:role/exec", "code": {"sha256": "00", "size": 1},
            "environment": {}, "timeout_seconds": 3, "memory_mib": 128,
            "ephemeral_storage_mib": 512, "architecture": "x86_64", "log_format": "Text",
            "tracing_mode": "PassThrough", "modified": 0, "revision_id": "r",
        },
    })
}

fn role() -> Value {
    let document =
        |statement: Value| json!({"Version": "2012-10-17", "Statement": [statement]}).to_string();
    json!({
        "account": "111111111111", "name": "gate", "path": "/", "unique_id": "AROAGATE",
        "created": 0, "max_session_seconds": 3600,
        "trust": document(json!({
            "Effect": "Allow", "Principal": {"Service": GATEWAY}, "Action": "sts:AssumeRole",
        })),
        "policies": {"inline": {"p": document(json!({
            "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": FUNCTION,
        }))}},
    })
}

fn gate(criterion: &mut Criterion) {
    let account: AccountId = "111111111111".parse().expect("an account");
    let region: Region = "us-east-1".parse().expect("a region");
    let identity = identity(&account, region);
    let target = FunctionArn::parse(FUNCTION).expect("a function ARN");
    let elsewhere = target.with_qualifier(Some(model::Qualifier::Version(7)));
    let service = Invoker::Service {
        principal: GATEWAY,
        source_arn: SOURCE,
        source_account: &account,
    };
    let role = Invoker::Role {
        principal: GATEWAY,
        role_arn: ROLE,
    };
    for (name, invoker, target, granted) in [
        ("a service is granted", service, &target, true),
        ("a role is granted", role, &target, true),
        ("a service is refused", service, &elsewhere, false),
    ] {
        assert_eq!(
            grant(&identity, &invoker, target, NOW).is_ok(),
            granted,
            "{name}"
        );
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| grant(&identity, black_box(&invoker), target, NOW));
        });
    }
}

criterion_group!(gates, gate);
criterion_main!(gates);
