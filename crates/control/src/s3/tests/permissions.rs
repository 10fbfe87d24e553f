//! Who may: the caller's policies and the bucket's decide, as on AWS.

use bytes::Bytes;
use http::Request;
use serde_json::json;

use super::{BODY, S3, check};
use crate::testing::{ROOT_KEY, ROOT_SECRET, World, sign};

const EVE: (&str, &str) = ("AKIAEVEEVEEVEEVEEVE0", "secret");
const OTHER: &str = "222222222222";

async fn policy(s3: &S3, principal: &serde_json::Value, action: &str, resource: &str) -> u16 {
    let document = json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": principal, "Action": action, "Resource": resource,
    }]});
    let put = s3
        .call("PUT /bucket?policy", &[], &document.to_string())
        .await;
    put.status
}

#[tokio::test]
async fn another_account_needs_the_buckets_policy() {
    let s3 = S3::with("bucket").await;
    s3.call("PUT /bucket/k", &[], BODY).await.ok();
    let answer = s3.call_as(OTHER, "GET /bucket/k", &[], "").await;
    check(&answer, 403, "AccessDenied");
    let text = answer.text();
    let told = "is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::bucket/k&quot; because no resource-based policy allows the s3:GetObject action";
    assert!(text.contains(told), "{text}");
    let principal = json!({"AWS": OTHER});
    let status = policy(&s3, &principal, "s3:GetObject", "arn:aws:s3:::bucket/*").await;
    assert_eq!(status, 200);
    assert_eq!(
        s3.call_as(OTHER, "GET /bucket/k", &[], "").await.text(),
        BODY
    );
    // Who may not list learns of no key that it is not there.
    check(
        &s3.call_as(OTHER, "GET /bucket/none", &[], "").await,
        403,
        "AccessDenied",
    );
    check(
        &s3.call_as(OTHER, "PUT /bucket/k", &[], BODY).await,
        403,
        "AccessDenied",
    );
    let shown = s3.call("GET /bucket?policy", &[], "").await;
    assert!(shown.text().starts_with('{'));
    s3.call("DELETE /bucket?policy", &[], "").await.ok();
    check(
        &s3.call_as(OTHER, "GET /bucket/k", &[], "").await,
        403,
        "AccessDenied",
    );
    check(
        &s3.call("GET /bucket?policy", &[], "").await,
        404,
        "NoSuchBucketPolicy",
    );
}

#[tokio::test]
async fn a_public_policy_is_blocked_unless_the_block_is_lifted() {
    let s3 = S3::with("bucket").await;
    s3.call("PUT /bucket/k", &[], BODY).await.ok();
    let everybody = json!("*");
    let resource = "arn:aws:s3:::bucket/*";
    assert_eq!(policy(&s3, &everybody, "s3:GetObject", resource).await, 403);
    s3.call("DELETE /bucket?publicAccessBlock", &[], "")
        .await
        .ok();
    assert_eq!(policy(&s3, &everybody, "s3:GetObject", resource).await, 200);
    let status = s3.call("GET /bucket?policyStatus", &[], "").await;
    assert!(
        status.text().contains("<IsPublic>true</IsPublic>"),
        "{}",
        status.text()
    );
    let anonymous = |line: &str| {
        let (method, path) = line.split_once(' ').unwrap();
        Request::builder()
            .method(method)
            .uri(path)
            .header("host", "bucket.s3.localhost:4566")
            .body(Bytes::new())
            .unwrap()
    };
    assert_eq!(s3.world.send(anonymous("GET /k")).await.text(), BODY);
    check(
        &s3.world.send(anonymous("DELETE /k")).await,
        403,
        "AccessDenied",
    );
    assert_eq!(
        policy(&s3, &everybody, "s3:GetObject", "arn:aws:s3:::other/*").await,
        400
    );
    assert_eq!(policy(&s3, &everybody, "s3:None", "nothing").await, 400);
}

#[tokio::test]
async fn a_signature_is_verified_over_what_is_sent() {
    let world = World::strict().await;
    let send = |body: &'static str, signed: &'static str, key| {
        let mut request = Request::put("http://127.0.0.1:4566/bucket/k")
            .header("host", "127.0.0.1:4566")
            .body(Bytes::from_static(signed.as_bytes()))
            .unwrap();
        sign(&mut request, key, "s3");
        let (parts, _) = request.into_parts();
        world.send(Request::from_parts(
            parts,
            Bytes::from_static(body.as_bytes()),
        ))
    };
    let root = (ROOT_KEY, ROOT_SECRET);
    let mut make = Request::put("http://127.0.0.1:4566/bucket")
        .header("host", "127.0.0.1:4566")
        .body(Bytes::new())
        .unwrap();
    sign(&mut make, root, "s3");
    assert_eq!(world.send(make).await.status, 200);
    assert_eq!(send("abc", "abc", root).await.status, 200);
    let altered = send("abd", "abc", root).await;
    check(&altered, 400, "XAmzContentSHA256Mismatch");
    let wrong = send("abc", "abc", (ROOT_KEY, "other")).await;
    check(&wrong, 403, "SignatureDoesNotMatch");
    check(&send("abc", "abc", EVE).await, 403, "InvalidAccessKeyId");
    world.user("eve", EVE).await;
    let denied = send("abc", "abc", EVE).await;
    check(&denied, 403, "AccessDenied");
    world
        .let_user("eve", "s3:PutObject", ("aws:SecureTransport", "false"))
        .await;
    assert_eq!(send("abc", "abc", EVE).await.status, 200);
}
