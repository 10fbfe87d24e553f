//! The resources of a template that stand around an API.

use serde_json::{Map, Value, json};

use super::Estate;
use super::surroundings::{Domain, Key, Mapping, MethodSettings, Plan, Throttle};
use super::template::unused;
use crate::quoting::logical_id;

type Resources = Map<String, Value>;

fn put(properties: &mut Value, name: &str, value: Option<Value>) {
    if let Some(members) = properties.as_object_mut() {
        members.extend(value.map(|value| (name.to_owned(), value)));
    }
}

/// Of `AWS::ApiGateway::Stage`.
pub(super) fn settings(stage: &mut Value, estate: &Estate) {
    let settings = &estate.around.stage;
    let text = |text: &Option<String>| text.as_ref().map(|text| json!(text));
    put(stage, "Description", text(&settings.description));
    // The version must be there before the stage names it.
    let version = settings.documentation_version.as_ref();
    let version = version.map(|_| json!({"Ref": "Documentation"}));
    put(stage, "DocumentationVersion", version);
    put(stage, "MethodSettings", methods(estate));
    shared(stage, estate);
    let tags = settings.tags.iter();
    let tags: Vec<Value> = tags
        .map(|(key, value)| json!({"Key": key, "Value": value}))
        .collect();
    put(stage, "Tags", (!tags.is_empty()).then(|| json!(tags)));
    let log = settings.access_log.as_ref();
    let log = log.map(|log| json!({"DestinationArn": log.destination, "Format": log.format}));
    put(stage, "AccessLogSetting", log);
}

/// Of `AWS::Serverless::Api`.
pub(super) fn settings_of_sam(api: &mut Value, estate: &Estate) {
    let settings = &estate.around.stage;
    put(api, "MethodSettings", methods(estate));
    shared(api, estate);
    let tags = (!settings.tags.is_empty()).then(|| json!(settings.tags));
    put(api, "Tags", tags);
    let log = settings.access_log.as_ref();
    let log = log.map(|log| json!({"DestinationArn": log.destination, "Format": log.format}));
    put(api, "AccessLogSetting", log);
}

/// What both call the same.
fn shared(properties: &mut Value, estate: &Estate) {
    let settings = &estate.around.stage;
    let cache = settings.cache_size.as_ref();
    put(
        properties,
        "CacheClusterEnabled",
        cache.map(|_| json!(true)),
    );
    put(
        properties,
        "CacheClusterSize",
        cache.map(|size| json!(size)),
    );
    let tracing = settings.tracing.then(|| json!(true));
    put(properties, "TracingEnabled", tracing);
}

fn methods(estate: &Estate) -> Option<Value> {
    let methods = &estate.around.stage.methods;
    let methods: Vec<Value> = methods.iter().map(method).collect();
    (!methods.is_empty()).then(|| json!(methods))
}

/// The slashes of a path are written `~1`, but for the root and for all ("AWS::ApiGateway::Stage
/// MethodSetting", `ResourcePath`).
fn method(method: &MethodSettings) -> Value {
    let path = match method.path.as_str() {
        "*" => "/*".to_owned(),
        "/" => "/".to_owned(),
        _ => format!("/{}", method.encoded()),
    };
    let mut said = json!({"HttpMethod": method.verb, "ResourcePath": path});
    for (setting, value) in method.said() {
        if let Some(property) = setting.property {
            put(&mut said, property, Some(value.clone()));
        }
    }
    said
}

pub(super) fn documentation(resources: &mut Resources, estate: &Estate) {
    let Some(version) = &estate.around.stage.documentation_version else {
        return;
    };
    let documentation = json!({
        "Type": "AWS::ApiGateway::DocumentationVersion",
        "Properties": {"RestApiId": {"Ref": "Api"}, "DocumentationVersion": version},
    });
    resources.insert("Documentation".to_owned(), documentation);
}

pub(super) fn plans_and_domains(resources: &mut Resources, estate: &Estate, stage: &Value) {
    for plan in &estate.around.plans {
        let id = unused(resources, &logical_id("Plan", &plan.name));
        resources.insert(id.clone(), usage_plan(plan, stage));
        for key in &plan.keys {
            add_key(resources, &id, key);
        }
    }
    for domain in &estate.around.domains {
        add_domain(resources, domain, stage);
    }
}

fn limits(throttle: &Throttle) -> Value {
    json!({"RateLimit": throttle.rate, "BurstLimit": throttle.burst})
}

fn usage_plan(plan: &Plan, stage: &Value) -> Value {
    let throttle: Map<_, _> = plan
        .methods
        .iter()
        .map(|(method, throttle)| (method.clone(), limits(throttle)))
        .collect();
    let mut of_stage = json!({"ApiId": {"Ref": "Api"}, "Stage": stage});
    let throttle = (!throttle.is_empty()).then_some(Value::Object(throttle));
    put(&mut of_stage, "Throttle", throttle);
    let mut properties = json!({"UsagePlanName": plan.name, "ApiStages": [of_stage]});
    let description = plan.description.as_ref().map(|text| json!(text));
    put(&mut properties, "Description", description);
    put(
        &mut properties,
        "Throttle",
        plan.throttle.as_ref().map(limits),
    );
    let quota = plan
        .quota
        .as_ref()
        .map(|quota| json!({"Limit": quota.limit, "Offset": quota.offset, "Period": quota.period}));
    put(&mut properties, "Quota", quota);
    json!({"Type": "AWS::ApiGateway::UsagePlan", "Properties": properties})
}

fn add_key(resources: &mut Resources, plan: &str, key: &Key) {
    let id = unused(resources, &logical_id("Key", &key.name));
    let mut properties = json!({"Name": key.name, "Enabled": key.enabled});
    let description = key.description.as_ref().map(|text| json!(text));
    put(&mut properties, "Description", description);
    put(
        &mut properties,
        "Value",
        key.value.as_ref().map(|value| json!(value)),
    );
    let made = json!({"Type": "AWS::ApiGateway::ApiKey", "Properties": properties});
    resources.insert(id.clone(), made);
    let of_plan = unused(resources, &format!("{plan}{id}"));
    let joined = json!({
        "Type": "AWS::ApiGateway::UsagePlanKey",
        "Properties": {"KeyId": {"Ref": id}, "KeyType": "API_KEY", "UsagePlanId": {"Ref": plan}},
    });
    resources.insert(of_plan, joined);
}

fn add_domain(resources: &mut Resources, domain: &Domain, stage: &Value) {
    let id = unused(resources, &logical_id("Domain", &domain.name));
    let mut properties = json!({
        "DomainName": domain.name,
        "EndpointConfiguration": {"Types": [domain.endpoint_type]},
        "SecurityPolicy": domain.security_policy,
    });
    let certificate = if domain.is_regional() {
        "RegionalCertificateArn"
    } else {
        "CertificateArn"
    };
    let arn = domain.certificate.as_ref().map(|arn| json!(arn));
    put(&mut properties, certificate, arn);
    let mutual = domain.truststore.as_ref();
    let mutual = mutual.map(|uri| json!({"TruststoreUri": uri}));
    put(&mut properties, "MutualTlsAuthentication", mutual);
    let made = json!({"Type": "AWS::ApiGateway::DomainName", "Properties": properties});
    resources.insert(id.clone(), made);
    for mapping in &domain.mappings {
        let name = unused(
            resources,
            &logical_id(&format!("{id}To"), &mapping.base_path),
        );
        resources.insert(name, mapped(&id, mapping, stage));
    }
}

fn mapped(domain: &str, mapping: &Mapping, stage: &Value) -> Value {
    let domain = json!({"Ref": domain});
    if mapping.is_deep() {
        let properties = json!({
            "ApiId": {"Ref": "Api"}, "ApiMappingKey": mapping.base_path, "DomainName": domain,
            "Stage": stage,
        });
        return json!({"Type": "AWS::ApiGatewayV2::ApiMapping", "Properties": properties});
    }
    let mut properties = json!({"DomainName": domain, "RestApiId": {"Ref": "Api"}});
    let path = (!mapping.base_path.is_empty()).then(|| json!(mapping.base_path));
    put(&mut properties, "BasePath", path);
    put(
        &mut properties,
        "Stage",
        mapping.staged.then(|| stage.clone()),
    );
    json!({"Type": "AWS::ApiGateway::BasePathMapping", "Properties": properties})
}
