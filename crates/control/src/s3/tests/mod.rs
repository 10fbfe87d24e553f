//! S3 over a control plane: what clients put they get, what policies do not allow is refused, and
//! nothing is left of what was deleted.

mod multipart;
mod objects;
mod permissions;
mod versions;

use bytes::Bytes;
use http::Request;

use crate::testing::{ACCOUNT, Answer, REGION, World};

const BODY: &str = "binary\u{1F600}";

pub(super) struct S3 {
    pub(super) world: World,
}

impl S3 {
    pub(super) async fn new() -> Self {
        Self {
            world: World::new().await,
        }
    }

    /// With a bucket.
    pub(super) async fn with(bucket: &str) -> Self {
        let s3 = Self::new().await;
        s3.call(&format!("PUT /{bucket}"), &[], "").await.ok();
        s3
    }

    pub(super) async fn call(&self, line: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.call_as(ACCOUNT, line, headers, body).await
    }

    pub(super) async fn call_as(
        &self,
        key: &str,
        line: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let (method, path) = line.split_once(' ').unwrap();
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "127.0.0.1:4566");
        }
        let now = jiff::Timestamp::now();
        let authorization = format!(
            "AWS4-HMAC-SHA256 Credential={key}/{}/{REGION}/s3/aws4_request, \
             SignedHeaders=host;x-amz-date, Signature={}",
            now.strftime("%Y%m%d"),
            "0".repeat(64)
        );
        let request = request
            .header("x-amz-date", now.strftime("%Y%m%dT%H%M%SZ").to_string())
            .header("authorization", authorization);
        let body = Bytes::copy_from_slice(body.as_bytes());
        self.world.send(request.body(body).unwrap()).await
    }

    /// How many contents are on disk.
    pub(super) fn contents(&self) -> usize {
        self.world.contents.count()
    }
}

#[track_caller]
pub(super) fn check(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.status, status, "{}", answer.text());
    let expected = format!("<Code>{code}</Code>");
    assert!(answer.text().contains(&expected), "{}", answer.text());
}

/// The text of an element.
#[track_caller]
pub(super) fn element<'a>(text: &'a str, name: &str) -> &'a str {
    let (_, rest) = text
        .split_once(&format!("<{name}>"))
        .unwrap_or_else(|| panic!("no {name} in {text}"));
    rest.split_once("</").unwrap().0
}

#[tokio::test]
async fn buckets_come_and_go_in_awss_words() {
    let s3 = S3::new().await;
    let made = s3.call("PUT /first", &[], "").await;
    assert_eq!(
        (made.status, made.header("location")),
        (200, Some("/first"))
    );
    check(
        &s3.call("PUT /first", &[], "").await,
        409,
        "BucketAlreadyOwnedByYou",
    );
    let other = s3.call_as("222222222222", "PUT /first", &[], "").await;
    check(&other, 409, "BucketAlreadyExists");
    check(
        &s3.call("PUT /Bad_name", &[], "").await,
        400,
        "InvalidBucketName",
    );
    let place = "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>";
    s3.call("PUT /second", &[], place).await.ok();
    let answer = s3.call("GET /second?location", &[], "").await;
    assert!(answer.text().contains(">eu-west-1</LocationConstraint>"));
    let answer = s3.call("GET /", &[], "").await;
    let text = answer.text();
    assert!(
        text.contains("<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")
    );
    assert!(text.contains("<Name>first</Name>") && text.contains("<Name>second</Name>"));
    assert_eq!(
        s3.call("HEAD /first", &[], "")
            .await
            .header("x-amz-bucket-region"),
        Some("us-east-1")
    );
    s3.call("PUT /first/k", &[], BODY).await.ok();
    check(
        &s3.call("DELETE /first", &[], "").await,
        409,
        "BucketNotEmpty",
    );
    s3.call("DELETE /first/k", &[], "").await.ok();
    assert_eq!(s3.call("DELETE /first", &[], "").await.status, 204);
    check(
        &s3.call("GET /first?location", &[], "").await,
        404,
        "NoSuchBucket",
    );
    assert_eq!(s3.call("HEAD /first", &[], "").await.status, 404);
    assert_eq!(s3.contents(), 0);
}

#[tokio::test]
async fn what_is_said_of_a_bucket_is_shown_again() {
    let s3 = S3::with("bucket").await;
    for (name, document, shown) in [
        (
            "versioning",
            "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
            "<Status>Enabled</Status>",
        ),
        (
            "tagging",
            "<Tagging><TagSet><Tag><Key>team</Key><Value>blue</Value></Tag></TagSet></Tagging>",
            "<TagSet><Tag><Key>team</Key><Value>blue</Value></Tag></TagSet>",
        ),
        (
            "encryption",
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>",
            "<SSEAlgorithm>aws:kms</SSEAlgorithm>",
        ),
        (
            "lifecycle",
            "<LifecycleConfiguration><Rule><ID>old</ID><Status>Enabled</Status><Filter/><NoncurrentVersionExpiration><NoncurrentDays>30</NoncurrentDays></NoncurrentVersionExpiration></Rule></LifecycleConfiguration>",
            "<NoncurrentDays>30</NoncurrentDays>",
        ),
        (
            "cors",
            "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>",
            "<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>",
        ),
        (
            "ownershipControls",
            "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerPreferred</ObjectOwnership></Rule></OwnershipControls>",
            "<ObjectOwnership>BucketOwnerPreferred</ObjectOwnership>",
        ),
        (
            "publicAccessBlock",
            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>",
            "<BlockPublicPolicy>false</BlockPublicPolicy>",
        ),
    ] {
        s3.call(&format!("PUT /bucket?{name}"), &[], document)
            .await
            .ok();
        let answer = s3.call(&format!("GET /bucket?{name}"), &[], "").await;
        assert!(answer.text().contains(shown), "{name}: {}", answer.text());
    }
    for (name, code) in [
        ("cors", "NoSuchCORSConfiguration"),
        ("lifecycle", "NoSuchLifecycleConfiguration"),
        ("tagging", "NoSuchTagSet"),
        ("ownershipControls", "OwnershipControlsNotFoundError"),
        ("publicAccessBlock", "NoSuchPublicAccessBlockConfiguration"),
    ] {
        s3.call(&format!("DELETE /bucket?{name}"), &[], "")
            .await
            .ok();
        check(
            &s3.call(&format!("GET /bucket?{name}"), &[], "").await,
            404,
            code,
        );
    }
    let website = s3.call("GET /bucket?website", &[], "").await;
    check(&website, 404, "NoSuchWebsiteConfiguration");
    let put = s3
        .call("PUT /bucket?website", &[], "<WebsiteConfiguration/>")
        .await;
    check(&put, 501, "NotImplemented");
    let broken = s3.call("PUT /bucket?tagging", &[], "<Tagging>").await;
    check(&broken, 400, "MalformedXML");
}
