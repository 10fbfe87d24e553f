//! What a user signs in with beside access keys. Secrets never show in `Debug`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::KeyStatus;
use crate::Timestamp;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserCredentials {
    #[serde(default)]
    pub login: Option<LoginProfile>,
    #[serde(default)]
    pub ssh_keys: Vec<SshPublicKey>,
    #[serde(default)]
    pub certificates: Vec<SigningCertificate>,
    #[serde(default)]
    pub service_credentials: Vec<ServiceCredential>,
}

/// A password, and whether it must be changed when it is used first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoginProfile {
    pub created: Timestamp,
    pub changed: Timestamp,
    pub reset_required: bool,
    pub password: PasswordHash,
    /// Earlier passwords, the newest last, as far as the account's policy looks back.
    #[serde(default)]
    pub earlier: Vec<PasswordHash>,
}

/// PBKDF2-HMAC-SHA256 of a password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordHash {
    pub salt: Vec<u8>,
    pub iterations: u32,
    pub hash: Vec<u8>,
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PasswordHash").finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SshPublicKey {
    /// `APKA…`
    pub id: String,
    /// As it was uploaded.
    pub body: String,
    /// MD5 of the key's bytes in pairs of digits.
    pub fingerprint: String,
    pub status: KeyStatus,
    pub uploaded: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SigningCertificate {
    pub id: String,
    pub body: String,
    pub status: KeyStatus,
    pub uploaded: Timestamp,
}

/// A name and password for one service.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceCredential {
    /// `ACCA…`
    pub id: String,
    pub service: String,
    pub user_name: String,
    pub password: String,
    pub status: KeyStatus,
    pub created: Timestamp,
    #[serde(default)]
    pub expires: Option<Timestamp>,
}

impl fmt::Debug for ServiceCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceCredential")
            .field("id", &self.id)
            .field("service", &self.service)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
