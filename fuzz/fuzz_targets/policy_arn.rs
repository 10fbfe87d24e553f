//! ARNs of strangers: as principals of a policy, as the one who asks, and as resources. Nothing
//! panics, and whoever is named by its own ARN is allowed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use policy::{Context, Kind, Policies, Policy, Principal, Request, Source, decide, obstacles};
use serde_json::json;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let (named, asking) = text.split_once('\0').unwrap_or((text, text));
    let document = json!({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": {"AWS": named}, "Action": "s3:*", "Resource": "*",
    }});
    let Ok(policy) = Policy::parse(&document.to_string(), Kind::Resource) else {
        return;
    };
    let user = Principal::User { arn: asking.into() };
    let session = Principal::RoleSession {
        role_arn: asking.into(),
        session_arn: named.into(),
    };
    for principal in [&user, &session] {
        let allowed = ask(principal, &policy, asking);
        let is_user = is_user(named) && std::ptr::eq(principal, &user);
        if is_user && named == asking {
            assert!(allowed, "{named:?}");
        }
    }
});

/// The name of a session may have the words of a user in it.
fn is_user(arn: &str) -> bool {
    let mut parts = arn.splitn(6, ':').skip(2);
    parts.next() == Some("iam") && parts.nth(2).is_some_and(|named| named.starts_with("user/"))
}

fn ask(principal: &Principal, policy: &Policy, resource: &str) -> bool {
    let mut context = Context::new();
    principal.describe(&mut context);
    let request = Request {
        principal,
        action: "s3:GetObject",
        resource,
        resource_account: "",
        context: &context,
    };
    let policies = Policies {
        resource: Some(Source {
            name: "fuzzed",
            policy,
        }),
        ..Policies::default()
    };
    let allowed = decide(&request, &policies).is_allowed();
    assert_eq!(allowed, obstacles(&request, &policies).is_empty());
    allowed
}
