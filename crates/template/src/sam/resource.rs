//! What is generated: one resource of CloudFormation's.

use serde_json::json;

use super::values::{Json, Map, reference, tags};

/// Attributes that go from a SAM resource to everything that it becomes.
const PASSED: [&str; 3] = ["Condition", "DeletionPolicy", "UpdateReplacePolicy"];
/// Attributes that go to the one resource that stands for it.
const KEPT: [&str; 5] = [
    "DeletionPolicy",
    "UpdatePolicy",
    "Condition",
    "UpdateReplacePolicy",
    "Metadata",
];
/// Types whose tags are a list of keys and values.
const TAGGED: [&str; 15] = [
    "AWS::Lambda::Function",
    "AWS::IAM::Role",
    "AWS::SQS::Queue",
    "AWS::SNS::Topic",
    "AWS::S3::Bucket",
    "AWS::ApiGateway::RestApi",
    "AWS::ApiGateway::Stage",
    "AWS::ApiGateway::UsagePlan",
    "AWS::ApiGateway::ApiKey",
    "AWS::ApiGateway::DomainName",
    "AWS::ApiGateway::DomainNameV2",
    "AWS::ApiGateway::DomainNameAccessAssociation",
    "AWS::IoT::TopicRule",
    "AWS::DynamoDB::Table",
    "AWS::CloudFormation::Stack",
];

#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) depends_on: Option<Json>,
    pub(super) attributes: Map,
    pub(super) properties: Map,
}

impl Made {
    pub(super) fn new(id: impl Into<String>, kind: &'static str, attributes: Map) -> Self {
        Self {
            id: id.into(),
            kind,
            depends_on: None,
            attributes,
            properties: Map::new(),
        }
    }

    pub(super) fn with(mut self, name: &str, value: impl Into<Option<Json>>) -> Self {
        self.put(name, value);
        self
    }

    /// Sets a property; nothing and null leave it out.
    pub(super) fn put(&mut self, name: &str, value: impl Into<Option<Json>>) {
        match value.into() {
            Some(value) if !value.is_null() => self.properties.insert(name.to_owned(), value),
            Some(_) | None => self.properties.remove(name),
        };
    }

    /// Takes over properties that the SAM resource has under the same names.
    pub(super) fn take(&mut self, from: &Map, names: &[&str]) {
        for name in names {
            self.put(name, from.get(*name).cloned());
        }
    }

    pub(super) fn depends_on(mut self, needed: impl Into<Option<Json>>) -> Self {
        self.depends_on = needed.into();
        self
    }

    pub(super) fn reference(&self) -> Json {
        reference(&self.id)
    }

    pub(super) fn tag(&mut self, with: &Json) {
        if TAGGED.contains(&self.kind) {
            self.put("Tags", Json::Array(tags(Some(with))));
        }
    }

    pub(super) fn into_json(self) -> Json {
        let mut whole = Map::new();
        whole.insert("Type".to_owned(), json!(self.kind));
        if let Some(needed) = self.depends_on.filter(super::values::truthy) {
            whole.insert("DependsOn".to_owned(), needed);
        }
        whole.extend(self.attributes);
        whole.insert("Properties".to_owned(), Json::Object(self.properties));
        Json::Object(whole)
    }
}

/// The attributes of a SAM resource that go to everything that it becomes.
pub(super) fn passed(resource: &Json) -> Map {
    chosen(resource, &PASSED)
}

pub(super) fn passed_of(attributes: &Map) -> Map {
    let mut chosen = attributes.clone();
    chosen.retain(|name, _| PASSED.contains(&name.as_str()));
    chosen
}

pub(super) fn kept(resource: &Json) -> Map {
    chosen(resource, &KEPT)
}

fn chosen(resource: &Json, names: &[&str]) -> Map {
    let found = names
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), resource.get(*name)?.clone())));
    found.collect()
}
