//! Where code is: in the template, in S3, in a registry of images.

use serde_json::json;

use super::Function;
use crate::sam::resource::Made;
use crate::sam::translator::Problem;
use crate::sam::values::{Json, Map, at, set, truthy};

pub(super) fn code(function: &Function<'_>) -> Result<Json, Problem> {
    let package = at(&function.own, "PackageType")
        .and_then(Json::as_str)
        .unwrap_or("Zip");
    if package == "Image" {
        let image = function
            .set("ImageUri")
            .ok_or_else(|| function.problem("'ImageUri' must be set."))?;
        return Ok(json!({ "ImageUri": image }));
    }
    if package != "Zip" {
        return Err(function.problem(format!("invalid 'PackageType' : {package}")));
    }
    let inline = at(&function.own, "InlineCode");
    let mut code = match (inline, at(&function.own, "CodeUri")) {
        (Some(text), _) => json!({ "ZipFile": text }),
        (None, Some(uri)) => s3_location(function.id, uri, "CodeUri")?,
        (None, None) => {
            return Err(function.problem("Only one of 'InlineCode' or 'CodeUri' can be set."));
        }
    };
    if let (Some(key), Some(code)) = (function.set("SourceKMSKeyArn"), code.as_object_mut()) {
        code.insert("SourceKMSKeyArn".to_owned(), key.clone());
    }
    Ok(code)
}

pub(super) fn check_package(function: &Function<'_>, lambda: &Made) -> Result<(), Problem> {
    let has = |name: &str| lambda.properties.get(name).is_some_and(truthy);
    let image = lambda.properties.get("PackageType") == Some(&json!("Image"));
    if image && (has("Handler") || has("Runtime") || has("Layers")) {
        return Err(function.problem(
            "Runtime, Handler, Layers cannot be present when PackageType is of type `Image`",
        ));
    }
    let runs = has("Runtime") && has("Handler");
    if !image && !runs {
        return Err(function
            .problem("Runtime and Handler needs to be present when PackageType is of type `Zip`"));
    }
    if !image && has("ImageConfig") {
        return Err(function.problem(
            "ImageUri or ImageConfig cannot be present when PackageType is of type `Zip`",
        ));
    }
    Ok(())
}

/// Bucket, key and version as Lambda calls them.
pub(in crate::sam) fn s3_location(id: &str, uri: &Json, property: &str) -> Result<Json, Problem> {
    let pointer = if uri.is_object() {
        if set(uri, "Bucket").is_none() || set(uri, "Key").is_none() {
            let reason =
                format!("'{property}' requires Bucket and Key properties to be specified.");
            return Err(Problem::of(id, reason));
        }
        uri.clone()
    } else {
        parse_s3(uri).ok_or_else(|| {
            Problem::of(
                id,
                format!(
                    "'{property}' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter."
                ),
            )
        })?
    };
    let mut code = Map::new();
    for (from, to) in [
        ("Bucket", "S3Bucket"),
        ("Key", "S3Key"),
        ("Version", "S3ObjectVersion"),
    ] {
        if let Some(value) = pointer.get(from) {
            code.insert(to.to_owned(), value.clone());
        }
    }
    Ok(Json::Object(code))
}

/// `s3://bucket/key?versionId=version`
pub(in crate::sam) fn parse_s3(uri: &Json) -> Option<Json> {
    let rest = uri.as_str()?.strip_prefix("s3://")?;
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let rest = rest.split('#').next().unwrap_or_default();
    let (bucket, key) = rest.split_once('/')?;
    if bucket.is_empty() {
        return None;
    }
    let mut pointer = json!({ "Bucket": bucket, "Key": key.trim_start_matches('/') });
    let versions = query
        .split('&')
        .filter_map(|pair| pair.strip_prefix("versionId="));
    if let ([version], Some(pointer)) = (
        versions.collect::<Vec<_>>().as_slice(),
        pointer.as_object_mut(),
    ) {
        pointer.insert("Version".to_owned(), json!(version));
    }
    Some(pointer)
}
