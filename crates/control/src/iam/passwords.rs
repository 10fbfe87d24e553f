//! Passwords: what they must be like, and what is kept of them.

use std::num::NonZeroU32;

use model::{LoginProfile, PasswordHash, PasswordPolicy, Timestamp, UserRecord};
use ring::pbkdf2::{PBKDF2_HMAC_SHA256, derive, verify};
use ring::rand::{SecureRandom as _, SystemRandom};

use super::refusal::Refusal;
use crate::refused::Refused;

const ITERATIONS: NonZeroU32 = NonZeroU32::new(120_000).unwrap();
const HASH_BYTES: usize = 32;
const SALT_BYTES: usize = 16;

/// As far back as any account's policy may look.
const MOST_EARLIER: usize = 24;

/// What a password of one user must be like.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    policy: Option<PasswordPolicy>,
    user_name: String,
}

impl Rules {
    pub(super) fn of(policy: Option<&PasswordPolicy>, user: &UserRecord) -> Self {
        Self {
            policy: policy.cloned(),
            user_name: user.name.clone(),
        }
    }

    /// Without a policy: eight characters of three kinds, and not the user's name (IAM user guide,
    /// "Default password policy").
    fn check(&self, password: &str) -> Result<(), Refusal> {
        let has = |kind: fn(&char) -> bool| password.chars().any(|letter| kind(&letter));
        let kinds = [
            (has(char::is_ascii_uppercase), "one uppercase letter"),
            (has(char::is_ascii_lowercase), "one lowercase letter"),
            (has(char::is_ascii_digit), "one number"),
            (has(|letter| !letter.is_ascii_alphanumeric()), "one symbol"),
        ];
        let length = password.chars().count();
        let Some(policy) = &self.policy else {
            let enough = kinds.iter().filter(|(has, _)| *has).count() >= 3;
            let own = password.eq_ignore_ascii_case(&self.user_name);
            return if length >= 8 && enough && !own {
                Ok(())
            } else {
                Err(Refusal::WeakPassword(
                    "have a minimum length of 8 and three kinds of characters".to_owned(),
                ))
            };
        };
        if length < usize::try_from(policy.minimum_length).unwrap_or(usize::MAX) {
            let least = policy.minimum_length;
            return Err(Refusal::WeakPassword(format!(
                "have a minimum length of {least}"
            )));
        }
        let required = [
            policy.uppercase,
            policy.lowercase,
            policy.numbers,
            policy.symbols,
        ];
        let missing = kinds
            .iter()
            .zip(required)
            .find(|((has, _), required)| *required && !has);
        match missing {
            Some(((_, kind), _)) => Err(Refusal::WeakPassword(format!("have at least {kind}"))),
            None => Ok(()),
        }
    }

    fn looks_back(&self) -> usize {
        let policy = self.policy.as_ref();
        policy
            .and_then(|policy| policy.reuse_prevention)
            .and_then(|most| usize::try_from(most).ok())
            .unwrap_or(0)
    }
}

/// Takes a new password in place of what was held.
pub(super) async fn accept(
    rules: &Rules,
    held: Option<LoginProfile>,
    password: String,
) -> Result<PasswordHash, Refused> {
    rules.check(&password)?;
    let back = rules.looks_back();
    aside(move || {
        let earlier = held.iter().flat_map(|held| {
            let newest_first = held.earlier.iter().rev();
            std::iter::once(&held.password).chain(newest_first)
        });
        if earlier
            .take(back)
            .any(|earlier| matches(earlier, &password))
        {
            return Err(Refusal::ReusedPassword.into());
        }
        hash(&password)
    })
    .await?
}

/// Whether this is the password.
pub(super) async fn is(held: &PasswordHash, password: String) -> Result<bool, Refused> {
    let held = held.clone();
    aside(move || matches(&held, &password)).await
}

pub(super) fn replace(login: &mut LoginProfile, password: &PasswordHash, now: Timestamp) {
    let before = std::mem::replace(&mut login.password, password.clone());
    login.earlier.push(before);
    let old = login.earlier.len().saturating_sub(MOST_EARLIER);
    login.earlier.drain(..old);
    login.changed = now;
}

/// Hashing takes long on purpose, so that it has a thread of its own.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refused> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Refused::internal)
}

fn hash(password: &str) -> Result<PasswordHash, Refused> {
    let mut salt = vec![0_u8; SALT_BYTES];
    SystemRandom::new()
        .fill(&mut salt)
        .map_err(|_| Refused::internal("the system gave no random bytes"))?;
    let mut hash = vec![0_u8; HASH_BYTES];
    derive(
        PBKDF2_HMAC_SHA256,
        ITERATIONS,
        &salt,
        password.as_bytes(),
        &mut hash,
    );
    Ok(PasswordHash {
        salt,
        iterations: ITERATIONS.get(),
        hash,
    })
}

fn matches(held: &PasswordHash, password: &str) -> bool {
    let Some(iterations) = NonZeroU32::new(held.iterations) else {
        return false;
    };
    let password = password.as_bytes();
    verify(
        PBKDF2_HMAC_SHA256,
        iterations,
        &held.salt,
        password,
        &held.hash,
    )
    .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(policy: Option<&PasswordPolicy>, password: &str, expected: Result<(), &str>) {
        let rules = Rules {
            policy: policy.cloned(),
            user_name: "Annabel-99".to_owned(),
        };
        let seen = rules.check(password).map_err(|refusal| refusal.to_string());
        let expected = expected.map_err(|rest| format!("Password should {rest}"));
        assert_eq!(seen, expected, "{password}");
    }

    #[test]
    fn without_a_policy_three_kinds_of_eight_characters_are_needed() {
        let weak = Err("have a minimum length of 8 and three kinds of characters");
        check(None, "Abcdefg1", Ok(()));
        check(None, "abcdefg1", weak);
        check(None, "Abcde1!", weak);
        check(None, "annabel-99", weak);
    }

    #[test]
    fn each_rule_of_a_policy_is_named() {
        let policy = PasswordPolicy {
            minimum_length: 6,
            symbols: true,
            numbers: true,
            uppercase: true,
            lowercase: false,
            users_may_change: false,
            max_age_days: None,
            reuse_prevention: None,
            hard_expiry: None,
        };
        let policy = Some(&policy);
        check(policy, "ABC1!", Err("have a minimum length of 6"));
        check(policy, "abcd1!", Err("have at least one uppercase letter"));
        check(policy, "ABCDE!", Err("have at least one number"));
        check(policy, "ABCDE1", Err("have at least one symbol"));
        check(policy, "ABCD1!", Ok(()));
    }
}
