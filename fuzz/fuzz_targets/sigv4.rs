//! A stranger's signature never crashes the reader, and is never anybody's.
//!
//! The input is lines: the method, the path, the query string, then headers as `name:value`; what
//! follows an empty line is the body.

#![no_main]

use std::sync::LazyLock;

use http::{HeaderMap, HeaderName, HeaderValue};
use identity::{
    AuthMode, Config, Expected, Identity, Payload, Permissions, RootKey, SignedRequest,
};
use libfuzzer_sys::fuzz_target;
use model::{AccountId, Region, Timestamp};

/// 2015-08-30T12:36:00Z, the time of AWS's vectors, so that they are a corpus.
const NOW: Timestamp = Timestamp::from_seconds(1_440_938_160);

static IDENTITY: LazyLock<Identity> = LazyLock::new(|| {
    Identity::new(Config {
        account: AccountId::new("111111111111").unwrap(),
        region: Region::new("us-east-1").unwrap(),
        root_key: RootKey {
            id: "AKIDEXAMPLE".into(),
            secret: "a secret that no input knows".into(),
        },
        seal: [1; 32],
        auth: AuthMode::Strict,
        permissions: Permissions::Enforce,
    })
});

fuzz_target!(|input: &str| {
    let (head, body) = input.split_once("\n\n").unwrap_or((input, ""));
    let mut lines = head.lines();
    let (method, path, query) = (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let mut headers = HeaderMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
            headers.append(name, value);
        }
    }
    let signed = SignedRequest {
        method,
        path,
        query,
        headers: &headers,
        body: Payload::Bytes(body.as_bytes()),
    };
    let expected = Expected {
        service: "service",
        region: None,
    };
    assert!(IDENTITY.authenticate(&signed, &expected, NOW).is_err());
});
