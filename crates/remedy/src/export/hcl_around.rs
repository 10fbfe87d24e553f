//! The blocks of a Terraform configuration that stand around an API.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::json;

use super::Estate;
use super::hcl::{API, block, string, unused};
use super::surroundings::{Domain, Key, Mapping, MethodSettings, Plan, Throttle};
use crate::quoting::{hcl, hcl_name};

const STAGE: &str = "aws_api_gateway_stage.stage.stage_name";

type Arguments = Vec<(&'static str, String)>;

/// Of the stage itself.
pub(super) fn arguments(estate: &Estate) -> Arguments {
    let settings = &estate.around.stage;
    let mut arguments = Vec::new();
    let text = |text: &Option<String>| text.as_deref().map(string);
    arguments.extend(text(&settings.description).map(|text| ("description", text)));
    if settings.documentation_version.is_some() {
        let version = "aws_api_gateway_documentation_version.api.version";
        arguments.push(("documentation_version", version.to_owned()));
    }
    if let Some(size) = &settings.cache_size {
        arguments.push(("cache_cluster_enabled", "true".to_owned()));
        arguments.push(("cache_cluster_size", string(size)));
    }
    if settings.tracing {
        arguments.push(("xray_tracing_enabled", "true".to_owned()));
    }
    if !settings.tags.is_empty() {
        arguments.push(("tags", hcl(&json!(settings.tags))));
    }
    arguments
}

pub(super) fn access_log(estate: &Estate) -> String {
    let log = estate.around.stage.access_log.as_ref();
    log.map_or_else(String::new, |log| {
        let arguments = [
            ("destination_arn", string(&log.destination)),
            ("format", string(&log.format)),
        ];
        nested("access_log_settings", &arguments, "")
    })
}

pub(super) fn blocks(estate: &Estate, names: &mut BTreeSet<String>) -> String {
    let around = &estate.around;
    let mut text = String::new();
    if let Some(version) = &around.stage.documentation_version {
        let arguments = [
            ("rest_api_id", format!("{API}.id")),
            ("version", string(version)),
        ];
        let kind = "aws_api_gateway_documentation_version";
        text.push_str(&block(kind, "api", &arguments, ""));
    }
    for method in &around.stage.methods {
        text.push_str(&method_settings(method, names));
    }
    for plan in &around.plans {
        text.push_str(&usage_plan(plan, names));
    }
    for domain in &around.domains {
        text.push_str(&domain_blocks(domain, names));
    }
    text
}

fn nested(name: &str, arguments: &[(&str, String)], inner: &str) -> String {
    let mut text = format!("  {name} {{\n");
    for (argument, value) in arguments {
        let _ = writeln!(text, "    {argument} = {value}");
    }
    text.push_str(inner);
    text.push_str("  }\n");
    text
}

/// The provider wants no slash in front, and the root as `~1`.
fn method_settings(method: &MethodSettings, names: &mut BTreeSet<String>) -> String {
    let path = match method.path.as_str() {
        "/" => "~1",
        path => path.trim_start_matches('/'),
    };
    let path = format!("{path}/{}", method.verb);
    let settings: Vec<_> = method
        .said()
        .map(|(setting, value)| (setting.argument, hcl(value)))
        .collect();
    let arguments = [
        ("rest_api_id", format!("{API}.id")),
        ("stage_name", STAGE.to_owned()),
        ("method_path", string(&path)),
    ];
    let every = if method.path == "*" { "all" } else { &path };
    let name = unused(names, &hcl_name(&format!("settings_{every}")));
    let settings = nested("settings", &settings, "");
    block(
        "aws_api_gateway_method_settings",
        &name,
        &arguments,
        &settings,
    )
}

fn limits(throttle: &Throttle) -> Arguments {
    vec![
        ("rate_limit", hcl(&throttle.rate)),
        ("burst_limit", hcl(&throttle.burst)),
    ]
}

fn usage_plan(plan: &Plan, names: &mut BTreeSet<String>) -> String {
    let name = unused(names, &hcl_name(&plan.name));
    let mut arguments = vec![("name", string(&plan.name))];
    let description = plan.description.as_deref();
    arguments.extend(description.map(|text| ("description", string(text))));
    let mut methods = String::new();
    for (method, throttle) in &plan.methods {
        let mut inner = vec![("path", string(method))];
        inner.extend(limits(throttle));
        let block = nested("throttle", &inner, "");
        methods.extend(block.lines().map(|line| format!("  {line}\n")));
    }
    let stage = [("api_id", format!("{API}.id")), ("stage", STAGE.to_owned())];
    let mut inner = nested("api_stages", &stage, &methods);
    if let Some(throttle) = &plan.throttle {
        inner.push_str(&nested("throttle_settings", &limits(throttle), ""));
    }
    if let Some(quota) = &plan.quota {
        let quota = [
            ("limit", hcl(&quota.limit)),
            ("offset", hcl(&quota.offset)),
            ("period", string(&quota.period)),
        ];
        inner.push_str(&nested("quota_settings", &quota, ""));
    }
    let mut text = block("aws_api_gateway_usage_plan", &name, &arguments, &inner);
    for key in &plan.keys {
        text.push_str(&api_key(key, &name, names));
    }
    text
}

fn api_key(key: &Key, plan: &str, names: &mut BTreeSet<String>) -> String {
    let name = unused(names, &hcl_name(&key.name));
    let mut arguments = vec![
        ("name", string(&key.name)),
        ("enabled", key.enabled.to_string()),
    ];
    let (description, value) = (key.description.as_deref(), key.value.as_deref());
    arguments.extend(description.map(|text| ("description", string(text))));
    arguments.extend(value.map(|text| ("value", string(text))));
    let mut text = block("aws_api_gateway_api_key", &name, &arguments, "");
    let arguments = [
        ("key_id", format!("aws_api_gateway_api_key.{name}.id")),
        ("key_type", string("API_KEY")),
        (
            "usage_plan_id",
            format!("aws_api_gateway_usage_plan.{plan}.id"),
        ),
    ];
    let of_plan = unused(names, &format!("{plan}_{name}"));
    text.push_str(&block(
        "aws_api_gateway_usage_plan_key",
        &of_plan,
        &arguments,
        "",
    ));
    text
}

fn domain_blocks(domain: &Domain, names: &mut BTreeSet<String>) -> String {
    let name = unused(names, &hcl_name(&domain.name));
    let mut arguments = vec![
        ("domain_name", string(&domain.name)),
        ("security_policy", string(&domain.security_policy)),
    ];
    let certificate = if domain.is_regional() {
        "regional_certificate_arn"
    } else {
        "certificate_arn"
    };
    let arn = domain.certificate.as_deref();
    arguments.extend(arn.map(|arn| (certificate, string(arn))));
    let types = format!("[{}]", string(&domain.endpoint_type));
    let mut inner = nested("endpoint_configuration", &[("types", types)], "");
    if let Some(uri) = &domain.truststore {
        let mutual = [("truststore_uri", string(uri))];
        inner.push_str(&nested("mutual_tls_authentication", &mutual, ""));
    }
    let mut text = block("aws_api_gateway_domain_name", &name, &arguments, &inner);
    for mapping in &domain.mappings {
        text.push_str(&mapped(&name, mapping, names));
    }
    text
}

fn mapped(domain: &str, mapping: &Mapping, names: &mut BTreeSet<String>) -> String {
    let name = hcl_name(&format!("{domain}_{}", mapping.base_path));
    let name = unused(names, &name);
    let domain = format!("aws_api_gateway_domain_name.{domain}.domain_name");
    if mapping.is_deep() {
        let arguments = [
            ("api_id", format!("{API}.id")),
            ("stage", STAGE.to_owned()),
            ("domain_name", domain),
            ("api_mapping_key", string(&mapping.base_path)),
        ];
        return block("aws_apigatewayv2_api_mapping", &name, &arguments, "");
    }
    let mut arguments = vec![("api_id", format!("{API}.id")), ("domain_name", domain)];
    if mapping.staged {
        arguments.push(("stage_name", STAGE.to_owned()));
    }
    if !mapping.base_path.is_empty() {
        arguments.push(("base_path", string(&mapping.base_path)));
    }
    block("aws_api_gateway_base_path_mapping", &name, &arguments, "")
}
