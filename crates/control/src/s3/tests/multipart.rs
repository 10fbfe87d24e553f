//! Uploads in parts.

use super::{S3, check, element};

const BIG: usize = 5 * 1024 * 1024;

async fn part(s3: &S3, upload: &str, number: u32, body: &str) -> String {
    let line = format!("PUT /bucket/k?partNumber={number}&uploadId={upload}");
    let answer = s3.call(&line, &[], body).await;
    answer
        .header("etag")
        .unwrap_or_else(|| panic!("{}", answer.text()))
        .to_owned()
}

fn document(parts: &[(u32, &str)]) -> String {
    let parts = parts.iter().map(|(number, etag)| {
        format!("<Part><PartNumber>{number}</PartNumber><ETag>{etag}</ETag></Part>")
    });
    let parts: String = parts.collect();
    format!("<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>")
}

#[tokio::test]
async fn parts_are_put_together_in_the_order_of_their_numbers() {
    let s3 = S3::with("bucket").await;
    let headers = [("x-amz-meta-a", "1"), ("content-type", "x/y")];
    let begun = s3.call("POST /bucket/k?uploads", &headers, "").await.text();
    let upload = element(&begun, "UploadId").to_owned();
    let first = "a".repeat(BIG);
    let second = part(&s3, &upload, 2, "the end").await;
    part(&s3, &upload, 1, "replaced").await;
    let big = part(&s3, &upload, 1, &first).await;
    let listed = s3
        .call(&format!("GET /bucket/k?uploadId={upload}"), &[], "")
        .await
        .text();
    assert_eq!(listed.matches("<Part>").count(), 2);
    let uploads = s3.call("GET /bucket?uploads", &[], "").await.text();
    assert_eq!(element(&uploads, "UploadId"), upload);
    check(&s3.call("GET /bucket/k", &[], "").await, 404, "NoSuchKey");
    let line = format!("POST /bucket/k?uploadId={upload}");
    for (parts, code) in [
        (
            vec![(2, second.as_str()), (1, big.as_str())],
            "InvalidPartOrder",
        ),
        (vec![(1, big.as_str()), (3, second.as_str())], "InvalidPart"),
        (vec![(1, second.as_str())], "InvalidPart"),
        (vec![], "MalformedXML"),
    ] {
        check(&s3.call(&line, &[], &document(&parts)).await, 400, code);
    }
    let done = s3
        .call(&line, &[], &document(&[(1, &big), (2, &second)]))
        .await
        .text();
    assert!(element(&done, "ETag").ends_with("-2&quot;"), "{done}");
    let got = s3
        .call("GET /bucket/k", &[("range", "bytes=5242878-")], "")
        .await;
    assert_eq!(
        (got.text().as_str(), got.header("x-amz-meta-a")),
        ("aathe end", Some("1"))
    );
    assert_eq!(s3.contents(), 1);
    check(
        &s3.call(&line, &[], &document(&[(1, &big)])).await,
        404,
        "NoSuchUpload",
    );
}

#[tokio::test]
async fn small_parts_are_refused_and_what_is_given_up_is_gone() {
    let s3 = S3::with("bucket").await;
    s3.call("PUT /bucket/source", &[], "0123456789").await.ok();
    let begun = s3.call("POST /bucket/k?uploads", &[], "").await.text();
    let upload = element(&begun, "UploadId").to_owned();
    let one = part(&s3, &upload, 1, "small").await;
    let line = format!("PUT /bucket/k?partNumber=2&uploadId={upload}");
    let copy = [
        ("x-amz-copy-source", "bucket/source"),
        ("x-amz-copy-source-range", "bytes=2-4"),
    ];
    let copied = s3.call(&line, &copy, "").await.text();
    let two = element(&copied, "ETag").replace("&quot;", "\"");
    let line = format!("POST /bucket/k?uploadId={upload}");
    let answer = s3
        .call(&line, &[], &document(&[(1, &one), (2, &two)]))
        .await;
    check(&answer, 400, "EntityTooSmall");
    let number = s3
        .call(
            &format!("PUT /bucket/k?partNumber=0&uploadId={upload}"),
            &[],
            "a",
        )
        .await;
    check(&number, 400, "InvalidArgument");
    assert_eq!(s3.contents(), 3);
    let line = format!("DELETE /bucket/k?uploadId={upload}");
    assert_eq!(s3.call(&line, &[], "").await.status, 204);
    check(&s3.call(&line, &[], "").await, 404, "NoSuchUpload");
    assert_eq!(s3.contents(), 1);
}
