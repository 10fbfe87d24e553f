//! No bytes make the policy parser or the lint panic, and whatever is taken can be decided, explained
//! and simulated, all with the same outcome.
#![no_main]

use libfuzzer_sys::fuzz_target;
use policy::{
    Context, KeyType, Kind, Policies, Policy, PolicyType, Principal, Request, Source, Verdict,
    Vocabulary, decide, explain, lint, obstacles, simulate,
};

const KINDS: [Kind; 6] = [
    Kind::Identity,
    Kind::Session,
    Kind::Managed,
    Kind::Resource,
    Kind::Trust,
    Kind::Authorizer,
];

const TYPES: [PolicyType; 5] = [
    PolicyType::Identity,
    PolicyType::Resource,
    PolicyType::Trust,
    PolicyType::ServiceControl,
    PolicyType::ResourceControl,
];

/// Takes every name for one of AWS's.
struct Unknowing;

impl Vocabulary for Unknowing {
    fn has_service(&self, _service: &str) -> bool {
        true
    }

    fn actions(&self, _service: &str) -> Vec<&'static str> {
        vec!["GetObject"]
    }

    fn resource_formats(&self, service: &str, _action: &str) -> Option<Vec<&'static str>> {
        Some(self.service_formats(service))
    }

    fn service_formats(&self, _service: &str) -> Vec<&'static str> {
        vec!["arn:${Partition}:s3:::${BucketName}"]
    }

    fn condition_keys(&self, _service: &str, _action: &str) -> Option<Vec<&'static str>> {
        Some(vec!["s3:prefix"])
    }

    fn key_type(&self, key: &str) -> Option<KeyType> {
        key.ends_with('s').then_some(KeyType::ArrayOfString)
    }
}

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    // What follows the first NUL is the resource and the value of the keys.
    let (document, value) = text
        .split_once('\0')
        .unwrap_or((text, "arn:aws:s3:::b/a:b\n"));
    for policy_type in TYPES {
        lint(document, policy_type, &Unknowing);
    }
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
    let allowed = decide(&request, &policies).is_allowed();
    assert_eq!(allowed, told.allowed);
    assert_eq!(allowed, obstacles(&request, &policies).is_empty());
    assert_eq!(
        allowed,
        simulate(&request, &policies).verdict == Verdict::Allowed
    );
    assert!(!told.to_text().is_empty());
}
