//! The codes of virtual devices for multi-factor authentication: RFC 6238 with HMAC-SHA1, six
//! digits and steps of 30 seconds, which is what AWS's virtual devices speak.
//!
//! This module must never look at a clock; the time comes in. It keeps no record of codes that were
//! used.

use model::Timestamp;
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use ring::rand::SecureRandom;

use crate::identifiers::NoRandomness;

/// 320 bits, which base32 writes as 64 characters, as AWS's seeds have.
pub const SEED_BYTES: usize = 40;

const STEP_SECONDS: i64 = 30;
const DIGITS: usize = 6;

/// How many steps the device's clock may be off when one code is shown.
const TOLERANCE: i64 = 1;

/// How many steps ago the first of two codes may be: a person waits for the second.
const PATIENCE: i64 = 4;

pub fn new_seed(random: &dyn SecureRandom) -> Result<Vec<u8>, NoRandomness> {
    let mut seed = vec![0_u8; SEED_BYTES];
    random.fill(&mut seed).map_err(|_| NoRandomness)?;
    Ok(seed)
}

/// The step whose code this is, if it is now or one before or after. Who takes a code for a proof
/// must not take the same step again.
pub(crate) fn step_of(seed: &[u8], code: &str, now: Timestamp) -> Option<i64> {
    let now = step_at(now);
    (now - TOLERANCE..=now + TOLERANCE).find(|step| code_at(seed, *step) == code)
}

/// The step of the second of two codes, if the device showed them one after the other just now.
pub(crate) fn step_of_two(seed: &[u8], first: &str, second: &str, now: Timestamp) -> Option<i64> {
    let now = step_at(now);
    (now - PATIENCE..=now + TOLERANCE)
        .find(|step| code_at(seed, *step) == first && code_at(seed, *step + 1) == second)
        .map(|first| first + 1)
}

/// The code that is shown at this time.
pub fn code(seed: &[u8], now: Timestamp) -> String {
    code_at(seed, step_at(now))
}

fn step_at(now: Timestamp) -> i64 {
    now.seconds().div_euclid(STEP_SECONDS)
}

/// RFC 4226, section 5.3: four bytes at the place that the last half-byte names, without the sign.
fn code_at(seed: &[u8], step: i64) -> String {
    let tag = sign(
        &Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, seed),
        &step.to_be_bytes(),
    );
    let tag = tag.as_ref();
    let offset = tag.last().map_or(0, |last| usize::from(last & 15));
    let number = tag
        .iter()
        .skip(offset)
        .take(4)
        .fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    format!("{:0DIGITS$}", (number & 0x7fff_ffff) % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED: &[u8] = b"12345678901234567890";

    /// RFC 6238, appendix B: the last six of the eight digits there.
    #[test]
    fn codes_are_those_of_the_rfc() {
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let seen = code(SEED, Timestamp::from_seconds(seconds));
            assert_eq!(seen, expected, "{seconds}");
        }
    }

    #[track_caller]
    fn check(steps_ago: i64, expected: bool) {
        let now = 1_111_111_111;
        let shown = code(
            SEED,
            Timestamp::from_seconds(now - steps_ago * STEP_SECONDS),
        );
        let accepted = step_of(SEED, &shown, Timestamp::from_seconds(now)).is_some();
        assert_eq!(accepted, expected, "{steps_ago}");
    }

    #[test]
    fn a_code_is_good_for_one_step_around() {
        check(0, true);
        check(1, true);
        check(-1, true);
        check(2, false);
        check(-2, false);
    }

    #[test]
    fn two_codes_must_follow_each_other() {
        let now = Timestamp::from_seconds(1_111_111_111);
        let at = |steps: i64| code(SEED, Timestamp::from_seconds(1_111_111_111 + steps * 30));
        assert!(step_of_two(SEED, &at(-1), &at(0), now).is_some());
        assert!(step_of_two(SEED, &at(0), &at(1), now).is_some());
        assert!(step_of_two(SEED, &at(0), &at(0), now).is_none());
        assert!(step_of_two(SEED, &at(0), &at(-1), now).is_none());
        assert!(step_of_two(SEED, &at(-9), &at(-8), now).is_none());
        assert!(step_of_two(SEED, "123456", "654321", now).is_none());
    }
}
