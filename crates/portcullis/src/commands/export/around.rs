//! What stands around the API: the settings of its stage, usage plans with their keys, custom domains.

use std::collections::BTreeMap;

use http::StatusCode;
use remedy::export::{
    AccessLog, Domain, Key, Mapping, MethodSettings, Plan, Quota, StageSettings, Surroundings,
    Throttle,
};
use serde_json::Value;

use super::rest_api::{encoded, items, text};
use crate::client::{Client, get};

/// Which API and stage, and whether keys come with what they are.
pub(super) struct Asked<'a> {
    pub(super) api: &'a str,
    pub(super) stage: &'a str,
    pub(super) with_key_values: bool,
}

/// What was found, and a line for what the caller may not read.
pub(super) async fn surroundings(
    client: &Client,
    asked: &Asked<'_>,
    stage: &Value,
) -> anyhow::Result<(Surroundings, Vec<String>)> {
    let mut missing = Vec::new();
    let mut around = Surroundings {
        stage: settings(stage),
        ..Surroundings::default()
    };
    match listed(client, "/usageplans").await? {
        Some(plans) => {
            for plan in &plans {
                if let Some(plan) = usage_plan(client, asked, plan).await? {
                    around.plans.push(plan);
                }
            }
        }
        None => missing.push("usage plans may not be read".to_owned()),
    }
    match listed(client, "/domainnames").await? {
        Some(domains) => {
            for domain in &domains {
                missing.extend(unwritten(client, asked, domain).await?);
                if let Some(domain) = custom_domain(client, asked, domain).await? {
                    around.domains.push(domain);
                }
            }
        }
        None => missing.push("custom domain names may not be read".to_owned()),
    }
    Ok((around, missing))
}

/// None where the caller may not read the list.
async fn listed(client: &Client, path: &str) -> anyhow::Result<Option<Vec<Value>>> {
    let answer = client.signed("apigateway", get(&format!("{path}?limit=1"))?);
    if answer.await?.status == StatusCode::FORBIDDEN {
        return Ok(None);
    }
    Ok(Some(items(client, path).await?))
}

fn owned(value: &Value, member: &str) -> Option<String> {
    text(value, member)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

fn settings(stage: &Value) -> StageSettings {
    let has_cache = stage.get("cacheClusterEnabled") == Some(&Value::Bool(true));
    let log = stage.get("accessLogSettings");
    let log = log.and_then(|log| {
        Some(AccessLog {
            destination: owned(log, "destinationArn")?,
            format: owned(log, "format")?,
        })
    });
    let own = [
        ("canarySettings", "its canary"),
        ("clientCertificateId", "its client certificate"),
        ("webAclArn", "its web ACL"),
    ];
    let own = own.into_iter().filter(|(name, _)| {
        let value = stage.get(*name);
        value.is_some_and(|value| !value.is_null())
    });
    let tags = stage.get("tags").and_then(Value::as_object);
    StageSettings {
        description: owned(stage, "description"),
        cache_size: owned(stage, "cacheClusterSize").filter(|_| has_cache),
        tracing: stage.get("tracingEnabled") == Some(&Value::Bool(true)),
        access_log: log,
        documentation_version: owned(stage, "documentationVersion"),
        methods: methods(stage),
        tags: tags
            .into_iter()
            .flatten()
            .filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())))
            .collect(),
        own: own.map(|(_, what)| what.to_owned()).collect(),
    }
}

/// Keys are `pets/GET`, `~1pets~1{id}/GET` or `*/*`.
fn methods(stage: &Value) -> Vec<MethodSettings> {
    let settings = stage.get("methodSettings").and_then(Value::as_object);
    let settings = settings.into_iter().flatten();
    settings
        .filter_map(|(key, settings)| {
            let (path, verb) = key.rsplit_once('/')?;
            let path = path.replace("~1", "/").replace("~0", "~");
            let path = match path.as_str() {
                "*" => path,
                path => format!("/{}", path.trim_start_matches('/')),
            };
            Some(MethodSettings {
                path,
                verb: verb.to_owned(),
                settings: settings.as_object()?.clone(),
            })
        })
        .collect()
}

async fn usage_plan(
    client: &Client,
    asked: &Asked<'_>,
    plan: &Value,
) -> anyhow::Result<Option<Plan>> {
    let stages = plan.get("apiStages").and_then(Value::as_array);
    let stages = stages.map(Vec::as_slice).unwrap_or_default();
    let ours = |stage: &&Value| {
        text(stage, "apiId") == Some(asked.api) && text(stage, "stage") == Some(asked.stage)
    };
    let (Some(stage), Some(id)) = (stages.iter().find(ours), text(plan, "id")) else {
        return Ok(None);
    };
    let methods = stage.get("throttle").and_then(Value::as_object);
    let methods = methods.into_iter().flatten();
    let quota = plan.get("quota").map(|quota| Quota {
        limit: quota.get("limit").cloned().unwrap_or_default(),
        offset: quota.get("offset").cloned().unwrap_or_default(),
        period: owned(quota, "period").unwrap_or_default(),
    });
    Ok(Some(Plan {
        name: owned(plan, "name").unwrap_or_default(),
        description: owned(plan, "description"),
        throttle: plan.get("throttle").map(throttle),
        quota,
        product_code: owned(plan, "productCode"),
        methods: methods
            .map(|(method, limits)| (method.clone(), throttle(limits)))
            .collect::<BTreeMap<_, _>>(),
        keys: keys(client, asked, id).await?,
        others: stages.len().saturating_sub(1),
    }))
}

fn throttle(limits: &Value) -> Throttle {
    Throttle {
        rate: limits.get("rateLimit").cloned().unwrap_or_default(),
        burst: limits.get("burstLimit").cloned().unwrap_or_default(),
    }
}

async fn keys(client: &Client, asked: &Asked<'_>, plan: &str) -> anyhow::Result<Vec<Key>> {
    let mut keys = Vec::new();
    for key in items(client, &format!("/usageplans/{}/keys", encoded(plan))).await? {
        let Some(id) = text(&key, "id") else {
            continue;
        };
        let path = format!(
            "/apikeys/{}?includeValue={}",
            encoded(id),
            asked.with_key_values
        );
        let key = client.signed("apigateway", get(&path)?).await?;
        let key = key.success()?.json()?;
        keys.push(Key {
            name: owned(&key, "name").unwrap_or_default(),
            description: owned(&key, "description"),
            enabled: key.get("enabled") == Some(&Value::Bool(true)),
            value: owned(&key, "value").filter(|_| asked.with_key_values),
        });
    }
    Ok(keys)
}

/// What leads from a domain to the API and is written in no form: the mappings of a private domain, and
/// routing rules.
async fn unwritten(
    client: &Client,
    asked: &Asked<'_>,
    domain: &Value,
) -> anyhow::Result<Option<String>> {
    let name = text(domain, "domainName").unwrap_or_default();
    if let Some(id) = text(domain, "domainNameId") {
        let (at, id) = (encoded(name), encoded(id));
        let path = format!("/domainnames/{at}/basepathmappings?domainNameId={id}&limit=500");
        let answer = client.signed("apigateway", get(&path)?).await?;
        let leads = |mapping: &Value| text(mapping, "restApiId") == Some(asked.api);
        return Ok(any(&answer.success()?.json()?, "item", leads)
            .then(|| format!("the private custom domain name {name} is not written")));
    }
    if text(domain, "routingMode").is_none_or(|mode| mode == "BASE_PATH_MAPPING_ONLY") {
        return Ok(None);
    }
    let path = format!(
        "/v2/domainnames/{}/routingrules?maxResults=100",
        encoded(name)
    );
    let answer = client.signed("apigateway", get(&path)?).await?;
    let leads = |rule: &Value| {
        let api = rule.pointer("/actions/0/invokeApi/apiId");
        api.and_then(Value::as_str) == Some(asked.api)
    };
    Ok(any(&answer.success()?.json()?, "routingRules", leads)
        .then(|| format!("the routing rules of {name} are not written")))
}

fn any(answer: &Value, list: &str, fits: impl Fn(&Value) -> bool) -> bool {
    let all = answer.get(list).and_then(Value::as_array);
    all.into_iter().flatten().any(fits)
}

async fn custom_domain(
    client: &Client,
    asked: &Asked<'_>,
    domain: &Value,
) -> anyhow::Result<Option<Domain>> {
    let kind = domain.pointer("/endpointConfiguration/types/0");
    let kind = kind.and_then(Value::as_str).unwrap_or("EDGE");
    let Some(name) = text(domain, "domainName") else {
        return Ok(None);
    };
    if kind == "PRIVATE" {
        return Ok(None);
    }
    let mappings = mappings(client, asked, name, kind).await?;
    if mappings.is_empty() {
        return Ok(None);
    }
    let certificate = owned(domain, "regionalCertificateArn");
    let truststore = domain.pointer("/mutualTlsAuthentication/truststoreUri");
    Ok(Some(Domain {
        name: name.to_owned(),
        endpoint_type: kind.to_owned(),
        certificate: certificate.or_else(|| owned(domain, "certificateArn")),
        security_policy: owned(domain, "securityPolicy").unwrap_or_else(|| "TLS_1_2".to_owned()),
        truststore: truststore.and_then(Value::as_str).map(str::to_owned),
        mappings,
    }))
}

/// By the second API where it is a regional domain's, which alone has base paths of several levels.
async fn mappings(
    client: &Client,
    asked: &Asked<'_>,
    name: &str,
    kind: &str,
) -> anyhow::Result<Vec<Mapping>> {
    let name = encoded(name);
    let all = if kind == "REGIONAL" {
        api_mappings(client, &name).await?
    } else {
        items(client, &format!("/domainnames/{name}/basepathmappings")).await?
    };
    let ours = all.iter().filter_map(|mapping| {
        let api = text(mapping, "restApiId").or_else(|| text(mapping, "apiId"))?;
        let stage = text(mapping, "stage").filter(|stage| !stage.is_empty());
        let path = text(mapping, "basePath").or_else(|| text(mapping, "apiMappingKey"));
        let of_stage = stage.is_none_or(|stage| stage == asked.stage);
        (api == asked.api && of_stage).then(|| Mapping {
            base_path: path
                .filter(|path| *path != "(none)")
                .unwrap_or_default()
                .to_owned(),
            staged: stage.is_some(),
        })
    });
    Ok(ours.collect())
}

/// Every page of the second API's list.
async fn api_mappings(client: &Client, name: &str) -> anyhow::Result<Vec<Value>> {
    let mut all = Vec::new();
    let mut token: Option<String> = None;
    loop {
        let mut path = format!("/v2/domainnames/{name}/apimappings?maxResults=100");
        if let Some(token) = token {
            path = format!("{path}&nextToken={}", encoded(&token));
        }
        let answer = client.signed("apigateway", get(&path)?).await?;
        let answer = answer.success()?.json()?;
        let items = answer.get("items").and_then(Value::as_array);
        all.extend(items.cloned().unwrap_or_default());
        token = owned(&answer, "nextToken");
        if token.is_none() {
            return Ok(all);
        }
    }
}
