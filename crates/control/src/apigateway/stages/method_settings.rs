//! Settings of a stage's methods: `/{resource path}/{verb}/{group}/{setting}`, or `/*/*/…` for all.

use std::collections::BTreeMap;

use model::{MethodSettings, MethodVerb, Stage};

use super::super::failures::bad_request;
use super::super::patch::{Op, Patch};
use crate::refused::Refused;

/// As AWS prints them, the missing commas included (recorded by
/// `test_update_stage_canary_deployment_validation`).
const PATHS: &str = "/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, \
    /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, \
    /accessLogSettings/format, /{resourcePath}/{httpMethod}/metrics/enabled, \
    /{resourcePath}/{httpMethod}/logging/dataTrace, \
    /{resourcePath}/{httpMethod}/logging/loglevel, \
    /{resourcePath}/{httpMethod}/throttling/burstLimit\
    /{resourcePath}/{httpMethod}/throttling/rateLimit\
    /{resourcePath}/{httpMethod}/caching/ttlInSeconds, \
    /{resourcePath}/{httpMethod}/caching/enabled, \
    /{resourcePath}/{httpMethod}/caching/dataEncrypted, \
    /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, \
    /{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, \
    /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, \
    /*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, \
    /*/*/caching/enabled, /*/*/caching/dataEncrypted, \
    /*/*/caching/requireAuthorizationForCacheControl, \
    /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, \
    /tracingEnabled";

type Settings = BTreeMap<String, MethodSettings>;

pub(super) fn apply(settings: &mut Settings, patch: &Patch) -> Result<(), Refused> {
    patch.only(&[Op::Add, Op::Replace, Op::Remove])?;
    let path = patch.path.trim_start_matches('/');
    if patch.op == Op::Remove {
        let removed = settings.remove(path);
        return removed.map(|_| ()).ok_or_else(|| nothing_to_remove(patch));
    }
    let (key, group, setting) = split(path).ok_or_else(|| invalid(patch))?;
    let of_method = settings.entry(key.to_owned()).or_insert_with(defaults);
    set(of_method, group, setting, patch)
}

/// AWS says so of every path that it can't remove.
pub(super) fn nothing_to_remove(patch: &Patch) -> Refused {
    bad_request(format!(
        "Cannot remove method setting {} because there is no method setting for this method ",
        patch.path.trim_start_matches('/')
    ))
}

pub(super) fn invalid(patch: &Patch) -> Refused {
    let path = &patch.path;
    bad_request(format!(
        "Invalid method setting path: {path}. Must be one of: [{PATHS}]"
    ))
}

/// AWS refuses to log where no role writes the log.
pub(super) fn refuse_logging(stage: &Stage) -> Result<(), Refused> {
    let logs = |settings: &MethodSettings| {
        settings.data_trace_enabled
            || settings
                .logging_level
                .as_deref()
                .is_some_and(|level| level != "OFF")
    };
    if stage.method_settings.values().any(logs) {
        return Err(bad_request(
            "CloudWatch Logs role ARN must be set in account settings to enable logging",
        ));
    }
    Ok(())
}

/// `pets/GET/logging/loglevel` is `pets/GET`, `logging`, `loglevel`.
fn split(path: &str) -> Option<(&str, &str, &str)> {
    let (rest, setting) = path.rsplit_once('/')?;
    let (key, group) = rest.rsplit_once('/')?;
    let (resource, verb) = key.rsplit_once('/')?;
    let is_verb = verb == "*" || verb.parse::<MethodVerb>().is_ok();
    (is_verb && !resource.is_empty()).then_some((key, group, setting))
}

/// API Gateway developer guide, "Method settings".
fn defaults() -> MethodSettings {
    MethodSettings {
        metrics_enabled: false,
        logging_level: None,
        data_trace_enabled: false,
        throttling_burst_limit: 5_000,
        throttling_rate_limit: 10_000.0,
        caching_enabled: false,
        cache_ttl_seconds: 300,
        cache_data_encrypted: false,
        require_authorization_for_cache_control: true,
        unauthorized_cache_control_header_strategy: "SUCCEED_WITH_RESPONSE_HEADER".to_owned(),
    }
}

fn set(
    settings: &mut MethodSettings,
    group: &str,
    setting: &str,
    patch: &Patch,
) -> Result<(), Refused> {
    let value = patch.filled().unwrap_or_default();
    let on = value.eq_ignore_ascii_case("true");
    match (group, setting) {
        ("metrics", "enabled") => settings.metrics_enabled = on,
        ("logging", "dataTrace") => settings.data_trace_enabled = on,
        ("logging", "loglevel") => settings.logging_level = Some(level(value)?),
        ("caching", "enabled") => settings.caching_enabled = on,
        ("caching", "dataEncrypted") => settings.cache_data_encrypted = on,
        ("caching", "requireAuthorizationForCacheControl") => {
            settings.require_authorization_for_cache_control = on;
        }
        ("caching", "unauthorizedCacheControlHeaderStrategy") => {
            settings.unauthorized_cache_control_header_strategy = strategy(value)?;
        }
        ("caching", "ttlInSeconds") => {
            let ttl = value.parse().ok().filter(|seconds| *seconds <= 3_600);
            settings.cache_ttl_seconds =
                ttl.ok_or_else(|| bad_request("Invalid cache TTL, must be between 0 and 3600"))?;
        }
        ("throttling", "burstLimit") => settings.throttling_burst_limit = number(patch)?,
        ("throttling", "rateLimit") => settings.throttling_rate_limit = rate(patch)?,
        _ => return Err(invalid(patch)),
    }
    Ok(())
}

/// A negative limit is none; AWS's clients send -1 to switch one off.
fn rate(patch: &Patch) -> Result<f64, Refused> {
    let rate: f64 = number(patch)?;
    if rate.is_finite() {
        return Ok(rate);
    }
    Err(invalid_number(patch))
}

fn number<T: std::str::FromStr>(patch: &Patch) -> Result<T, Refused> {
    let number = patch.filled().and_then(|value| value.trim().parse().ok());
    number.ok_or_else(|| invalid_number(patch))
}

fn invalid_number(patch: &Patch) -> Refused {
    let (path, value) = (&patch.path, patch.value().unwrap_or("null"));
    bad_request(format!("Invalid value {value} specified for {path}"))
}

fn level(value: &str) -> Result<String, Refused> {
    match value {
        "OFF" | "ERROR" | "INFO" => Ok(value.to_owned()),
        _ => Err(bad_request(
            "Invalid logging level specified. Must be one of: [OFF, ERROR, INFO]",
        )),
    }
}

fn strategy(value: &str) -> Result<String, Refused> {
    match value {
        "FAIL_WITH_403" | "SUCCEED_WITH_RESPONSE_HEADER" | "SUCCEED_WITHOUT_RESPONSE_HEADER" => {
            Ok(value.to_owned())
        }
        _ => Err(bad_request(format!(
            "Invalid unauthorizedCacheControlHeaderStrategy specified: {value}"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_ends_with_verb_group_and_setting() {
        for (path, expected) in [
            ("*/*/logging/loglevel", Some(("*/*", "logging", "loglevel"))),
            (
                "~1pets~1{id}/GET/metrics/enabled",
                Some(("~1pets~1{id}/GET", "metrics", "enabled")),
            ),
            (
                "a/b/POST/caching/enabled",
                Some(("a/b/POST", "caching", "enabled")),
            ),
            ("pets/FETCH/logging/loglevel", None),
            ("GET/logging/loglevel", None),
            ("wrong", None),
        ] {
            assert_eq!(split(path), expected, "{path}");
        }
    }
}
