//! A device as answers tell it. Its seed is told to whoever creates it, and never again.

use bytes::Bytes;
use model::{MfaDeviceRecord, UserRecord};
use wire::iam::{MFADevice, VirtualMFADevice};

use super::super::users::whole;
use super::super::{tagging, time};
use super::{qr_code, seed};
use crate::refused::Refused;

pub(super) fn created(record: &MfaDeviceRecord) -> Result<VirtualMFADevice, Refused> {
    let secret = seed::base32(&record.seed);
    let picture = qr_code::png(&uri(record, &secret))?;
    Ok(VirtualMFADevice {
        base32_string_seed: Some(Bytes::from(secret)),
        qr_code_png: Some(Bytes::from(picture)),
        ..virtual_device(record, None)
    })
}

/// What the picture says (IAM API reference, VirtualMFADevice).
fn uri(record: &MfaDeviceRecord, secret: &str) -> String {
    format!(
        "otpauth://totp/{}@{}?secret={secret}",
        record.name, record.account
    )
}

pub(super) fn virtual_device(
    record: &MfaDeviceRecord,
    holder: Option<&UserRecord>,
) -> VirtualMFADevice {
    VirtualMFADevice {
        serial_number: record.arn(),
        user: holder.map(whole),
        enable_date: record
            .assignment
            .as_ref()
            .map(|assignment| time(assignment.enabled)),
        tags: tagging::render_some(&record.tags),
        ..VirtualMFADevice::default()
    }
}

/// A device that somebody holds.
pub(super) fn listed(user_name: &str, record: &MfaDeviceRecord) -> Option<MFADevice> {
    Some(MFADevice {
        user_name: user_name.to_owned(),
        serial_number: record.arn(),
        enable_date: time(record.assignment.as_ref()?.enabled),
    })
}
