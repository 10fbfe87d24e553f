//! The part of a script that makes what stands around an API.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Estate;
use super::script::{joined, json_of};
use super::surroundings::{Domain, Key, Mapping, Plan, Throttle};
use crate::quoting::shell;

pub(super) fn surroundings(estate: &Estate) -> String {
    let mut text = stage(estate);
    for plan in &estate.around.plans {
        text.push_str(&make_plan(estate, plan));
    }
    for domain in &estate.around.domains {
        text.push_str(&make_domain(estate, domain));
    }
    text
}

fn stage(estate: &Estate) -> String {
    let settings = &estate.around.stage;
    let mut text = String::new();
    if let Some(version) = &settings.documentation_version {
        let _ = write!(
            text,
            "\naws apigateway create-documentation-version --rest-api-id \"$api\" \
             --documentation-version {} >/dev/null\n",
            shell(version)
        );
    }
    let patches = patches(estate);
    if !patches.is_empty() {
        let _ = write!(
            text,
            "\naws apigateway update-stage --rest-api-id \"$api\" --stage-name {} \
             --patch-operations {} >/dev/null\n",
            shell(&estate.stage),
            json_of(&Value::Array(patches))
        );
    }
    if !settings.tags.is_empty() {
        let before = format!("arn:aws:apigateway:{}::/restapis/", estate.region);
        let arn = joined(&before, "$api", &format!("/stages/{}", estate.stage));
        let _ = writeln!(
            text,
            "aws apigateway tag-resource --resource-arn {arn} --tags {}",
            json_of(&json!(settings.tags))
        );
    }
    text
}

fn patches(estate: &Estate) -> Vec<Value> {
    let settings = &estate.around.stage;
    let mut patches = Vec::new();
    let mut put = |path: &str, value: &str| {
        patches.push(json!({"op": "replace", "path": path, "value": value}));
    };
    if let Some(description) = &settings.description {
        put("/description", description);
    }
    if let Some(version) = &settings.documentation_version {
        put("/documentationVersion", version);
    }
    if let Some(size) = &settings.cache_size {
        put("/cacheClusterEnabled", "true");
        put("/cacheClusterSize", size);
    }
    if settings.tracing {
        put("/tracingEnabled", "true");
    }
    if let Some(log) = &settings.access_log {
        put("/accessLogSettings/destinationArn", &log.destination);
        put("/accessLogSettings/format", &log.format);
    }
    for method in &settings.methods {
        for (setting, value) in method.said() {
            let path = format!("/{}/{}/{}", method.encoded(), method.verb, setting.patch);
            put(&path, &plain(value));
        }
    }
    patches
}

/// A value of JSON as a patch spells it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn limits(throttle: &Throttle) -> Value {
    json!({"rateLimit": throttle.rate, "burstLimit": throttle.burst})
}

fn make_plan(estate: &Estate, plan: &Plan) -> String {
    let mut text = format!(
        "\nplan=$(aws apigateway create-usage-plan --name {}",
        shell(&plan.name)
    );
    if let Some(description) = &plan.description {
        let _ = write!(text, " --description {}", shell(description));
    }
    if let Some(throttle) = &plan.throttle {
        let _ = write!(text, " --throttle {}", json_of(&limits(throttle)));
    }
    if let Some(quota) = &plan.quota {
        let quota = json!({
            "limit": quota.limit, "offset": quota.offset, "period": quota.period,
        });
        let _ = write!(text, " --quota {}", json_of(&quota));
    }
    let _ = writeln!(
        text,
        " --api-stages {} --query id --output text)",
        stages_of(estate, plan)
    );
    for key in &plan.keys {
        text.push_str(&make_key(key));
    }
    text
}

/// One word with the new API's id in it.
fn stages_of(estate: &Estate, plan: &Plan) -> String {
    let throttle = plan.methods.iter();
    let throttle: serde_json::Map<_, _> = throttle
        .map(|(method, throttle)| (method.clone(), limits(throttle)))
        .collect();
    let mut rest = json!({"stage": estate.stage});
    if let (Some(members), false) = (rest.as_object_mut(), throttle.is_empty()) {
        members.insert("throttle".to_owned(), Value::Object(throttle));
    }
    let rest = rest.to_string();
    let rest = rest.strip_prefix('{').unwrap_or(&rest);
    joined("[{\"apiId\":\"", "$api", &format!("\",{rest}]"))
}

fn make_key(key: &Key) -> String {
    let mut text = format!(
        "key=$(aws apigateway create-api-key --name {}",
        shell(&key.name)
    );
    if let Some(description) = &key.description {
        let _ = write!(text, " --description {}", shell(description));
    }
    if let Some(value) = &key.value {
        let _ = write!(text, " --value {}", shell(value));
    }
    let enabled = if key.enabled { "enabled" } else { "no-enabled" };
    let _ = write!(
        text,
        " --{enabled} --query id --output text)\n\
         aws apigateway create-usage-plan-key --usage-plan-id \"$plan\" --key-id \"$key\" \
         --key-type API_KEY >/dev/null\n"
    );
    text
}

/// A domain that is there is left as it is.
fn make_domain(estate: &Estate, domain: &Domain) -> String {
    let name = shell(&domain.name);
    let mut text = format!(
        "\nif ! aws apigateway get-domain-name --domain-name {name} >/dev/null 2>&1; then\n  aws \
         apigateway create-domain-name --domain-name {name} --endpoint-configuration types={} \
         --security-policy {}",
        domain.endpoint_type, domain.security_policy
    );
    if let Some(certificate) = &domain.certificate {
        let option = if domain.is_regional() {
            "regional-certificate-arn"
        } else {
            "certificate-arn"
        };
        let _ = write!(text, " --{option} {}", shell(certificate));
    }
    if let Some(truststore) = &domain.truststore {
        let mutual = json!({"truststoreUri": truststore});
        let _ = write!(text, " --mutual-tls-authentication {}", json_of(&mutual));
    }
    text.push_str(" >/dev/null\nfi\n");
    for mapping in &domain.mappings {
        text.push_str(&make_mapping(estate, &name, mapping));
    }
    text
}

fn make_mapping(estate: &Estate, domain: &str, mapping: &Mapping) -> String {
    let path = shell(&mapping.base_path);
    let stage = shell(&estate.stage);
    if mapping.is_deep() {
        return format!(
            "aws apigatewayv2 create-api-mapping --domain-name {domain} --api-id \"$api\" --stage \
             {stage} --api-mapping-key {path} >/dev/null\n"
        );
    }
    let path = if mapping.base_path.is_empty() {
        String::new()
    } else {
        format!(" --base-path {path}")
    };
    let stage = if mapping.staged {
        format!(" --stage {stage}")
    } else {
        String::new()
    };
    format!(
        "aws apigateway create-base-path-mapping --domain-name {domain} --rest-api-id \
         \"$api\"{stage}{path} >/dev/null\n"
    )
}
