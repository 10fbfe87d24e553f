//! Settings of a stage, which are properties of the stage itself or stand in the `StageDescription` of a deployment.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use wire::apigateway::{GetStage, UpdateStage};

use super::super::values::{items, members, text, text_of};
use super::super::{Failed, Work};
use super::patches::Patches;

/// Where the settings stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Stage,
    /// Settings of all methods stand beside the others here, and tags.
    Deployment,
}

const SCALARS: [(&str, &str); 7] = [
    ("DeploymentId", "/deploymentId"),
    ("Description", "/description"),
    ("CacheClusterEnabled", "/cacheClusterEnabled"),
    ("CacheClusterSize", "/cacheClusterSize"),
    ("ClientCertificateId", "/clientCertificateId"),
    ("DocumentationVersion", "/documentationVersion"),
    ("TracingEnabled", "/tracingEnabled"),
];

const OF_METHODS: [(&str, &str); 8] = [
    ("CacheDataEncrypted", "caching/dataEncrypted"),
    ("CacheTtlInSeconds", "caching/ttlInSeconds"),
    ("CachingEnabled", "caching/enabled"),
    ("DataTraceEnabled", "logging/dataTrace"),
    ("LoggingLevel", "logging/loglevel"),
    ("MetricsEnabled", "metrics/enabled"),
    ("ThrottlingBurstLimit", "throttling/burstLimit"),
    ("ThrottlingRateLimit", "throttling/rateLimit"),
];

const OTHERS: [&str; 4] = [
    "AccessLogSetting",
    "CanarySetting",
    "MethodSettings",
    "Variables",
];
/// What a stage has that is no setting.
const IDENTITY: [&str; 3] = ["RestApiId", "StageName", "Tags"];

/// Makes of the stage what the settings say; `settings` are those before and those now.
pub(super) async fn set(
    work: &Work<'_>,
    (api, stage): (&str, &str),
    whose: Whose,
    (before, now): (&Map<String, Value>, &Map<String, Value>),
) -> Result<(), Failed> {
    refuse_unserved(whose, now)?;
    let input = json!({"restApiId": api, "stageName": stage});
    let current = if before.is_empty() {
        Value::Null
    } else {
        work.call::<GetStage>(input).await?
    };
    let patches = patches(whose, (before, now), &current)?;
    if patches.is_empty() {
        return Ok(());
    }
    let input = json!({"restApiId": api, "stageName": stage, "patchOperations": patches.list()});
    work.call::<UpdateStage>(input).await?;
    Ok(())
}

fn refuse_unserved(whose: Whose, settings: &Map<String, Value>) -> Result<(), Failed> {
    let is_scalar = |name: &str| {
        let known = SCALARS.iter().any(|(known, _)| *known == name);
        known && (whose == Whose::Stage || name != "DeploymentId")
    };
    let of_methods = |name: &str| {
        whose == Whose::Deployment && OF_METHODS.iter().any(|(known, _)| *known == name)
    };
    let is_identity = |name: &str| whose == Whose::Stage && IDENTITY.contains(&name);
    let unserved = settings.keys().find(|name| {
        let known = is_scalar(name) || of_methods(name) || OTHERS.contains(&name.as_str());
        !(known || is_identity(name))
    });
    match unserved {
        Some(name) => Err(Failed::plainly(format!(
            "Encountered unsupported property {name}"
        ))),
        None => Ok(()),
    }
}

fn patches(
    whose: Whose,
    (before, now): (&Map<String, Value>, &Map<String, Value>),
    current: &Value,
) -> Result<Patches, Failed> {
    let mut patches = Patches::default();
    for (property, path) in SCALARS {
        let (was, is) = (before.get(property), now.get(property));
        if was != is {
            patches.replace(path, &is.map(text).unwrap_or_default());
        }
    }
    let of = |property: &str| (members(before.get(property)), members(now.get(property)));
    variables(of("Variables"), &mut patches);
    access_log(of("AccessLogSetting"), &mut patches);
    canary(of("CanarySetting"), &mut patches);
    let of_methods = (methods(whose, before)?, methods(whose, now)?);
    method_settings(of_methods, current, &mut patches);
    Ok(patches)
}

fn variables((before, now): (Map<String, Value>, Map<String, Value>), patches: &mut Patches) {
    for name in before.keys().filter(|name| !now.contains_key(*name)) {
        patches.remove(&format!("/variables/{name}"));
    }
    for (name, value) in &now {
        if before.get(name) != Some(value) {
            patches.replace(&format!("/variables/{name}"), &text(value));
        }
    }
}

fn access_log((before, now): (Map<String, Value>, Map<String, Value>), patches: &mut Patches) {
    if before == now {
        return;
    }
    if now.is_empty() {
        patches.remove("/accessLogSettings");
        return;
    }
    if let Some(arn) = now.get("DestinationArn").map(text) {
        // What GetAtt gives of a log group ends so, and no stage keeps it.
        let arn = arn.strip_suffix(":*").unwrap_or(&arn);
        patches.replace("/accessLogSettings/destinationArn", arn);
    }
    if let Some(format) = now.get("Format") {
        patches.replace("/accessLogSettings/format", &text(format));
    }
}

fn canary((before, now): (Map<String, Value>, Map<String, Value>), patches: &mut Patches) {
    if before == now {
        return;
    }
    if !before.is_empty() {
        patches.remove("/canarySettings");
    }
    for (property, path) in [
        ("DeploymentId", "/canarySettings/deploymentId"),
        ("PercentTraffic", "/canarySettings/percentTraffic"),
        ("UseStageCache", "/canarySettings/useStageCache"),
    ] {
        if let Some(value) = now.get(property) {
            patches.replace(path, &text(value));
        }
    }
    for (name, value) in members(now.get("StageVariableOverrides")) {
        let path = format!("/canarySettings/stageVariableOverrides/{name}");
        patches.replace(&path, &text(&value));
    }
}

type OfMethods = BTreeMap<String, Map<String, Value>>;

/// The settings by the path that a patch names their methods with.
fn methods(whose: Whose, settings: &Map<String, Value>) -> Result<OfMethods, Failed> {
    let mut found = OfMethods::new();
    if whose == Whose::Deployment {
        let of_all = OF_METHODS
            .iter()
            .filter_map(|(name, _)| Some(((*name).to_owned(), settings.get(*name)?.clone())));
        let of_all: Map<String, Value> = of_all.collect();
        if !of_all.is_empty() {
            found.insert("*/*".to_owned(), of_all);
        }
    }
    for item in items(settings.get("MethodSettings")) {
        let key = format!(
            "{}/{}",
            resource_path(&text_of(item, "ResourcePath")),
            text_of(item, "HttpMethod")
        );
        let mut own = members(Some(item));
        own.remove("ResourcePath");
        own.remove("HttpMethod");
        let unknown = own
            .keys()
            .find(|name| OF_METHODS.iter().all(|(known, _)| known != name));
        if let Some(unknown) = unknown {
            return Err(Failed::plainly(format!(
                "Encountered unsupported property {unknown}"
            )));
        }
        found.entry(key).or_default().extend(own);
    }
    Ok(found)
}

/// "/*" stands for all, "/" for the root; another path has its slashes as `~1` behind a first one that is as it is
/// (API Gateway template reference, "Stage MethodSetting"), or as people write paths.
fn resource_path(path: &str) -> String {
    let path = path.strip_prefix('/').unwrap_or(path);
    match path {
        "*" => "*".to_owned(),
        encoded if encoded.starts_with("~1") => encoded.to_owned(),
        plain => format!("~1{}", plain.replace('/', "~1")),
    }
}

fn method_settings((before, now): (OfMethods, OfMethods), current: &Value, patches: &mut Patches) {
    let current = members(current.get("methodSettings"));
    for (key, was) in &before {
        let is_whole = now.get(key).is_some_and(|is| {
            let mut names = was.keys();
            names.all(|name| is.contains_key(name))
        });
        let is_there = current
            .keys()
            .any(|known| known.trim_start_matches('/') == key);
        if !is_whole && is_there {
            patches.remove(&format!("/{key}"));
        }
    }
    for (key, settings) in &now {
        if before.get(key) == Some(settings) {
            continue;
        }
        for (name, path) in OF_METHODS {
            if let Some(value) = settings.get(name) {
                patches.replace(&format!("/{key}/{path}"), &text(value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &Value, now: &Value, current: &Value, expected: &Value) {
        let (before, now) = (members(Some(before)), members(Some(now)));
        let patches = patches(Whose::Stage, (&before, &now), current).unwrap();
        let told: Vec<String> = items(Some(&patches.list()))
            .iter()
            .map(|patch| {
                let [op, path, value] = ["op", "path", "value"].map(|name| text_of(patch, name));
                format!("{op} {path} {value}")
            })
            .collect();
        assert_eq!(json!(told), *expected);
    }

    #[test]
    fn what_changed_is_told_and_nothing_else() {
        check(
            &json!({"Description": "a", "TracingEnabled": true, "Variables": {"x": "1", "y": "2"}}),
            &json!({"Description": "b", "TracingEnabled": true, "Variables": {"y": "3"}}),
            &Value::Null,
            &json!([
                "replace /description b",
                "remove /variables/x ",
                "replace /variables/y 3"
            ]),
        );
        check(
            &json!({"AccessLogSetting": {"DestinationArn": "a", "Format": "f"}}),
            &json!({}),
            &Value::Null,
            &json!(["remove /accessLogSettings "]),
        );
        check(
            &json!({}),
            &json!({"AccessLogSetting": {"DestinationArn": "arn:aws:logs:r:1:log-group:g:*"}}),
            &Value::Null,
            &json!(["replace /accessLogSettings/destinationArn arn:aws:logs:r:1:log-group:g"]),
        );
        check(
            &json!({"CanarySetting": {"PercentTraffic": 5}}),
            &json!({"CanarySetting": {"PercentTraffic": 6, "StageVariableOverrides": {"a": "b"}}}),
            &Value::Null,
            &json!([
                "remove /canarySettings ",
                "replace /canarySettings/percentTraffic 6",
                "replace /canarySettings/stageVariableOverrides/a b",
            ]),
        );
    }

    #[test]
    fn settings_of_methods_go_where_they_are_listed_no_longer() {
        let setting = |path: &str, name: &str| {
            let mut item = json!({"ResourcePath": path, "HttpMethod": "GET"});
            super::super::super::put(&mut item, name, true);
            item
        };
        check(
            &json!({"MethodSettings": [setting("/a", "MetricsEnabled"), setting("/*", "MetricsEnabled")]}),
            &json!({"MethodSettings": [setting("/*", "CachingEnabled")]}),
            &json!({"methodSettings": {"~1a/GET": {}, "*/GET": {}}}),
            &json!([
                "remove /*/GET ",
                "remove /~1a/GET ",
                "replace /*/GET/caching/enabled true",
            ]),
        );
    }

    #[test]
    fn paths_of_resources_are_written_in_three_ways() {
        for (path, expected) in [
            ("/*", "*"),
            ("/", "~1"),
            ("/~1pets~1{id}", "~1pets~1{id}"),
            ("/pets/{id}", "~1pets~1{id}"),
            ("pets", "~1pets"),
        ] {
            assert_eq!(resource_path(path), expected, "{path}");
        }
    }

    #[test]
    fn a_setting_that_is_not_served_is_named() {
        let settings = members(Some(&json!({"Description": "a", "Colour": "b"})));
        let refused = refuse_unserved(Whose::Deployment, &settings).unwrap_err();
        assert_eq!(refused.message, "Encountered unsupported property Colour");
    }
}
