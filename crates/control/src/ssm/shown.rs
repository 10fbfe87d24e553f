//! A parameter as clients read it.

use model::{ParameterKind, ParameterRecord, ParameterVersion, Timestamp};
use wire::ssm::{Parameter, ParameterHistory, ParameterMetadata};

use crate::refused::Refused;
use crate::rooms::Rooms;

pub(super) const DEFAULT_TIER: &str = "Standard";

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of our era fit 53 bits"
)]
fn time(time: Timestamp) -> wire::Timestamp {
    wire::Timestamp(time.millis() as f64 / 1000.0)
}

fn number(version: &ParameterVersion) -> Option<i64> {
    i64::try_from(version.number).ok()
}

impl Rooms {
    /// What is secure is shown in clear only to whoever asks for it so.
    pub(super) fn shown_value(
        &self,
        record: &ParameterRecord,
        version: &ParameterVersion,
        decrypts: Option<bool>,
    ) -> Result<String, Refused> {
        match (record.kind, decrypts) {
            (ParameterKind::SecureString, Some(true)) => {
                self.open_value(&record.arn(), &version.value)
            }
            (
                ParameterKind::SecureString | ParameterKind::String | ParameterKind::StringList,
                _,
            ) => Ok(version.value.clone()),
        }
    }

    pub(super) fn shown_parameter(
        &self,
        record: &ParameterRecord,
        version: &ParameterVersion,
        decrypts: Option<bool>,
    ) -> Result<Parameter, Refused> {
        Ok(Parameter {
            name: Some(record.name.clone()),
            type_: Some(record.kind.name().to_owned()),
            value: Some(self.shown_value(record, version, decrypts)?),
            version: number(version),
            selector: None,
            source_result: None,
            last_modified_date: Some(time(version.modified)),
            arn: Some(record.arn()),
            data_type: Some(data_type(version)),
        })
    }

    pub(super) fn shown_history(
        &self,
        record: &ParameterRecord,
        version: &ParameterVersion,
        decrypts: Option<bool>,
    ) -> Result<ParameterHistory, Refused> {
        Ok(ParameterHistory {
            name: Some(record.name.clone()),
            type_: Some(record.kind.name().to_owned()),
            key_id: version.key_id.clone(),
            last_modified_date: Some(time(version.modified)),
            last_modified_user: Some(version.modified_by.clone()),
            description: version.description.clone(),
            value: Some(self.shown_value(record, version, decrypts)?),
            allowed_pattern: version.allowed_pattern.clone(),
            version: number(version),
            labels: Some(version.labels.clone()),
            tier: Some(tier(version)),
            policies: Some(Vec::new()),
            data_type: Some(data_type(version)),
        })
    }
}

pub(super) fn metadata(record: &ParameterRecord, version: &ParameterVersion) -> ParameterMetadata {
    ParameterMetadata {
        name: Some(record.name.clone()),
        arn: Some(record.arn()),
        type_: Some(record.kind.name().to_owned()),
        key_id: version.key_id.clone(),
        last_modified_date: Some(time(version.modified)),
        last_modified_user: Some(version.modified_by.clone()),
        description: version.description.clone(),
        allowed_pattern: version.allowed_pattern.clone(),
        version: number(version),
        tier: Some(tier(version)),
        policies: Some(Vec::new()),
        data_type: Some(data_type(version)),
    }
}

pub(super) fn tier(version: &ParameterVersion) -> String {
    let tier = version.tier.as_deref();
    tier.unwrap_or(DEFAULT_TIER).to_owned()
}

pub(super) fn data_type(version: &ParameterVersion) -> String {
    let data_type = version.data_type.as_deref();
    data_type.unwrap_or("text").to_owned()
}
