//! Configurations of a bucket, whose members have other names in templates than in the API (Amazon S3 template
//! reference, "AWS::S3::Bucket").

use serde_json::{Map, Value, json};

use super::super::Failed;
use super::super::values::{items, members};

/// Renames members; what is not listed is refused by name.
fn renamed(given: &Value, names: &[(&str, &str)]) -> Result<Map<String, Value>, Failed> {
    let mut renamed = Map::new();
    for (name, value) in members(Some(given)) {
        let known = names.iter().find(|(known, _)| *known == name);
        let (_, own) = known.ok_or_else(|| unserved(&name))?;
        renamed.insert((*own).to_owned(), value);
    }
    Ok(renamed)
}

fn unserved(name: &str) -> Failed {
    Failed::plainly(format!("Encountered unsupported property {name}"))
}

pub(super) fn encryption(given: &Value) -> Result<Value, Failed> {
    let rules = items(given.get("ServerSideEncryptionConfiguration")).iter();
    let names = [
        ("BucketKeyEnabled", "BucketKeyEnabled"),
        (
            "ServerSideEncryptionByDefault",
            "ApplyServerSideEncryptionByDefault",
        ),
    ];
    let rules: Result<Vec<_>, Failed> = rules.map(|rule| renamed(rule, &names)).collect();
    Ok(json!({"Rules": rules?}))
}

pub(super) fn cors(given: &Value) -> Result<Value, Failed> {
    let names = [
        ("AllowedHeaders", "AllowedHeaders"),
        ("AllowedMethods", "AllowedMethods"),
        ("AllowedOrigins", "AllowedOrigins"),
        ("ExposedHeaders", "ExposeHeaders"),
        ("Id", "ID"),
        ("MaxAge", "MaxAgeSeconds"),
    ];
    let rules = items(given.get("CorsRules")).iter();
    let rules: Result<Vec<_>, Failed> = rules.map(|rule| renamed(rule, &names)).collect();
    Ok(json!({"CORSRules": rules?}))
}

pub(super) fn lifecycle(given: &Value) -> Result<Value, Failed> {
    let rules = items(given.get("Rules")).iter().map(lifecycle_rule);
    let rules: Result<Vec<_>, Failed> = rules.collect();
    Ok(json!({"Rules": rules?}))
}

fn lifecycle_rule(given: &Value) -> Result<Value, Failed> {
    let mut rule = json!({"Filter": {"Prefix": ""}});
    let mut expiration = Map::new();
    let mut put = |name: &str, value: Value| super::super::put(&mut rule, name, value);
    for (name, value) in members(Some(given)) {
        match name.as_str() {
            "Id" => put("ID", value),
            "Status" | "AbortIncompleteMultipartUpload" | "NoncurrentVersionExpiration" => {
                put(&name, value);
            }
            "Prefix" => put("Filter", json!({"Prefix": value})),
            "NoncurrentVersionExpirationInDays" => {
                put(
                    "NoncurrentVersionExpiration",
                    json!({"NoncurrentDays": value}),
                );
            }
            "ExpirationInDays" => {
                expiration.insert("Days".to_owned(), value);
            }
            "ExpirationDate" => {
                expiration.insert("Date".to_owned(), value);
            }
            "ExpiredObjectDeleteMarker" => {
                expiration.insert(name, value);
            }
            unknown => return Err(unserved(unknown)),
        }
    }
    if !expiration.is_empty() {
        put("Expiration", Value::Object(expiration));
    }
    Ok(rule)
}

/// `PublicRead` is `public-read`.
pub(super) fn canned_acl(name: &str) -> String {
    let mut acl = String::new();
    for (at, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && at > 0 {
            acl.push('-');
        }
        acl.push(letter.to_ascii_lowercase());
    }
    acl
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_api() {
        assert_eq!(
            lifecycle(&json!({"Rules": [{
                "Id": "old", "Status": "Enabled", "ExpirationInDays": 3,
                "NoncurrentVersionExpirationInDays": 30,
            }]}))
            .unwrap(),
            json!({"Rules": [{
                "ID": "old", "Status": "Enabled", "Filter": {"Prefix": ""},
                "Expiration": {"Days": 3},
                "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
            }]})
        );
        assert_eq!(
            cors(&json!({"CorsRules": [{"AllowedMethods": ["GET"], "MaxAge": 1}]})).unwrap(),
            json!({"CORSRules": [{"AllowedMethods": ["GET"], "MaxAgeSeconds": 1}]})
        );
        let unknown = json!({"Rules": [{"Status": "Enabled", "TagFilters": []}]});
        assert_eq!(
            lifecycle(&unknown).unwrap_err().message,
            "Encountered unsupported property TagFilters"
        );
        assert_eq!(
            canned_acl("BucketOwnerFullControl"),
            "bucket-owner-full-control"
        );
    }
}
