//! Temporary credentials that nobody has to remember: the session token is the session, sealed.
//!
//! A token is an AEAD-sealed description of the session, bound to its access key id; the secret
//! access key follows from both. So a session survives a restart, costs no memory, and cannot be
//! altered. This module must never store a session.

mod opened;
mod seal;

use std::fmt;

use model::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};

pub(crate) use opened::{OpenedSession, OpenedSessions, Validity, caller_of, validity};
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

/// A tag of a session. Keys differ by more than case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionTag {
    #[serde(rename = "k")]
    pub key: String,
    #[serde(rename = "v")]
    pub value: String,
    /// Whether sessions that this one opens have it too.
    #[serde(rename = "t", default, skip_serializing_if = "std::ops::Not::not")]
    pub transitive: bool,
}

/// What a session knows of the identity provider behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Federation {
    /// `aws:FederatedProvider`: the ARN of the provider in IAM.
    #[serde(rename = "p")]
    pub(crate) provider: String,
    /// Condition keys with their values, such as `accounts.example.com:sub`.
    #[serde(rename = "k")]
    pub(crate) keys: Vec<(String, Vec<String>)>,
}

/// What stands in a token. Field names are short because tokens travel in every request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealedSession {
    #[serde(rename = "h")]
    pub(crate) holder: SealedHolder,
    #[serde(rename = "i")]
    pub(crate) issued: Timestamp,
    #[serde(rename = "e")]
    pub(crate) expires: Timestamp,
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub(crate) mfa: Option<Timestamp>,
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub(crate) policy: Option<String>,
    #[serde(rename = "a", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) policy_arns: Vec<String>,
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tags: Vec<SessionTag>,
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    pub(crate) source_identity: Option<String>,
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    pub(crate) federation: Option<Federation>,
    /// Whether somebody signed in to the console: IAM takes such credentials, as it takes those of
    /// AWS's own console.
    #[serde(rename = "c", default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) console: bool,
}

/// Whose session it is. The unique id keeps a session from outliving its role or user in another
/// of the same name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum SealedHolder {
    #[serde(rename = "r")]
    Role {
        #[serde(rename = "a")]
        arn: String,
        #[serde(rename = "u")]
        unique_id: String,
        #[serde(rename = "n")]
        session: String,
    },
    #[serde(rename = "u")]
    User(SealedUser),
    #[serde(rename = "o")]
    Root(AccountId),
    #[serde(rename = "f")]
    Federated {
        #[serde(rename = "n")]
        name: String,
        #[serde(rename = "a")]
        account: AccountId,
        /// None for the root of the account.
        #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
        by: Option<SealedUser>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealedUser {
    #[serde(rename = "a")]
    pub(crate) arn: String,
    #[serde(rename = "u")]
    pub(crate) unique_id: String,
}

impl SealedSession {
    /// A session without limits or attributes.
    pub(crate) fn new(holder: SealedHolder, issued: Timestamp, expires: Timestamp) -> Self {
        Self {
            holder,
            issued,
            expires,
            mfa: None,
            policy: None,
            policy_arns: Vec::new(),
            tags: Vec::new(),
            source_identity: None,
            federation: None,
            console: false,
        }
    }
}
