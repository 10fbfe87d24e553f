//! Temporary credentials that nobody has to remember: the session token is the session, sealed.
//!
//! A token is an AEAD-sealed description of the session, bound to its access key id; the secret
//! access key follows from both. So a session survives a restart, costs no memory, and cannot be
//! altered. This module must never store a session.

mod seal;

use std::fmt;

use model::Timestamp;
use serde::{Deserialize, Serialize};

pub(crate) use seal::Seal;

/// What AssumeRole hands out.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionCredentials {
    /// `ASIA…`
    pub access_key_id: String,
    pub secret_access_key: String,
    pub session_token: String,
    pub expiration: Timestamp,
}

impl fmt::Debug for SessionCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionCredentials")
            .field("access_key_id", &self.access_key_id)
            .field("expiration", &self.expiration)
            .finish_non_exhaustive()
    }
}

/// What stands in a token. Field names are short because tokens travel in every request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealedSession {
    #[serde(rename = "r")]
    pub(crate) role_arn: String,
    #[serde(rename = "u")]
    pub(crate) role_unique_id: String,
    #[serde(rename = "n")]
    pub(crate) name: String,
    #[serde(rename = "e")]
    pub(crate) expires: Timestamp,
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub(crate) policy: Option<String>,
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    pub(crate) source_identity: Option<String>,
}
