//! No bytes make the policy parser panic, and whatever it takes can be decided and explained, both
//! with the same outcome.
#![no_main]

use libfuzzer_sys::fuzz_target;
use policy::{Context, Kind, Policies, Policy, Principal, Request, Source, decide, explain};

const KINDS: [Kind; 5] = [
    Kind::Identity,
    Kind::Managed,
    Kind::Resource,
    Kind::Trust,
    Kind::Authorizer,
];

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    // What follows the first NUL is the resource and the value of the keys.
    let (document, value) = text
        .split_once('\0')
        .unwrap_or((text, "arn:aws:s3:::b/a:b\n"));
    for kind in KINDS {
        if let Ok(policy) = Policy::parse(document, kind) {
            compare(&policy, value);
        }
    }
});

fn compare(policy: &Policy, value: &str) {
    let principal = Principal::User {
        arn: "arn:aws:iam::111111111111:user/ann".into(),
    };
    let mut context = Context::new();
    context.set("aws:SourceArn", value);
    context.set("aws:username", value);
    let request = Request {
        principal: &principal,
        action: "s3:GetObject",
        resource: value,
        resource_account: "222222222222",
        context: &context,
    };
    let source = Source {
        name: "fuzzed",
        policy,
    };
    let identity = [source];
    let policies = Policies {
        identity: &identity,
        resource: Some(source),
        ..Policies::default()
    };
    let told = explain(&request, &policies);
    assert_eq!(decide(&request, &policies).is_allowed(), told.allowed);
    assert!(!told.to_text().is_empty());
}
