//! `AutoPublishAlias`: a version whose id changes with the code, and an alias that follows it.

use serde_json::json;

use super::Function;
use crate::sam::hash;
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, Map, at, attribute, referenced, set, shown, truthy};

impl Translator<'_> {
    /// The alias, if one is published; its version goes to `extra`.
    pub(super) fn published(
        &self,
        function: &Function<'_>,
        lambda: &mut Made,
        extra: &mut Vec<Made>,
    ) -> Result<Option<Made>, Problem> {
        let Some(given) = function.set("AutoPublishAlias") else {
            return Ok(None);
        };
        let Json::String(name) = self.values.resolved(given) else {
            return Err(function
                .problem("'AutoPublishAlias' must be a string or a Ref to a template parameter"));
        };
        let digest = self.code_digest(function)?;
        if let Some(digest) = &digest {
            self.describe(function, lambda, digest);
        }
        let version = self.version(function, lambda, digest.as_deref());
        let alias = alias(function, lambda, &version, &name)?;
        extra.push(version);
        Ok(Some(alias))
    }

    fn code_digest(&self, function: &Function<'_>) -> Result<Option<String>, Problem> {
        let Some(given) = function.set("AutoPublishCodeSha256") else {
            return Ok(None);
        };
        match self.values.resolved(given) {
            Json::String(text) => Ok(Some(text)),
            _ => Err(function.problem("AutoPublishCodeSha256 must be a string")),
        }
    }

    /// Lambda makes a new version only of a function that has changed: its description does.
    fn describe(&self, function: &Function<'_>, lambda: &mut Made, digest: &str) {
        let given = at(&function.own, "Description").map(|given| self.values.resolved(given));
        let described = match given.filter(truthy) {
            None => json!(digest),
            Some(Json::String(text)) => json!(format!("{text} {digest}")),
            Some(other) => json!({ "Fn::Join": [" ", [other, digest]] }),
        };
        lambda.put("Description", described);
    }

    fn version(&self, function: &Function<'_>, lambda: &Made, digest: Option<&str>) -> Made {
        let prefix = format!("{}Version", function.id);
        let id = match digest.filter(|digest| !digest.is_empty()) {
            Some(digest) => {
                let short: String = digest.chars().take(10).collect();
                format!("{prefix}{short}")
            }
            None => hash::id(&prefix, &Json::Object(self.hashed(function, lambda))),
        };
        let mut attributes = function.passed();
        let retained = at(&function.own, "VersionDeletionPolicy").cloned();
        attributes
            .entry("DeletionPolicy")
            .or_insert_with(|| retained.unwrap_or_else(|| json!("Retain")));
        Made::new(id, "AWS::Lambda::Version", attributes)
            .with("FunctionName", lambda.reference())
            .with(
                "Description",
                at(&function.own, "VersionDescription").cloned(),
            )
    }

    /// What makes another version.
    fn hashed(&self, function: &Function<'_>, lambda: &Made) -> Map {
        if function.set("AutoPublishAliasAllProperties").is_some() {
            let mut all = lambda.properties.clone();
            let layers = lambda.properties.get("Layers").and_then(Json::as_array);
            for layer in layers.into_iter().flatten().filter_map(referenced) {
                let properties = self
                    .out
                    .get(layer)
                    .and_then(|layer| layer.get("Properties"));
                let publishes = properties.filter(|own| set(own, "PublishLambdaVersion").is_some());
                if let Some(properties) = publishes {
                    all.insert(layer.to_owned(), properties.clone());
                }
            }
            return all;
        }
        let code = lambda.properties.get("Code").cloned().unwrap_or_default();
        let mut all = match self.values.resolved(&code) {
            Json::Object(members) => members,
            _ => Map::new(),
        };
        if let Some(Json::Object(environment)) = function.set("Environment") {
            all.extend(environment.clone());
        }
        if let Some(memory) = function.set("MemorySize") {
            all.insert("MemorySize".to_owned(), memory.clone());
        }
        if let Some(snap) = function.set("SnapStart") {
            let on = snap.get("ApplyOn").map(shown);
            if on.is_some_and(|on| on != "None") {
                all.insert("SnapStart".to_owned(), snap.clone());
            }
        }
        all
    }
}

fn alias(
    function: &Function<'_>,
    lambda: &Made,
    version: &Made,
    name: &str,
) -> Result<Made, Problem> {
    let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let number = name.bytes().all(|byte| byte.is_ascii_digit());
    if name.is_empty() {
        return Err(function.problem("Alias name is required to create an alias"));
    }
    if number || !name.chars().all(known) {
        return Err(function.problem(format!(
            "AutoPublishAlias name ('{name}') must contain only alphanumeric characters, hyphens, or underscores matching (?!^[0-9]+$)([a-zA-Z0-9-_]+) pattern."
        )));
    }
    let plain = name.replace('-', "D").replace('_', "U");
    let id = format!("{}Alias{plain}", function.id);
    Ok(Made::new(id, "AWS::Lambda::Alias", function.passed())
        .with("Name", json!(name))
        .with("FunctionName", lambda.reference())
        .with("FunctionVersion", attribute(&version.id, "Version"))
        .with(
            "ProvisionedConcurrencyConfig",
            function.set("ProvisionedConcurrencyConfig").cloned(),
        ))
}
