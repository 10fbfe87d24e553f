//! How a version of a function is shown.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::{FunctionRecord, LayerUse, LogFormat, Qualifier, SnapStart, Timestamp, Version};
use ring::digest;
use wire::lambda::{
    DeadLetterConfig, EnvironmentResponse, EphemeralStorage, FunctionConfiguration, Layer,
    LoggingConfig, RuntimeVersionConfig, SnapStartResponse, TracingConfigResponse,
};

use super::{container, file_systems, vpc};
use crate::hex;

/// At which moment of its life a version is shown. Changes take effect at once here, but are shown under
/// way for a while, as on AWS, with the revision of that moment: the settled state has another one
/// (test_function_lifecycle).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    Created,
    Updated,
    Settled,
    /// As one of a list, which tells no states.
    Listed,
}

pub(super) fn configuration(
    record: &FunctionRecord,
    version: &Version,
    number: &Qualifier,
    arn: String,
    moment: Moment,
) -> FunctionConfiguration {
    let mut shown = FunctionConfiguration {
        function_name: Some(record.name.to_string()),
        function_arn: Some(arn),
        runtime: version.runtime.as_ref().map(ToString::to_string),
        role: Some(version.role.to_string()),
        handler: version.image.is_none().then(|| version.handler.clone()),
        code_size: i64::try_from(version.code.size).ok(),
        description: Some(version.description.clone()),
        timeout: i32::try_from(version.timeout_seconds).ok(),
        memory_size: i32::try_from(version.memory_mib).ok(),
        last_modified: Some(time_text(version.modified)),
        code_sha256: Some(code_hash(version)),
        version: Some(number.to_string()),
        environment: environment(version),
        tracing_config: Some(TracingConfigResponse {
            mode: Some(version.tracing_mode.clone()),
        }),
        revision_id: Some(version.revision_id.clone()),
        package_type: Some(match version.image {
            Some(_) => container::IMAGE.to_owned(),
            None => "Zip".to_owned(),
        }),
        image_config_response: container::shown(version),
        file_system_configs: file_systems::shown(&version.file_systems),
        architectures: Some(vec![version.architecture.clone()]),
        ephemeral_storage: i32::try_from(version.ephemeral_storage_mib)
            .ok()
            .map(|size| EphemeralStorage { size }),
        snap_start: Some(snap_start(version, number)),
        layers: layers(version),
        dead_letter_config: version
            .dead_letter_target
            .clone()
            .map(|arn| DeadLetterConfig {
                target_arn: Some(arn),
            }),
        kms_key_arn: version.kms_key.clone(),
        vpc_config: version.vpc.as_ref().map(vpc::shown),
        logging_config: Some(logging(record, version)),
        ..FunctionConfiguration::default()
    };
    if moment != Moment::Listed && version.image.is_none() {
        shown.runtime_version_config = Some(RuntimeVersionConfig {
            runtime_version_arn: Some(runtime_version_arn(record, version)),
            error: None,
        });
    }
    tell_state(&mut shown, moment);
    if moment == Moment::Updated
        && let Some(update) = &record.last_update
    {
        shown.revision_id = Some(update.revision_id.clone());
    }
    if moment == Moment::Settled && version.vpc.is_some() {
        shown.state_reason = Some(vpc::WITHOUT_EFFECT.to_owned());
    }
    shown
}

fn tell_state(shown: &mut FunctionConfiguration, moment: Moment) {
    let reason = || Some("The function is being created.".to_owned());
    let code = || Some("Creating".to_owned());
    match moment {
        Moment::Created => {
            shown.state = Some("Pending".to_owned());
            shown.state_reason = reason();
            shown.state_reason_code = code();
        }
        Moment::Updated => {
            shown.state = Some("Active".to_owned());
            shown.last_update_status = Some("InProgress".to_owned());
            shown.last_update_status_reason = reason();
            shown.last_update_status_reason_code = code();
        }
        Moment::Settled => {
            shown.state = Some("Active".to_owned());
            shown.last_update_status = Some("Successful".to_owned());
        }
        Moment::Listed => {}
    }
}

fn environment(version: &Version) -> Option<EnvironmentResponse> {
    let variables = version.environment.clone();
    variables.map(|variables| EnvironmentResponse {
        variables: Some(variables),
        error: None,
    })
}

/// There is a snapshot of published versions only.
fn snap_start(version: &Version, number: &Qualifier) -> SnapStartResponse {
    let (apply_on, status) = match (version.snap_start, number) {
        (SnapStart::None, _) => ("None", "Off"),
        (SnapStart::PublishedVersions, Qualifier::Version(_)) => ("PublishedVersions", "On"),
        (SnapStart::PublishedVersions, Qualifier::Latest | Qualifier::Alias(_)) => {
            ("PublishedVersions", "Off")
        }
    };
    SnapStartResponse {
        apply_on: Some(apply_on.to_owned()),
        optimization_status: Some(status.to_owned()),
    }
}

fn layers(version: &Version) -> Option<Vec<Layer>> {
    let layer = |layer: &LayerUse| Layer {
        arn: Some(layer.arn.clone()),
        code_size: i64::try_from(layer.code.size).ok(),
        ..Layer::default()
    };
    let layers: Vec<Layer> = version.layers.iter().map(layer).collect();
    (!layers.is_empty()).then_some(layers)
}

fn logging(record: &FunctionRecord, version: &Version) -> LoggingConfig {
    LoggingConfig {
        log_format: Some(
            match version.log_format {
                LogFormat::Text => "Text",
                LogFormat::Json => "JSON",
            }
            .to_owned(),
        ),
        application_log_level: version.application_log_level.clone(),
        system_log_level: version.system_log_level.clone(),
        log_group: Some(log_group(record, version)),
    }
}

fn log_group(record: &FunctionRecord, version: &Version) -> String {
    version
        .log_group
        .clone()
        .unwrap_or_else(|| format!("/aws/lambda/{}", record.name))
}

/// The host's interpreter has no ARN at AWS; the same runtime always gets the same one.
pub(super) fn runtime_version_arn(record: &FunctionRecord, version: &Version) -> String {
    let digest = digest::digest(&digest::SHA256, version.runtime_text().as_bytes());
    let id = hex::encode(digest.as_ref());
    format!("arn:aws:lambda:{}::runtime:{id}", record.region)
}

/// `2025-11-25T02:42:56.123+0000`
pub(super) fn time_text(time: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(time.millis())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .strftime("%Y-%m-%dT%H:%M:%S.%3f+0000")
        .to_string()
}

/// Of a zip its hash, of an image the digest in its resolved URI (test_lambda_image_versions).
pub(super) fn code_hash(version: &Version) -> String {
    match &version.image {
        Some(image) => image.digest.clone(),
        None => base64_of_hex(&version.code.sha256),
    }
}

/// AWS writes hashes of code in base64.
pub(super) fn base64_of_hex(text: &str) -> String {
    STANDARD.encode(hex::decode(text).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_and_times_are_written_as_aws_writes_them() {
        assert_eq!(base64_of_hex("00ff10"), "AP8Q");
        let time = Timestamp::from_millis(1_764_038_576_007);
        assert_eq!(time_text(time), "2025-11-25T02:42:56.007+0000");
    }
}
