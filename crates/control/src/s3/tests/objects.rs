//! Objects go in and come out.

use super::{BODY, S3, check, element};

#[tokio::test]
async fn what_is_put_is_got_with_what_was_said_of_it() {
    let s3 = S3::with("bucket").await;
    let headers = [
        ("content-type", "text/plain"),
        ("x-amz-meta-colour", "blue"),
        ("x-amz-tagging", "a=1&b=x%20y"),
        ("cache-control", "no-store"),
    ];
    let put = s3.call("PUT /bucket/a/b%20c//", &headers, BODY).await;
    let etag = put.header("etag").unwrap().to_owned();
    assert_eq!(etag, format!("\"{:x}\"", md5::compute(BODY)));
    assert_eq!(put.header("x-amz-server-side-encryption"), Some("AES256"));
    let got = s3.call("GET /bucket/a/b%20c//", &[], "").await;
    assert_eq!((got.status, got.text().as_str()), (200, BODY));
    for (name, value) in [
        ("etag", etag.as_str()),
        ("content-type", "text/plain"),
        ("x-amz-meta-colour", "blue"),
        ("cache-control", "no-store"),
        ("accept-ranges", "bytes"),
        ("x-amz-tagging-count", "2"),
        ("content-length", "10"),
    ] {
        assert_eq!(got.header(name), Some(value), "{name}");
    }
    let head = s3.call("HEAD /bucket/a/b%20c//", &[], "").await;
    assert_eq!(head.header("content-length"), Some("10"));
    let tags = s3.call("GET /bucket/a/b%20c//?tagging", &[], "").await;
    assert!(tags.text().contains("<Key>b</Key><Value>x y</Value>"));
    check(&s3.call("GET /bucket/a", &[], "").await, 404, "NoSuchKey");
    check(&s3.call("GET /none/a", &[], "").await, 404, "NoSuchBucket");
}

#[tokio::test]
async fn ranges_and_conditions_are_kept() {
    let s3 = S3::with("bucket").await;
    let put = s3.call("PUT /bucket/k", &[], "0123456789").await;
    let etag = put.header("etag").unwrap().to_owned();
    let part = s3
        .call("GET /bucket/k", &[("range", "bytes=2-4")], "")
        .await;
    assert_eq!((part.status, part.text().as_str()), (206, "234"));
    assert_eq!(part.header("content-range"), Some("bytes 2-4/10"));
    check(
        &s3.call("GET /bucket/k", &[("range", "bytes=10-")], "")
            .await,
        416,
        "InvalidRange",
    );
    for (name, value, status) in [
        ("if-match", etag.as_str(), 200),
        ("if-match", "\"other\"", 412),
        ("if-none-match", etag.as_str(), 304),
        ("if-none-match", "\"other\"", 200),
        ("if-modified-since", "Tue, 01 Jan 2030 00:00:00 GMT", 304),
        ("if-unmodified-since", "Tue, 01 Jan 2019 00:00:00 GMT", 412),
    ] {
        let answer = s3.call("GET /bucket/k", &[(name, value)], "").await;
        assert_eq!(answer.status, status, "{name}: {value}");
    }
    let again = s3
        .call("PUT /bucket/k", &[("if-none-match", "*")], "new")
        .await;
    check(&again, 412, "PreconditionFailed");
    let new = s3
        .call("PUT /bucket/n", &[("if-none-match", "*")], "new")
        .await;
    assert_eq!(new.status, 200);
}

#[tokio::test]
async fn a_body_that_is_not_what_its_head_says_leaves_nothing() {
    let s3 = S3::with("bucket").await;
    for (headers, body, status, code) in [
        (
            vec![("content-md5", "1B2M2Y8AsgTpgAmY7PhCfg==")],
            "a",
            400,
            "BadDigest",
        ),
        (vec![("content-md5", "short")], "a", 400, "InvalidDigest"),
        (
            vec![("x-amz-checksum-crc32", "AAAAAA==")],
            "a",
            400,
            "BadDigest",
        ),
        (
            vec![("x-amz-checksum-sha512", "AAAAAA==")],
            "a",
            501,
            "NotImplemented",
        ),
        (vec![("content-length", "2")], "a", 400, "IncompleteBody"),
        (
            vec![
                ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
                ("x-amz-decoded-content-length", "1"),
                ("x-amz-trailer", "x-amz-checksum-crc32"),
            ],
            "1\r\na\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n",
            400,
            "BadDigest",
        ),
        (
            vec![("x-amz-acl", "public-read")],
            "a",
            400,
            "AccessControlListNotSupported",
        ),
        (
            vec![("x-amz-storage-class", "GLACIER")],
            "a",
            501,
            "NotImplemented",
        ),
        (
            vec![("x-amz-grant-read", "id=1")],
            "a",
            501,
            "NotImplemented",
        ),
    ] {
        let answer = s3.call("PUT /bucket/k", &headers, body).await;
        check(&answer, status, code);
    }
    let chunked = [
        ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
        ("x-amz-decoded-content-length", "5"),
        ("x-amz-trailer", "x-amz-checksum-crc32"),
        ("content-encoding", "aws-chunked"),
    ];
    let body = "3\r\nabc\r\n2\r\nde\r\n0\r\nx-amz-checksum-crc32:hYfYZQ==\r\n\r\n";
    let answer = s3.call("PUT /bucket/k", &chunked, body).await;
    assert_eq!(
        answer.header("x-amz-checksum-crc32"),
        Some("hYfYZQ=="),
        "{}",
        answer.text()
    );
    let got = s3
        .call("GET /bucket/k", &[("x-amz-checksum-mode", "ENABLED")], "")
        .await;
    assert_eq!(
        (got.text().as_str(), got.header("content-encoding")),
        ("abcde", None)
    );
    assert_eq!(got.header("x-amz-checksum-crc32"), Some("hYfYZQ=="));
    assert_eq!(s3.contents(), 1);
}

#[tokio::test]
async fn a_copy_shares_the_bytes_until_both_are_deleted() {
    let s3 = S3::with("bucket").await;
    s3.call("PUT /bucket/a", &[("x-amz-meta-x", "1")], BODY)
        .await
        .ok();
    let copy = s3
        .call("PUT /bucket/b", &[("x-amz-copy-source", "/bucket/a")], "")
        .await;
    assert!(copy.text().contains("<CopyObjectResult"), "{}", copy.text());
    assert_eq!(s3.contents(), 1);
    let got = s3.call("GET /bucket/b", &[], "").await;
    assert_eq!(
        (got.text().as_str(), got.header("x-amz-meta-x")),
        (BODY, Some("1"))
    );
    let itself = s3
        .call("PUT /bucket/a", &[("x-amz-copy-source", "bucket/a")], "")
        .await;
    check(&itself, 400, "InvalidRequest");
    let replace = [
        ("x-amz-copy-source", "bucket/a"),
        ("x-amz-metadata-directive", "REPLACE"),
        ("x-amz-meta-x", "2"),
    ];
    s3.call("PUT /bucket/a", &replace, "").await.ok();
    assert_eq!(
        s3.call("HEAD /bucket/a", &[], "")
            .await
            .header("x-amz-meta-x"),
        Some("2")
    );
    let missing = s3
        .call("PUT /bucket/c", &[("x-amz-copy-source", "bucket/none")], "")
        .await;
    check(&missing, 404, "NoSuchKey");
    s3.call("DELETE /bucket/a", &[], "").await.ok();
    assert_eq!(s3.contents(), 1);
    s3.call("DELETE /bucket/b", &[], "").await.ok();
    assert_eq!(s3.contents(), 0);
}

#[tokio::test]
async fn lists_are_in_order_by_pages_and_by_prefixes() {
    let s3 = S3::with("bucket").await;
    for key in ["a", "b/1", "b/2", "b/c/3", "d%26e", "z"] {
        s3.call(&format!("PUT /bucket/{key}"), &[], "x").await.ok();
    }
    let keys = |text: &str| -> Vec<String> {
        let keys = text.split("<Key>").skip(1);
        keys.map(|rest| rest.split("</Key>").next().unwrap().to_owned())
            .collect()
    };
    let prefixes = |text: &str| text.matches("<CommonPrefixes>").count();
    let all = s3.call("GET /bucket?list-type=2", &[], "").await.text();
    assert_eq!(keys(&all), ["a", "b/1", "b/2", "b/c/3", "d&amp;e", "z"]);
    assert_eq!(element(&all, "KeyCount"), "6");
    let below = s3
        .call("GET /bucket?list-type=2&prefix=b/&delimiter=/", &[], "")
        .await
        .text();
    assert_eq!(
        (keys(&below), prefixes(&below)),
        (vec!["b/1".to_owned(), "b/2".to_owned()], 1)
    );
    let top = s3
        .call("GET /bucket?delimiter=/&encoding-type=url", &[], "")
        .await
        .text();
    assert_eq!(
        (keys(&top), prefixes(&top)),
        (vec!["a".to_owned(), "d%26e".to_owned(), "z".to_owned()], 1)
    );
    let (mut seen, mut token) = (Vec::new(), String::new());
    loop {
        let line = format!("GET /bucket?list-type=2&max-keys=2&delimiter=/{token}");
        let page = s3.call(&line, &[], "").await.text();
        seen.push((keys(&page), prefixes(&page)));
        if element(&page, "IsTruncated") == "false" {
            break;
        }
        token = format!(
            "&continuation-token={}",
            element(&page, "NextContinuationToken")
        );
    }
    let expected = [
        (vec!["a".to_owned()], 1),
        (vec!["d&amp;e".to_owned(), "z".to_owned()], 0),
    ];
    assert_eq!(seen, expected);
    let delete = "<Delete><Object><Key>a</Key></Object><Object><Key>b/1</Key></Object><Object><Key>none</Key></Object></Delete>";
    let deleted = s3.call("POST /bucket?delete", &[], delete).await.text();
    assert_eq!(deleted.matches("<Deleted>").count(), 3, "{deleted}");
    let left = s3.call("GET /bucket", &[], "").await.text();
    assert_eq!(keys(&left), ["b/2", "b/c/3", "d&amp;e", "z"]);
}

#[tokio::test]
async fn a_bucket_may_stand_in_the_host() {
    let s3 = S3::with("bucket").await;
    let host = [("host", "bucket.s3.localhost:4566")];
    s3.call("PUT /k", &host, BODY).await.ok();
    assert_eq!(s3.call("GET /bucket/k", &[], "").await.text(), BODY);
    let listed = s3.call("GET /?list-type=2", &host, "").await.text();
    assert_eq!(element(&listed, "Name"), "bucket");
}
