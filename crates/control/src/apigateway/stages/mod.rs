//! Stages: names under which deployments are served, with variables and settings.
//!
//! Tracing, which only lets AWS watch, is kept and shown.

mod access_log;
mod cache_cluster;
mod canary;
mod create;
mod delete;
mod deployed;
mod flush_authorizers;
mod flush_cache;
mod get;
mod list;
mod method_settings;
mod update;
mod variables;

use std::collections::BTreeMap;

use model::{RestApiRecord, Stage, StageName, Timestamp};
use wire::apigateway::{AccessLogSettings, MethodSetting};

use super::failures::{bad_request, no_documentation_version};
use super::times;
use crate::refused::Refused;

pub(super) use deployed::DeployedStage;

fn shown(stage: &Stage) -> wire::apigateway::Stage {
    let settings = stage.method_settings.iter();
    let settings = settings.map(|(key, settings)| (key.clone(), shown_settings(settings)));
    wire::apigateway::Stage {
        deployment_id: Some(stage.deployment_id.clone()),
        client_certificate_id: stage.client_certificate_id.clone(),
        stage_name: Some(stage.name.to_string()),
        description: stage.description.clone(),
        cache_cluster_enabled: Some(stage.cache_cluster_enabled),
        cache_cluster_size: stage.cache_cluster_size.clone(),
        cache_cluster_status: Some(cache_cluster::status(stage).to_owned()),
        method_settings: Some(settings.collect()),
        canary_settings: stage.canary.as_ref().map(canary::shown),
        variables: filled(&stage.variables),
        documentation_version: stage.documentation_version.clone(),
        access_log_settings: shown_access_log(stage),
        tracing_enabled: Some(stage.tracing_enabled),
        tags: filled(&stage.tags),
        created_date: Some(times::shown(stage.created)),
        last_updated_date: Some(times::shown(stage.updated)),
        ..wire::apigateway::Stage::default()
    }
}

fn filled(map: &BTreeMap<String, String>) -> Option<BTreeMap<String, String>> {
    (!map.is_empty()).then(|| map.clone())
}

fn shown_access_log(stage: &Stage) -> Option<AccessLogSettings> {
    let settings = AccessLogSettings {
        format: stage.access_log_format.clone(),
        destination_arn: stage.access_log_destination.clone(),
    };
    Some(settings).filter(|settings| *settings != AccessLogSettings::default())
}

fn shown_settings(settings: &model::MethodSettings) -> MethodSetting {
    MethodSetting {
        metrics_enabled: Some(settings.metrics_enabled),
        logging_level: settings.logging_level.clone(),
        data_trace_enabled: Some(settings.data_trace_enabled),
        throttling_burst_limit: Some(settings.throttling_burst_limit),
        throttling_rate_limit: Some(settings.throttling_rate_limit),
        caching_enabled: Some(settings.caching_enabled),
        cache_ttl_in_seconds: i32::try_from(settings.cache_ttl_seconds).ok(),
        cache_data_encrypted: Some(settings.cache_data_encrypted),
        require_authorization_for_cache_control: Some(
            settings.require_authorization_for_cache_control,
        ),
        unauthorized_cache_control_header_strategy: Some(
            settings.unauthorized_cache_control_header_strategy.clone(),
        ),
    }
}

fn new(name: StageName, deployment_id: String, now: Timestamp) -> Stage {
    Stage {
        name,
        deployment_id,
        canary: None,
        description: None,
        variables: BTreeMap::new(),
        created: now,
        updated: now,
        tracing_enabled: false,
        cache_cluster_enabled: false,
        cache_cluster_size: None,
        client_certificate_id: None,
        documentation_version: None,
        method_settings: BTreeMap::new(),
        access_log_destination: None,
        access_log_format: None,
        tags: BTreeMap::new(),
    }
}

/// A stage shows a documentation version of its API, or none.
fn documented(api: &RestApiRecord, stage: &Stage) -> Result<(), Refused> {
    match &stage.documentation_version {
        Some(version) if !api.documentation.versions.contains_key(version) => {
            Err(no_documentation_version())
        }
        _ => Ok(()),
    }
}

fn read_name(text: &str) -> Result<StageName, Refused> {
    StageName::new(text).map_err(|_| bad_request("Stage name only allows a-zA-Z0-9_-"))
}
