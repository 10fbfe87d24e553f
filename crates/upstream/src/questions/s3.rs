//! S3: the operation by method, path and parameter; then the action, the bucket or object, and what
//! the headers need besides.

use std::sync::LazyLock;

use http::HeaderMap;
use percent_encoding::percent_decode_str;
use policy::Context;
use serde_json::Value;

use super::{Asker, Question, Resource, keys};
use crate::address::Address;
use crate::operation::Operation;

/// One line of the table.
struct Line {
    method: &'static str,
    level: &'static str,
    parameter: Option<&'static str>,
    action: &'static str,
}

static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let lines = include_str!("../tables/s3.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut words = line.split_ascii_whitespace();
            Some(Line {
                method: words.next()?,
                level: words.next()?,
                parameter: words.next().filter(|word| *word != "-"),
                action: words.next()?,
            })
        })
        .collect()
});

/// Headers that need a permission of their own beside the write (S3 user guide, "Required
/// permissions for Amazon S3 API operations").
const WITH_HEADERS: [(&str, &str, &str); 6] = [
    ("PutObject", "x-amz-acl", "PutObjectAcl"),
    ("PutObject", "x-amz-tagging", "PutObjectTagging"),
    ("PutObject", "x-amz-object-lock-mode", "PutObjectRetention"),
    (
        "PutObject",
        "x-amz-object-lock-legal-hold",
        "PutObjectLegalHold",
    ),
    ("CreateBucket", "x-amz-acl", "PutBucketAcl"),
    (
        "CreateBucket",
        "x-amz-object-ownership",
        "PutBucketOwnershipControls",
    ),
];

/// No questions at all for a request that is no operation of S3's known here.
pub(super) fn questions(
    operation: &Operation,
    address: &Address,
    asker: &Asker<'_>,
) -> Vec<Question> {
    let Some(action) = action(address, &operation.parameters) else {
        return Vec::new();
    };
    let question = |action: &str, resource: Resource| {
        let action = format!("s3:{action}");
        Question {
            context: context(operation, asker.headers, &action),
            action,
            resource,
            pending: None,
        }
    };
    if action == "DeleteObject" && address.key.is_empty() {
        let keys = deleted_keys(asker.body);
        let objects = keys.into_iter().map(|key| object(&address.bucket, &key));
        return objects
            .map(|object| question("DeleteObject", object))
            .collect();
    }
    let mut questions = vec![question(&action, resource(address))];
    for (needs, header, besides) in WITH_HEADERS {
        if action == needs && asker.headers.contains_key(header) {
            questions.push(question(besides, resource(address)));
        }
    }
    if action == "PutObject"
        && let Some((version, source)) = copy_source(asker.headers)
    {
        questions.push(question(version, source));
    }
    questions
}

fn action(address: &Address, parameters: &Value) -> Option<String> {
    let level = match (address.bucket.is_empty(), address.key.is_empty()) {
        (true, _) => "service",
        (false, true) => "bucket",
        (false, false) => "object",
    };
    let line = LINES.iter().find(|line| {
        line.method == address.method
            && line.level == level
            && line
                .parameter
                .is_none_or(|name| parameters.get(name).is_some())
    })?;
    let is_version = level == "object" && parameters.get("versionId").is_some();
    let versioned = line.action.replace("Object", "ObjectVersion");
    if is_version && reference::action(&format!("s3:{versioned}")).is_some() {
        return Some(versioned);
    }
    Some(line.action.to_owned())
}

fn resource(address: &Address) -> Resource {
    match (address.bucket.as_str(), address.key.as_str()) {
        ("", _) => Resource::Any,
        (bucket, "") => Resource::Named(format!("arn:aws:s3:::{bucket}")),
        (bucket, key) => object(bucket, key),
    }
}

fn object(bucket: &str, key: &str) -> Resource {
    Resource::Named(format!("arn:aws:s3:::{bucket}/{key}"))
}

/// What is copied must be readable: `/bucket/key?versionId=…`.
fn copy_source(headers: &HeaderMap) -> Option<(&'static str, Resource)> {
    let source = headers.get("x-amz-copy-source")?.to_str().ok()?;
    let (path, version) = source.split_once("?versionId=").unwrap_or((source, ""));
    let path = percent_decode_str(path).decode_utf8_lossy();
    let path = path.strip_prefix('/').unwrap_or(&path);
    let action = if version.is_empty() {
        "GetObject"
    } else {
        "GetObjectVersion"
    };
    Some((action, Resource::Named(format!("arn:aws:s3:::{path}"))))
}

/// The keys of a DeleteObjects request; without any, whatever is in the bucket.
fn deleted_keys(body: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(body);
    let keys = text.split("<Key>").skip(1);
    let keys = keys.filter_map(|rest| rest.split_once("</Key>"));
    let mut keys: Vec<String> = keys.map(|(key, _)| unescape(key)).collect();
    if keys.is_empty() {
        keys.push("*".to_owned());
    }
    keys
}

fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&quot;", "\"").replace("&apos;", "'");
    text.replace("&#13;", "\r")
        .replace("&#10;", "\n")
        .replace("&amp;", "&")
}

/// What S3's own keys say of a request: its parameters, and its headers under their own names.
fn context(operation: &Operation, headers: &HeaderMap, action: &str) -> Context {
    const PARAMETERS: [(&str, &str); 4] = [
        ("s3:prefix", "prefix"),
        ("s3:delimiter", "delimiter"),
        ("s3:max-keys", "max-keys"),
        ("s3:versionid", "versionId"),
    ];
    let mut context = Context::new();
    let mut known: Vec<&'static str> = Vec::new();
    for (key, parameter) in PARAMETERS {
        let value = operation.parameters.get(parameter).and_then(Value::as_str);
        context.set_many(key, value.map(str::to_owned).into_iter().collect());
        known.push(key);
    }
    let service = reference::service("s3").into_iter();
    for key in service.flat_map(reference::Service::condition_keys) {
        let name = key.name();
        let header = match name.strip_prefix("s3:") {
            Some(header) if header.starts_with("x-amz-") => header,
            Some("if-match") => "if-match",
            Some("if-none-match") => "if-none-match",
            Some("object-lock-mode") => "x-amz-object-lock-mode",
            Some("object-lock-legal-hold") => "x-amz-object-lock-legal-hold",
            Some(_) | None => continue,
        };
        let values = headers.get_all(header).iter();
        let values = values.filter_map(|value| value.to_str().ok());
        context.set_many(name, values.map(str::to_owned).collect());
        known.push(name);
    }
    let in_query = operation.parameters.get("X-Amz-Algorithm").is_some();
    let kind = if in_query {
        "REST-QUERY-STRING"
    } else {
        "REST-HEADER"
    };
    context.set("s3:authType", kind);
    context.set("s3:signatureversion", "AWS4-HMAC-SHA256");
    keys::leave_unknown(&mut context, "s3", action, &known);
    context
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_of_the_table_is_one_of_awss() {
        for line in LINES.iter() {
            let name = format!("s3:{}", line.action);
            assert!(reference::action(&name).is_some(), "{name}");
        }
        for (_, _, action) in WITH_HEADERS {
            assert!(
                reference::action(&format!("s3:{action}")).is_some(),
                "{action}"
            );
        }
    }

    #[test]
    fn keys_to_delete_are_read_from_the_body() {
        let body =
            b"<Delete><Object><Key>a&amp;b</Key></Object><Object><Key>c</Key></Object></Delete>";
        assert_eq!(deleted_keys(body), ["a&b", "c"]);
        assert_eq!(deleted_keys(b"<Delete/>"), ["*"]);
    }
}
