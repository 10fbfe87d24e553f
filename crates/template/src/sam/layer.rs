//! `AWS::Serverless::LayerVersion`: a layer whose id changes with what it says, so that old versions can stay.

use serde_json::json;

use super::function::code::s3_location;
use super::hash;
use super::resource::{Made, kept, passed};
use super::translator::{Problem, Translator};
use super::values::{Json, Map, at, is_function};

pub(super) const KNOWN: [&str; 8] = [
    "LayerName",
    "Description",
    "PublishLambdaVersion",
    "ContentUri",
    "CompatibleArchitectures",
    "CompatibleRuntimes",
    "LicenseInfo",
    "RetentionPolicy",
];
/// What doesn't make another layer.
const UNHASHED: [&str; 3] = ["DeletionPolicy", "UpdateReplacePolicy", "Metadata"];

impl Translator<'_> {
    pub(super) fn layer(&self, id: &str, resource: &Json, own: &Map) -> Result<Vec<Made>, Problem> {
        let mut own = own.clone();
        for name in ["LayerName", "LicenseInfo", "Description", "RetentionPolicy"] {
            if let Some(value) = own.get_mut(name) {
                *value = self.values.resolved(value);
            }
        }
        let mut attributes = passed(resource);
        let retention = retention(id, at(&own, "RetentionPolicy"))?;
        attributes
            .entry("DeletionPolicy")
            .or_insert_with(|| json!("Retain"));
        if let Some(retention) = retention {
            attributes.insert("DeletionPolicy".to_owned(), json!(retention));
        }
        let new_id = hash::id(id, &json!({ id: hashed(resource, &own) }));
        let content = at(&own, "ContentUri").ok_or_else(|| Problem::missing(id, "ContentUri"))?;
        let mut layer = Made::new(new_id, "AWS::Lambda::LayerVersion", attributes)
            .depends_on(resource.get("DependsOn").cloned())
            .with("Content", s3_location(id, content, "ContentUri")?);
        layer.take(
            &own,
            &[
                "LayerName",
                "Description",
                "CompatibleArchitectures",
                "CompatibleRuntimes",
                "LicenseInfo",
            ],
        );
        if at(&own, "LayerName").is_none() {
            layer.put("LayerName", json!(id));
        }
        Ok(vec![layer])
    }
}

fn hashed(resource: &Json, own: &Map) -> Json {
    let mut whole = Map::new();
    whole.insert("Type".to_owned(), json!("AWS::Serverless::LayerVersion"));
    if let Some(needed) = resource.get("DependsOn") {
        whole.insert("DependsOn".to_owned(), needed.clone());
    }
    whole.extend(kept(resource));
    for name in UNHASHED {
        whole.remove(name);
    }
    let mut properties = own.clone();
    properties.retain(|name, value| KNOWN.contains(&name.as_str()) && !value.is_null());
    whole.insert("Properties".to_owned(), Json::Object(properties));
    Json::Object(whole)
}

fn retention(id: &str, policy: Option<&Json>) -> Result<Option<&'static str>, Problem> {
    let options = "['Retain', 'Delete']";
    let Some(policy) = policy else {
        return Ok(None);
    };
    if is_function(policy) {
        let reason = format!(
            "'RetentionPolicy' does not accept intrinsic functions, please use one of the following options: {options}"
        );
        return Err(Problem::of(id, reason));
    }
    let named = policy.as_str().map(str::to_lowercase);
    match named.as_deref() {
        Some("retain") => Ok(Some("Retain")),
        Some("delete") => Ok(Some("Delete")),
        _ => Err(Problem::of(
            id,
            format!("'RetentionPolicy' must be one of the following options: {options}."),
        )),
    }
}
