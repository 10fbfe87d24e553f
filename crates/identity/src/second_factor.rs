//! Proof that a user holds an MFA device, and what follows from it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use model::{MfaDeviceRecord, MfaHolder, Timestamp};
use policy::Context;

use crate::caller::Holder;
use crate::{Caller, Identity, mfa};

/// That the caller holds the device. Only [`Identity::prove_mfa`] makes one.
#[derive(Debug)]
pub struct MfaProof {
    at: Timestamp,
}

/// What STS answers, with AccessDenied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MfaRefused {
    #[error(
        "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code."
    )]
    HalfGiven,
    /// Two blanks as in AWS's own text.
    #[error(
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user."
    )]
    NotTheCallers,
    #[error("MultiFactorAuthentication failed with invalid MFA one time pass code. ")]
    WrongCode,
}

impl MfaProof {
    pub(crate) fn at(&self) -> Timestamp {
        self.at
    }

    pub(crate) fn describe(&self, context: &mut Context, now: Timestamp) {
        describe(context, Some(self.at), Some(now));
    }
}

/// `aws:MultiFactorAuthPresent`, which only temporary credentials have, and the age of the proof
/// in seconds (IAM user guide, "AWS global condition context keys").
pub(crate) fn describe(context: &mut Context, proved: Option<Timestamp>, now: Option<Timestamp>) {
    context.set("aws:MultiFactorAuthPresent", proved.is_some().to_string());
    let (Some(proved), Some(now)) = (proved, now) else {
        context.set_many("aws:MultiFactorAuthAge", Vec::new());
        return;
    };
    let age = now.seconds().saturating_sub(proved.seconds()).max(0);
    context.set("aws:MultiFactorAuthAge", age.to_string());
}

/// The last step that each device's code was taken of: a code is good for one use.
#[derive(Default)]
pub(crate) struct SpentCodes {
    by_serial: Mutex<HashMap<String, i64>>,
}

impl SpentCodes {
    /// False when the code, or a later one, was taken before.
    fn spend(&self, serial: &str, step: i64) -> bool {
        let mut spent = self
            .by_serial
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        match spent.get_mut(serial) {
            Some(last) if *last >= step => false,
            Some(last) => {
                *last = step;
                true
            }
            None => {
                spent.insert(serial.to_owned(), step);
                true
            }
        }
    }
}

impl Identity {
    /// What a request's SerialNumber and TokenCode prove of its caller; nothing where it has
    /// neither. Only users and root have devices, so that a session of a role proves nothing.
    pub fn prove_mfa(
        &self,
        caller: &Caller,
        (serial, code): (Option<&str>, Option<&str>),
        now: Timestamp,
    ) -> Result<Option<MfaProof>, MfaRefused> {
        let (serial, code) = match (serial, code) {
            (None, None) => return Ok(None),
            (Some(serial), Some(code)) => (serial, code),
            (Some(_), None) | (None, Some(_)) => return Err(MfaRefused::HalfGiven),
        };
        let directory = self.directory();
        let device = directory
            .mfa_device(serial)
            .filter(|device| belongs_to(device, caller))
            .ok_or(MfaRefused::NotTheCallers)?;
        let step = mfa::step_of(&device.seed, code, now).ok_or(MfaRefused::WrongCode)?;
        if !self.spent_codes.spend(serial, step) {
            return Err(MfaRefused::WrongCode);
        }
        Ok(Some(MfaProof { at: now }))
    }
}

fn belongs_to(device: &MfaDeviceRecord, caller: &Caller) -> bool {
    let Some(assigned) = &device.assignment else {
        return false;
    };
    let is_theirs = match (&assigned.holder, caller.holder()) {
        (MfaHolder::Root, Holder::Root) => true,
        (MfaHolder::User(id), Holder::User(user)) => *id == user.unique_id,
        (MfaHolder::Root | MfaHolder::User(_), _) => false,
    };
    is_theirs && device.account == *caller.account()
}

#[cfg(test)]
mod tests {
    use model::{AccountId, MfaAssignment};

    use super::*;
    use crate::testing::{ACCOUNT, NOW, OTHER_ACCOUNT, ROOT_ID, World};

    const SEED: &[u8] = b"12345678901234567890";
    const SERIAL: &str = "arn:aws:iam::111111111111:mfa/phone";

    fn device(account: &str, holder: Option<MfaHolder>) -> MfaDeviceRecord {
        MfaDeviceRecord {
            account: AccountId::new(account).unwrap(),
            name: "phone".into(),
            path: "/".into(),
            seed: SEED.into(),
            created: NOW,
            assignment: holder.map(|holder| MfaAssignment {
                holder,
                enabled: NOW,
            }),
            tags: std::collections::BTreeMap::new(),
        }
    }

    /// What root's last code is worth.
    #[track_caller]
    fn check(device: &MfaDeviceRecord, codes: &[&str], expected: Result<bool, MfaRefused>) {
        let world = World::new().put(device);
        let root = Caller::root(AccountId::new(ACCOUNT).unwrap(), ROOT_ID);
        let serial = device.arn();
        let prove = |code: &&str| {
            let given = (Some(serial.as_str()), Some(*code));
            let proof = world.identity.prove_mfa(&root, given, NOW)?;
            Ok(proof.is_some())
        };
        let outcomes: Vec<_> = codes.iter().map(prove).collect();
        assert_eq!(outcomes.last(), Some(&expected), "{codes:?}");
    }

    #[test]
    fn a_code_proves_its_holder_and_only_once() {
        let roots = device(ACCOUNT, Some(MfaHolder::Root));
        let (now, before) = (mfa::code(SEED, NOW), mfa::code(SEED, NOW.plus_seconds(-30)));
        check(&roots, &[&now], Ok(true));
        check(&roots, &[&now, &now], Err(MfaRefused::WrongCode));
        check(&roots, &[&before, &now], Ok(true));
        check(&roots, &[&now, &before], Err(MfaRefused::WrongCode));
        check(&roots, &["000000"], Err(MfaRefused::WrongCode));
    }

    #[test]
    fn a_device_of_somebody_else_proves_nothing() {
        let code = mfa::code(SEED, NOW);
        let anns = MfaHolder::User("AIDAANN".into());
        for device in [
            device(OTHER_ACCOUNT, Some(MfaHolder::Root)),
            device(ACCOUNT, Some(anns)),
            device(ACCOUNT, None),
        ] {
            check(&device, &[&code], Err(MfaRefused::NotTheCallers));
        }
    }

    #[test]
    fn serial_number_and_code_belong_together() {
        let world = World::new();
        let root = Caller::root(AccountId::new(ACCOUNT).unwrap(), ROOT_ID);
        let prove = |given| world.identity.prove_mfa(&root, given, NOW).map(drop);
        assert_eq!(prove((None, None)), Ok(()));
        assert_eq!(prove((Some(SERIAL), None)), Err(MfaRefused::HalfGiven));
        assert_eq!(prove((None, Some("123456"))), Err(MfaRefused::HalfGiven));
    }
}
