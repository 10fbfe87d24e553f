//! The identifiers that IAM hands out: unique ids, access key ids, secrets.
//!
//! See the IAM user guide, "IAM identifiers", for the prefixes. Randomness is given by the caller.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SecureRandom;

/// The source of randomness failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no random bytes")]
pub struct NoRandomness;

/// What an identifier names; its four letters say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefix {
    Role,
    User,
    Group,
    Policy,
    InstanceProfile,
    ServerCertificate,
    SamlProvider,
    SshPublicKey,
    ServiceCredential,
    AccessKey,
    SessionKey,
}

impl Prefix {
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Role => "AROA",
            Self::User => "AIDA",
            Self::Group => "AGPA",
            Self::Policy => "ANPA",
            Self::InstanceProfile => "AIPA",
            Self::ServerCertificate => "ASCA",
            Self::SamlProvider => "ASPA",
            Self::SshPublicKey => "APKA",
            Self::ServiceCredential => "ACCA",
            Self::AccessKey => "AKIA",
            Self::SessionKey => "ASIA",
        }
    }

    /// Access key ids and the ids of a user's other keys have 20 characters or 21, the ids of
    /// principals, policies and profiles 21.
    const fn random_letters(self) -> usize {
        match self {
            Self::Role
            | Self::User
            | Self::Group
            | Self::Policy
            | Self::InstanceProfile
            | Self::ServerCertificate
            | Self::SamlProvider
            | Self::ServiceCredential => 17,
            Self::AccessKey | Self::SessionKey | Self::SshPublicKey => 16,
        }
    }
}

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A new identifier: the prefix, then base32 characters of five random bits each.
pub fn unique_id(prefix: Prefix, random: &dyn SecureRandom) -> Result<String, NoRandomness> {
    let mut bytes = [0_u8; 17];
    random.fill(&mut bytes).map_err(|_| NoRandomness)?;
    let letters = bytes
        .iter()
        .take(prefix.random_letters())
        .filter_map(|byte| BASE32.get(usize::from(byte & 31)))
        .map(|letter| char::from(*letter));
    Ok(prefix.letters().chars().chain(letters).collect())
}

/// A new secret access key: 40 characters, 240 random bits.
pub fn secret_access_key(random: &dyn SecureRandom) -> Result<String, NoRandomness> {
    let mut bytes = [0_u8; 30];
    random.fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::rand::SystemRandom;

    #[track_caller]
    fn check(prefix: Prefix, letters: &str, length: usize) {
        let random = SystemRandom::new();
        let id = unique_id(prefix, &random).unwrap();
        assert!(id.starts_with(letters), "{id}");
        assert_eq!(id.len(), length);
        assert!(id.bytes().all(|b| BASE32.contains(&b)), "{id}");
        assert_ne!(id, unique_id(prefix, &random).unwrap());
    }

    #[test]
    fn identifiers_have_the_prefix_and_length_of_awss() {
        check(Prefix::Role, "AROA", 21);
        check(Prefix::User, "AIDA", 21);
        check(Prefix::Policy, "ANPA", 21);
        check(Prefix::AccessKey, "AKIA", 20);
        check(Prefix::SessionKey, "ASIA", 20);
    }

    #[test]
    fn a_secret_has_forty_characters() {
        let secret = secret_access_key(&SystemRandom::new()).unwrap();
        assert_eq!(secret.len(), 40);
    }
}
