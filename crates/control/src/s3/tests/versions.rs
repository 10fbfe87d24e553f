//! Buckets that keep versions.

use super::{S3, check, element};

const ENABLED: &str = "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

#[tokio::test]
async fn each_write_is_a_version_and_a_deletion_a_marker() {
    let s3 = S3::with("bucket").await;
    s3.call("PUT /bucket/k", &[], "null version").await.ok();
    s3.call("PUT /bucket?versioning", &[], ENABLED).await.ok();
    let first = s3.call("PUT /bucket/k", &[], "first").await;
    let first = first.header("x-amz-version-id").unwrap().to_owned();
    let second = s3.call("PUT /bucket/k", &[], "second").await;
    let second = second.header("x-amz-version-id").unwrap().to_owned();
    for (version, body) in [
        ("null", "null version"),
        (&first, "first"),
        (&second, "second"),
    ] {
        let got = s3
            .call(&format!("GET /bucket/k?versionId={version}"), &[], "")
            .await;
        assert_eq!(got.text(), body);
    }
    let marked = s3.call("DELETE /bucket/k", &[], "").await;
    assert_eq!(marked.header("x-amz-delete-marker"), Some("true"));
    check(&s3.call("GET /bucket/k", &[], "").await, 404, "NoSuchKey");
    let listed = s3.call("GET /bucket?versions", &[], "").await.text();
    assert_eq!(listed.matches("<Version>").count(), 3, "{listed}");
    assert_eq!(listed.matches("<DeleteMarker>").count(), 1);
    assert_eq!(listed.matches("<IsLatest>true</IsLatest>").count(), 1);
    let marker = marked.header("x-amz-version-id").unwrap();
    let gone = s3
        .call(&format!("DELETE /bucket/k?versionId={marker}"), &[], "")
        .await;
    assert_eq!(gone.status, 204);
    assert_eq!(s3.call("GET /bucket/k", &[], "").await.text(), "second");
    let unknown = s3.call("GET /bucket/k?versionId=none", &[], "").await;
    check(&unknown, 404, "NoSuchVersion");
    assert_eq!(s3.contents(), 3);
    check(
        &s3.call("DELETE /bucket", &[], "").await,
        409,
        "BucketNotEmpty",
    );
    for version in ["null", &first, &second] {
        s3.call(&format!("DELETE /bucket/k?versionId={version}"), &[], "")
            .await
            .ok();
    }
    assert_eq!(s3.contents(), 0);
    assert_eq!(s3.call("DELETE /bucket", &[], "").await.status, 204);
}

#[tokio::test]
async fn versions_are_listed_by_pages() {
    let s3 = S3::with("bucket").await;
    s3.call("PUT /bucket?versioning", &[], ENABLED).await.ok();
    for (key, body) in [("a", "1"), ("a", "2"), ("a", "3"), ("b", "4"), ("b", "5")] {
        s3.call(&format!("PUT /bucket/{key}"), &[], body).await.ok();
    }
    let (mut seen, mut markers) = (Vec::new(), String::new());
    loop {
        let line = format!("GET /bucket?versions&max-keys=2{markers}");
        let page = s3.call(&line, &[], "").await.text();
        let ids = page.split("<VersionId>").skip(1);
        seen.extend(ids.map(|rest| rest.split("</").next().unwrap().to_owned()));
        if element(&page, "IsTruncated") == "false" {
            break;
        }
        markers = format!(
            "&key-marker={}&version-id-marker={}",
            element(&page, "NextKeyMarker"),
            element(&page, "NextVersionIdMarker")
        );
    }
    let distinct: std::collections::BTreeSet<_> = seen.iter().collect();
    assert_eq!((seen.len(), distinct.len()), (5, 5), "{seen:?}");
}
