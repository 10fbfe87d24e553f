//! From method, path, query and headers to the operation: the service, a bucket or an object, then
//! the constant parameters and the required members that tell operations apart.

use http::request::Parts;

use crate::{
    failure::Failure,
    rest_json::Labels,
    schema::{Kind, Location, MemberSchema, OperationSchema, ServiceSchema},
    text,
};

pub(crate) fn route(
    service: &'static ServiceSchema,
    parts: &Parts,
) -> Result<(&'static OperationSchema, Labels), Failure> {
    find(service, parts).ok_or_else(|| {
        Failure::new(
            "MethodNotAllowed",
            405,
            "The specified method is not allowed against this resource.",
        )
    })
}

/// The operation that most of the request speaks for; where two are alike, the one that is served.
fn find(
    service: &'static ServiceSchema,
    parts: &Parts,
) -> Option<(&'static OperationSchema, Labels)> {
    let (bucket, key) = split(parts.uri.path());
    let template = match (bucket, key) {
        ("", _) => "/",
        (_, "") => "/{Bucket}",
        (_, _) => "/{Bucket}/{Key+}",
    };
    let query: Vec<(String, String)> = text::query_pairs(parts.uri.query().unwrap_or("")).collect();
    let candidates = service.operations.iter().copied();
    let ranked = candidates.filter_map(|operation| {
        let weight = weight(operation, template, &query, parts)?;
        Some(((weight, operation.implemented), operation))
    });
    let (_, operation) = ranked.max_by_key(|(rank, _)| *rank)?;
    let mut labels = Labels::new();
    for (name, value) in [("Bucket", bucket), ("Key", key)] {
        if !value.is_empty() {
            labels.push((name, value.to_owned()));
        }
    }
    Some((operation, labels))
}

/// A key is the rest of the path as it is: slashes at its end and within it count.
fn split(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split_once('/').unwrap_or((path, ""))
}

/// How much of the request speaks for the operation; nothing if something speaks against it.
fn weight(
    operation: &OperationSchema,
    template: &str,
    query: &[(String, String)],
    parts: &Parts,
) -> Option<usize> {
    let (path, constants) = operation.uri.split_once('?').unwrap_or((operation.uri, ""));
    if operation.method != parts.method.as_str() || path != template {
        return None;
    }
    let mut weight = 0;
    for (name, value) in text::query_pairs(constants) {
        let fits =
            |pair: &(String, String)| pair.0 == name && (value.is_empty() || pair.1 == value);
        if !query.iter().any(fits) {
            return None;
        }
        weight += 1;
    }
    for member in required(operation) {
        let given = match member.location {
            Location::Query => query.iter().any(|(name, _)| name == member.wire_name()),
            Location::Header => parts.headers.contains_key(member.wire_name()),
            Location::Body | Location::Uri | Location::Headers | Location::StatusCode => continue,
        };
        if !given {
            return None;
        }
        weight += 1;
    }
    Some(weight)
}

fn required(operation: &OperationSchema) -> impl Iterator<Item = &'static MemberSchema> {
    let members: &[MemberSchema] = match operation.input_shape().map(|shape| shape.kind) {
        Some(Kind::Structure(members)) => members,
        _ => &[],
    };
    members.iter().filter(|member| member.required)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Service;

    #[track_caller]
    fn check(line: &str, headers: &[&'static str], expected: Option<&str>) {
        let (method, uri) = line.split_once(' ').unwrap();
        let mut request = http::Request::builder().method(method).uri(uri);
        for name in headers {
            request = request.header(*name, "b/k");
        }
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let found = find(Service::S3.schema(), &parts);
        assert_eq!(
            found.map(|(operation, _)| operation.name),
            expected,
            "{line}"
        );
    }

    #[test]
    fn method_path_parameters_and_headers_tell_the_operation() {
        check("GET /", &[], Some("ListBuckets"));
        check("PUT /b", &[], Some("CreateBucket"));
        check("HEAD /b/", &[], Some("HeadBucket"));
        check("GET /b", &[], Some("ListObjects"));
        check("GET /b?list-type=2&prefix=a", &[], Some("ListObjectsV2"));
        check("GET /b?location", &[], Some("GetBucketLocation"));
        check(
            "GET /b?lifecycle",
            &[],
            Some("GetBucketLifecycleConfiguration"),
        );
        check("GET /b?versions", &[], Some("ListObjectVersions"));
        check("POST /b?delete", &[], Some("DeleteObjects"));
        check("PUT /b/k", &[], Some("PutObject"));
        check("PUT /b/k", &["x-amz-copy-source"], Some("CopyObject"));
        check("PUT /b/k?partNumber=1&uploadId=u", &[], Some("UploadPart"));
        check(
            "PUT /b/k?partNumber=1&uploadId=u",
            &["x-amz-copy-source"],
            Some("UploadPartCopy"),
        );
        check("GET /b/k?uploadId=u", &[], Some("ListParts"));
        check("DELETE /b/k?uploadId=u", &[], Some("AbortMultipartUpload"));
        check("POST /b/k?uploads", &[], Some("CreateMultipartUpload"));
        check("POST /b/k?uploadId=u", &[], Some("CompleteMultipartUpload"));
        check("GET /b/a//b/", &[], Some("GetObject"));
        check("GET /b?replication", &[], Some("GetBucketReplication"));
        check("POST /b", &[], None);
        check("PATCH /b", &[], None);
    }

    #[test]
    fn a_key_keeps_its_slashes() {
        assert_eq!(split("/b//a/"), ("b", "/a/"));
        assert_eq!(split("/b/"), ("b", ""));
        assert_eq!(split("/"), ("", ""));
    }
}
