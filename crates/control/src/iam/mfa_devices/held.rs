//! Devices as they are found: by serial number, by holder.

use model::{AccountId, Arn, MfaDeviceRecord, MfaHolder, Record as _, UserRecord};
use store::{Records, StoreError, Stored};
use wire::Operation;

use super::super::permitted::{Permitted, decide};
use super::super::refusal::Refusal;
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The device that the caller may do the operation to.
pub(super) async fn permitted_device<O: Operation>(
    rooms: &Rooms,
    call: &Call,
    serial_number: &str,
    complete: impl FnOnce(Ask) -> Ask,
) -> Result<Permitted<MfaDeviceRecord>, Refused> {
    let device = find(&rooms.records, call.account(), serial_number).await?;
    decide::<O, _>(rooms, call, device, serial_number, complete)?
        .ok_or_else(|| Refusal::NoSuchDevice(serial_number.to_owned()).into())
}

async fn find(
    records: &Records,
    account: &AccountId,
    serial_number: &str,
) -> Result<Option<Stored<MfaDeviceRecord>>, StoreError> {
    let arn = Arn::new(serial_number).ok();
    let place = arn
        .as_ref()
        .and_then(|arn| arn.resource().strip_prefix("mfa"));
    let Some(place) = place else {
        return Ok(None);
    };
    let found = records
        .get::<MfaDeviceRecord>(&MfaDeviceRecord::id_of(account, place))
        .await?;
    Ok(found.filter(|device| device.arn() == serial_number))
}

pub(super) async fn found(
    records: &Records,
    account: &AccountId,
    serial_number: &str,
) -> Result<MfaDeviceRecord, Refused> {
    match find(records, account, serial_number).await? {
        Some(device) => Ok(device.record),
        None => Err(Refusal::NoSuchDevice(serial_number.to_owned()).into()),
    }
}

/// The device of that number, if the user holds it.
pub(super) async fn owned(
    records: &Records,
    user: &UserRecord,
    serial_number: &str,
) -> Result<MfaDeviceRecord, Refused> {
    let device = found(records, &user.account, serial_number).await?;
    if is_held_by(&device, user) {
        Ok(device)
    } else {
        Err(Refusal::DeviceOfAnother.into())
    }
}

pub(in super::super) fn is_held_by(device: &MfaDeviceRecord, user: &UserRecord) -> bool {
    let holder = MfaHolder::User(user.unique_id.clone());
    device
        .assignment
        .as_ref()
        .is_some_and(|assignment| assignment.holder == holder)
}

pub(in super::super) async fn devices_of(
    records: &Records,
    user: &UserRecord,
) -> Result<Vec<MfaDeviceRecord>, StoreError> {
    let all = records
        .list::<MfaDeviceRecord>(&format!("{}/", user.account))
        .await?;
    let devices = all.into_iter().map(|stored| stored.record);
    Ok(devices.filter(|device| is_held_by(device, user)).collect())
}

/// Changes a device; the decision was about its user.
pub(super) async fn change(
    records: &Records,
    device: &MfaDeviceRecord,
    mut change: impl FnMut(&mut MfaDeviceRecord) -> Result<(), Refusal>,
) -> Result<(), Refused> {
    let updated = records
        .update(&device.id(), |device: &mut MfaDeviceRecord| {
            change(device).map_err(Refused::from)
        })
        .await;
    let missing = || Refusal::NoSuchDevice(device.arn()).into();
    updated
        .map(|_| ())
        .map_err(|error| Refused::of_update(error, missing))
}
