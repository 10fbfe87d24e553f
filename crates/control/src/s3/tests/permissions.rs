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

/// What is public is then for the account alone, and what is denied stays denied.
#[tokio::test]
async fn a_restricted_bucket_keeps_its_denies() {
    let s3 = S3::with("bucket").await;
    for key in ["open", "shut"] {
        s3.call(&format!("PUT /bucket/{key}"), &[], BODY).await.ok();
    }
    s3.call("DELETE /bucket?publicAccessBlock", &[], "")
        .await
        .ok();
    let on = |effect: &str, key: &str| {
        json!({"Effect": effect, "Principal": "*", "Action": "s3:GetObject",
               "Resource": format!("arn:aws:s3:::bucket/{key}")})
    };
    let statements = [on("Allow", "*"), on("Deny", "shut")];
    let document = json!({"Version": "2012-10-17", "Statement": statements});
    s3.call("PUT /bucket?policy", &[], &document.to_string())
        .await
        .ok();
    let block = "<PublicAccessBlockConfiguration><RestrictPublicBuckets>true</RestrictPublicBuckets>\
                 </PublicAccessBlockConfiguration>";
    s3.call("PUT /bucket?publicAccessBlock", &[], block)
        .await
        .ok();
    assert_eq!(s3.call("GET /bucket/open", &[], "").await.status, 200);
    check(
        &s3.call("GET /bucket/shut", &[], "").await,
        403,
        "AccessDenied",
    );
    let other = s3.call_as(OTHER, "GET /bucket/open", &[], "").await;
    check(&other, 403, "AccessDenied");
    let nobody = Request::get("/open").header("host", "bucket.s3.localhost:4566");
    let nobody = s3.world.send(nobody.body(Bytes::new()).unwrap()).await;
    check(&nobody, 403, "AccessDenied");
}

/// Whoever may write a version of its own could read every other one by its tags.
#[tokio::test]
async fn the_tags_of_one_version_open_no_other() {
    let s3 = S3::with("bucket").await;
    let versioned = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
    s3.call("PUT /bucket?versioning", &[], versioned).await.ok();
    let secret = s3.call("PUT /bucket/k", &[], BODY).await;
    let secret = secret.header("x-amz-version-id").unwrap().to_owned();
    let open = s3
        .call("PUT /bucket/k", &[("x-amz-tagging", "for=all")], BODY)
        .await;
    let open = open.header("x-amz-version-id").unwrap().to_owned();
    let document = json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"AWS": OTHER}, "Resource": "arn:aws:s3:::bucket/*",
        "Action": ["s3:GetObject", "s3:GetObjectVersion"],
        "Condition": {"StringEquals": {"s3:ExistingObjectTag/for": "all"}},
    }]});
    s3.call("PUT /bucket?policy", &[], &document.to_string())
        .await
        .ok();
    let rows = [
        (String::new(), 200),
        (format!("?versionId={open}"), 200),
        (format!("?versionId={secret}"), 403),
    ];
    for (query, status) in rows {
        let line = format!("GET /bucket/k{query}");
        let answer = s3.call_as(OTHER, &line, &[], "").await;
        assert_eq!(answer.status, status, "{line}");
    }
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
