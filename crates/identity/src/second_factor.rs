//! Proof that a user holds an MFA device, and what follows from it.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use model::{MfaDeviceRecord, MfaHolder, Record as _, Timestamp};
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

/// Wrong codes in a row that cost nothing: people mistype.
const FREE_MISTAKES: u32 = 5;
/// How long a device rests after the first wrong code that costs something; each further one
/// doubles it. A stranger with a user's keys guesses one of a million codes, of which three are
/// right at any time: at one guess an hour that takes decades.
const FIRST_REST_SECONDS: i64 = 30;
const LONGEST_REST_SECONDS: i64 = 3_600;

/// What is remembered of the codes that were shown for a device.
#[derive(Debug, Default)]
struct Shown {
    /// The last step of which a code was taken: a code is good for one use.
    last_step: Option<i64>,
    /// Wrong codes since the last right one.
    mistakes: u32,
    /// No code is taken before.
    rests_until: i64,
}

/// By the record's id, and forgotten with the record.
#[derive(Default)]
pub(crate) struct ShownCodes {
    by_device: Mutex<HashMap<String, Shown>>,
}

impl ShownCodes {
    /// Whether a code is taken; `step` is the one that it belongs to, if any. While the device
    /// rests nothing is looked at, so that right codes look like wrong ones.
    fn take(&self, device: &str, step: Option<i64>, now: Timestamp) -> bool {
        let mut devices = self.lock();
        let shown = devices.entry(device.to_owned()).or_default();
        if now.seconds() < shown.rests_until {
            return false;
        }
        match step {
            Some(step) if shown.last_step.is_none_or(|last| last < step) => {
                *shown = Shown::until(step);
                true
            }
            Some(_) | None => {
                shown.mistake(now);
                false
            }
        }
    }

    /// Two codes in a row were shown: nobody guesses them, so that the device rests no more. Both
    /// are used with that.
    fn settle(&self, device: &str, step: i64) {
        self.lock().insert(device.to_owned(), Shown::until(step));
    }

    pub(crate) fn forget(&self, device: &str) {
        self.lock().remove(device);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Shown>> {
        self.by_device
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shown {
    fn until(step: i64) -> Self {
        Self {
            last_step: Some(step),
            ..Self::default()
        }
    }

    fn mistake(&mut self, now: Timestamp) {
        self.mistakes = self.mistakes.saturating_add(1);
        if let Some(doublings) = self.mistakes.checked_sub(FREE_MISTAKES) {
            let rest = FIRST_REST_SECONDS << doublings.min(7);
            let rest = rest.min(LONGEST_REST_SECONDS);
            self.rests_until = now.seconds().saturating_add(rest);
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
        let step = mfa::step_of(&device.seed, code, now);
        if !self.shown_codes.take(&device.id(), step, now) {
            return Err(MfaRefused::WrongCode);
        }
        Ok(Some(MfaProof { at: now }))
    }

    /// Whether the device showed these two codes, one after the other, just now. They prove nothing
    /// a second time.
    pub fn take_two_codes(
        &self,
        device: &MfaDeviceRecord,
        (first, second): (&str, &str),
        now: Timestamp,
    ) -> bool {
        let step = mfa::step_of_two(&device.seed, first, second, now);
        if let Some(step) = step {
            self.shown_codes.settle(&device.id(), step);
        }
        step.is_some()
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

    /// Whether a right code is taken so many seconds after so many wrong ones in a row.
    #[track_caller]
    fn check_rest(mistakes: usize, seconds_later: i64, expected: bool) {
        let roots = device(ACCOUNT, Some(MfaHolder::Root));
        let world = World::new().put(&roots);
        let root = Caller::root(AccountId::new(ACCOUNT).unwrap(), ROOT_ID);
        let serial = roots.arn();
        let taken = |code: &str, now| {
            let given = (Some(serial.as_str()), Some(code));
            world.identity.prove_mfa(&root, given, now).is_ok()
        };
        for _ in 0..mistakes {
            assert!(!taken("000000", NOW));
        }
        let later = NOW.plus_seconds(seconds_later);
        let seen = taken(&mfa::code(SEED, later), later);
        assert_eq!(seen, expected, "{mistakes} mistakes, {seconds_later} s");
    }

    #[test]
    fn who_guesses_waits_and_waits_longer() {
        check_rest(4, 0, true);
        check_rest(5, 0, false);
        check_rest(5, 29, false);
        check_rest(5, 30, true);
        // While the device rests nothing is counted.
        check_rest(1_000, 30, true);
        let shown = ShownCodes::default();
        let mut now = NOW;
        let rests = (0..20).map(|_| {
            shown.take("device", None, now);
            let until = shown.lock().get("device").unwrap().rests_until;
            let rest = (until - now.seconds()).max(0);
            now = now.plus_seconds(rest);
            rest
        });
        let rests: Vec<i64> = rests.collect();
        assert_eq!(rests[..7], [0, 0, 0, 0, 30, 60, 120]);
        assert_eq!(rests[19], 3_600);
    }

    #[test]
    fn two_codes_in_a_row_end_the_rest_and_are_used() {
        let roots = device(ACCOUNT, Some(MfaHolder::Root));
        let world = World::new().put(&roots);
        let root = Caller::root(AccountId::new(ACCOUNT).unwrap(), ROOT_ID);
        let serial = roots.arn();
        let code = |later| mfa::code(SEED, NOW.plus_seconds(later));
        let taken = |code: &str| {
            let given = (Some(serial.as_str()), Some(code));
            world.identity.prove_mfa(&root, given, NOW).is_ok()
        };
        for _ in 0..9 {
            assert!(!taken("000000"));
        }
        let two =
            |first: &str, second: &str| world.identity.take_two_codes(&roots, (first, second), NOW);
        assert!(!two(&code(0), &code(0)));
        assert!(two(&code(-30), &code(0)));
        assert!(!taken(&code(0)));
        assert!(taken(&code(30)));
    }

    #[test]
    fn a_device_that_is_gone_leaves_nothing() {
        let roots = device(ACCOUNT, Some(MfaHolder::Root));
        let world = World::new().put(&roots);
        let now = mfa::code(SEED, NOW);
        let two = (mfa::code(SEED, NOW.plus_seconds(-30)), now);
        let two = (two.0.as_str(), two.1.as_str());
        assert!(world.identity.take_two_codes(&roots, two, NOW));
        world.delete(&roots);
        assert!(world.identity.shown_codes.lock().is_empty());
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
