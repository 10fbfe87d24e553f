//! Patterns against values: no bytes make the matchers panic, a pattern of StringLike means what its
//! definition says, and a pattern of Resource never reaches further than one of StringLike.
#![no_main]

use libfuzzer_sys::fuzz_target;
use policy::{Context, Kind, Policies, Policy, Principal, Request, Source, decide};
use serde_json::json;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let Some((pattern, value)) = text.split_once('\0') else {
        return;
    };
    if pattern.len() > 256 || value.len() > 256 {
        return;
    }
    let like = allows(&json!({"StringLike": {"a:key": pattern}}), "*", value);
    if let Some(like) = like.filter(|_| !pattern.contains("${")) {
        assert_eq!(like, defined(pattern, value), "{pattern:?} {value:?}");
        let resource = format!("arn:aws:s3:::{pattern}");
        let whole = format!("arn:aws:s3:::{value}");
        if allows(&json!({}), &resource, &whole) == Some(true) {
            assert!(like, "{pattern:?} {value:?}");
        }
    }
    allows(&json!({"ArnLike": {"a:key": pattern}}), "*", value);
});

/// Whether a policy of the condition and resource allows a request with the value as key and
/// resource; none where the policy is refused.
fn allows(condition: &serde_json::Value, resource: &str, value: &str) -> Option<bool> {
    let document = json!({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "s3:*", "Resource": resource, "Condition": condition,
    }});
    let policy = Policy::parse(&document.to_string(), Kind::Identity).ok()?;
    let mut context = Context::new();
    context.set("a:key", value);
    let request = Request {
        principal: &Principal::User {
            arn: "arn:aws:iam::111111111111:user/ann".into(),
        },
        action: "s3:GetObject",
        resource: value,
        resource_account: "",
        context: &context,
    };
    let identity = [Source {
        name: "fuzzed",
        policy: &policy,
    }];
    let policies = Policies {
        identity: &identity,
        ..Policies::default()
    };
    Some(decide(&request, &policies).is_allowed())
}

/// The definition as a table: which beginnings of the value fit which beginnings of the pattern.
fn defined(pattern: &str, value: &str) -> bool {
    let value: Vec<char> = value.chars().collect();
    let mut fits = vec![false; value.len() + 1];
    fits[0] = true;
    for token in pattern.chars() {
        let mut next = vec![false; fits.len()];
        for at in 0..fits.len() {
            next[at] = match token {
                '*' => fits[at] || (at > 0 && next[at - 1]),
                '?' => at > 0 && fits[at - 1],
                letter => at > 0 && fits[at - 1] && value[at - 1] == letter,
            };
        }
        fits = next;
    }
    fits[value.len()]
}
