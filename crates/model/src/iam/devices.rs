//! Virtual devices for multi-factor authentication.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Kind, Record, Timestamp};

/// A device that shows a code every 30 seconds (RFC 6238). The seed never shows in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MfaDeviceRecord {
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    /// The key of the codes, as it was drawn.
    pub seed: Vec<u8>,
    pub created: Timestamp,
    /// Whose it is, once somebody has proved to have it.
    #[serde(default)]
    pub assignment: Option<MfaAssignment>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MfaAssignment {
    pub holder: MfaHolder,
    pub enabled: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MfaHolder {
    Root,
    /// The unique id of the user, which a renaming leaves as it is.
    User(String),
}

impl MfaDeviceRecord {
    /// `place` is the path with the name: devices of one name may stand below several paths.
    pub fn id_of(account: &AccountId, place: &str) -> String {
        format!("{account}{place}")
    }

    /// `arn:aws:iam::ACCOUNT:mfa/PATH/NAME`: the serial number of a virtual device.
    pub fn arn(&self) -> String {
        format!(
            "arn:aws:iam::{}:mfa{}{}",
            self.account, self.path, self.name
        )
    }
}

impl fmt::Debug for MfaDeviceRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MfaDeviceRecord")
            .field("arn", &self.arn())
            .field("assignment", &self.assignment)
            .finish_non_exhaustive()
    }
}

impl Record for MfaDeviceRecord {
    const KIND: Kind = Kind::MfaDevice;
    fn id(&self) -> String {
        Self::id_of(&self.account, &format!("{}{}", self.path, self.name))
    }
}
