//! What a function may be made of: runtime, role, environment, logging, and what is not served.

use std::collections::BTreeMap;

use ::lambda::Runtime;
use identity::{Assumer, SessionAsk};
use model::{Arn, LogFormat, RuntimeName, Version};
use serde_json::Value;
use wire::lambda::{DeadLetterConfig, Environment, LoggingConfig, SnapStart};
use wire::{Failure, Shape};

use super::failures::invalid;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::unserved;

pub(super) const SERVICE: &str = "lambda.amazonaws.com";

/// Refuses, by name, whatever is given and not served; nothing is dropped in silence.
pub(super) fn refuse_unserved(given: &[(&str, bool)]) -> Result<(), Refused> {
    unserved::refuse(given, |name| invalid(unserved::message(name)))
}

pub(super) fn is_set(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.is_empty())
}

pub(super) fn any_of<T>(list: Option<&Vec<T>>) -> bool {
    list.is_some_and(|list| !list.is_empty())
}

/// Runtimes of which AWS takes snapshots (Lambda developer guide, "SnapStart", supported features).
const SNAPSHOT_RUNTIMES: [&str; 9] = [
    "java11",
    "java17",
    "java21",
    "java25",
    "python3.12",
    "python3.13",
    "python3.14",
    "dotnet8",
    "dotnet10",
];

pub(super) fn snap_start(
    config: Option<&SnapStart>,
    runtime: Option<&RuntimeName>,
) -> Result<model::SnapStart, Refused> {
    let runtime = runtime.map_or("ContainerImage", RuntimeName::as_str);
    match config.and_then(|config| config.apply_on.as_deref()) {
        Some("PublishedVersions") if !SNAPSHOT_RUNTIMES.contains(&runtime) => Err(invalid(
            format!("{runtime} is not supported for SnapStart enabled functions."),
        )),
        Some("PublishedVersions") => Ok(model::SnapStart::PublishedVersions),
        Some(_) | None => Ok(model::SnapStart::None),
    }
}

/// A queue or a topic; an empty text takes it away.
pub(super) fn dead_letter(config: Option<DeadLetterConfig>) -> Result<Option<String>, Refused> {
    let target = config.and_then(|config| config.target_arn);
    let Some(target) = target.filter(|target| !target.is_empty()) else {
        return Ok(None);
    };
    let service = target.split(':').nth(2).unwrap_or_default();
    if !matches!(service, "sqs" | "sns") {
        return Err(invalid(format!(
            "The provided target ARN {target} is not a valid SQS queue or SNS topic."
        )));
    }
    Ok(Some(target))
}

/// Whether a structure says anything at all.
pub(super) fn says_anything<S: Shape>(structure: Option<S>) -> bool {
    structure.is_some_and(|structure| match structure.into_document() {
        wire::Document::Members(members) => !members.is_empty(),
        _ => true,
    })
}

/// In the order in which AWS lists them (test_create_lambda_exceptions).
const KNOWN_RUNTIMES: &str = "nodejs20.x, python3.14, provided.al2023, python3.12, python3.13, \
    nodejs24.x, nodejs22.x, java25, python3.10, python3.11, java21, ruby3.3, ruby3.4, ruby3.2, \
    python3.8, python3.9, java17, nodejs16.x, dotnet10, dotnet8, java11, dotnet6, nodejs18.x, \
    provided.al2, java8.al2";

/// Runtimes that AWS creates no functions with any more ("Lambda runtimes", deprecated runtimes).
const RETIRED_RUNTIMES: [&str; 17] = [
    "nodejs",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs6.10",
    "nodejs8.10",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "python2.7",
    "python3.6",
    "python3.7",
    "ruby2.5",
    "ruby2.7",
    "java8",
    "go1.x",
    "provided",
    "dotnetcore3.1",
];

pub(super) fn runtime(text: &str) -> Result<RuntimeName, Refused> {
    let retired = RETIRED_RUNTIMES.contains(&text) || text.starts_with("dotnetcore");
    if retired {
        return Err(invalid(format!(
            "The runtime parameter of {text} is no longer supported for creating or updating AWS \
             Lambda functions. We recommend you use a supported runtime while creating or updating \
             functions."
        )));
    }
    let known = KNOWN_RUNTIMES.split(", ").any(|known| known == text);
    let name = RuntimeName::new(text).ok().filter(|_| known).ok_or_else(|| {
        invalid(format!(
            "Value {text} at 'runtime' failed to satisfy constraint: Member must satisfy enum value \
             set: [{KNOWN_RUNTIMES}] or be a valid ARN"
        ))
    })?;
    Runtime::parse(&name).map_err(|unknown| invalid(unknown.to_string()))?;
    Ok(name)
}

/// Keys that Lambda sets itself ("Defined runtime environment variables").
const RESERVED_KEYS: [&str; 19] = [
    "_HANDLER",
    "_X_AMZN_TRACE_ID",
    "AWS_ACCESS_KEY",
    "AWS_ACCESS_KEY_ID",
    "AWS_DEFAULT_REGION",
    "AWS_EXECUTION_ENV",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_INITIALIZATION_TYPE",
    "AWS_LAMBDA_LOG_GROUP_NAME",
    "AWS_LAMBDA_LOG_STREAM_NAME",
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_REGION",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SECRET_KEY",
    "AWS_SESSION_TOKEN",
    "LAMBDA_RUNTIME_DIR",
    "LAMBDA_TASK_ROOT",
];

/// Bytes of the variables written as JSON.
const MOST_ENVIRONMENT: usize = 4096;

pub(super) fn environment(given: Environment) -> Result<BTreeMap<String, String>, Refused> {
    const UNABLE: &str = "Lambda was unable to configure your environment variables because the \
        environment variables you have provided";
    let variables = given.variables.unwrap_or_default();
    let reserved: Vec<&str> = variables
        .keys()
        .map(String::as_str)
        .filter(|key| RESERVED_KEYS.contains(key))
        .collect();
    if !reserved.is_empty() {
        return Err(invalid(format!(
            "{UNABLE} contains reserved keys that are currently not supported for modification. \
             Reserved keys used in this request: {}",
            reserved.join(", ")
        )));
    }
    let measured = measured(&variables);
    if measured.len() > MOST_ENVIRONMENT {
        return Err(invalid(format!(
            "{UNABLE} exceeded the 4KB limit. String measured: {measured}"
        )));
    }
    Ok(variables)
}

/// As JSON, in the order in which AWS's hash map has the names
/// (test_large_environment_fails_multiple_keys).
fn measured(variables: &BTreeMap<String, String>) -> String {
    let places = (variables.len() * 4 / 3 + 1).next_power_of_two().max(16);
    let place = |name: &str| {
        let hash = name.encode_utf16().fold(0_u32, |hash, unit| {
            hash.wrapping_mul(31).wrapping_add(u32::from(unit))
        });
        usize::try_from(hash ^ (hash >> 16)).unwrap_or_default() & (places - 1)
    };
    let mut ordered: Vec<_> = variables.iter().collect();
    ordered.sort_by_key(|(name, _)| place(name));
    let pair = |(name, value): &(&String, &String)| {
        format!(
            "{}:{}",
            Value::from(name.as_str()),
            Value::from(value.as_str())
        )
    };
    let pairs: Vec<String> = ordered.iter().map(pair).collect();
    format!("{{{}}}", pairs.join(","))
}

/// Takes over what is given; with JSON, levels that are not given are INFO
/// (test_advanced_logging_configuration_format_switch).
pub(super) fn set_logging(version: &mut Version, given: LoggingConfig) -> Result<(), Refused> {
    if let Some(format) = given.log_format {
        version.log_format = match format.as_str() {
            "JSON" => LogFormat::Json,
            _ => LogFormat::Text,
        };
    }
    if is_set(given.log_group.as_ref()) {
        version.log_group = given.log_group;
    }
    match version.log_format {
        LogFormat::Text => {
            version.application_log_level = None;
            version.system_log_level = None;
            if given.application_log_level.is_some() || given.system_log_level.is_some() {
                return Err(invalid(
                    "LogLevel is not supported when LogFormat is set to \"Text\". Remove LogLevel \
                     from your request or change the LogFormat to \"JSON\" and try again.",
                ));
            }
        }
        LogFormat::Json => {
            let level = |given: Option<String>, before: &mut Option<String>| {
                *before = given.or(before.take()).or_else(|| Some("INFO".to_owned()));
            };
            level(
                given.application_log_level,
                &mut version.application_log_level,
            );
            level(given.system_log_level, &mut version.system_log_level);
        }
    }
    Ok(())
}

impl Rooms {
    /// The role must be of the caller's account and trust Lambda. That the caller may pass it was
    /// asked before.
    pub(super) fn execution_role(&self, call: &Call, role: &str) -> Result<Arn, Refused> {
        let arn = Arn::new(role).map_err(Refused::internal)?;
        if arn.account() != call.account().as_str() {
            let message = "Cross-account pass role is not allowed.";
            return Err(Failure::new("AccessDeniedException", 403, message).into());
        }
        let session = SessionAsk::new("awslambda", 900);
        let assumed =
            self.identity
                .assume_role(&Assumer::Service(SERVICE), role, &session, call.now());
        match assumed {
            Ok(_) => Ok(arn),
            Err(refused) => {
                let said = "The role defined for the function cannot be assumed by Lambda.";
                Err(invalid(said).because(refused.into_denied()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let said = runtime(text).err().map(|refused| refused.to_string());
        match (said, expected) {
            (None, None) => {}
            (Some(said), Some(expected)) => assert!(said.contains(expected), "{said}"),
            (said, expected) => panic!("{text}: {said:?} {expected:?}"),
        }
    }

    #[test]
    fn a_runtime_is_served_retired_unknown_or_not_served() {
        check("python3.12", None);
        check("nodejs22.x", None);
        check("provided.al2023", None);
        check("go1.x", Some("no longer supported"));
        check("PYTHON3.9", Some("must satisfy enum value set"));
        check("ruby3.3", None);
        check("dotnet8", Some("is not served"));
    }

    #[test]
    fn variables_are_printed_in_the_order_of_awss_hash_map() {
        let variables = [("SMALL_VAR", "ok"), ("LARGE_VAR", "x\"")];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let expected = r#"{"SMALL_VAR":"ok","LARGE_VAR":"x\""}"#;
        assert_eq!(measured(&BTreeMap::from(variables)), expected);
    }

    #[test]
    fn reserved_variables_are_refused_by_name() {
        let variables =
            BTreeMap::from([("AWS_REGION".into(), "x".into()), ("A".into(), "b".into())]);
        let given = Environment {
            variables: Some(variables),
        };
        let said = environment(given).unwrap_err().to_string();
        assert!(
            said.ends_with("Reserved keys used in this request: AWS_REGION"),
            "{said}"
        );
    }
}
