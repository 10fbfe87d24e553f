//! What hangs on machines and load balancers of AWS, kept as records: instance profiles and server
//! certificates.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Kind, Record, Timestamp};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstanceProfileRecord {
    pub account: AccountId,
    pub name: String,
    pub path: String,
    /// `AIPA…`
    pub unique_id: String,
    pub created: Timestamp,
    /// The name of the one role that it may hold.
    #[serde(default)]
    pub role: Option<String>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl InstanceProfileRecord {
    pub fn id_of(account: &AccountId, name: &str) -> String {
        format!("{account}/{}", name.to_ascii_lowercase())
    }

    /// `arn:aws:iam::ACCOUNT:instance-profile/PATH/NAME`
    pub fn arn(&self) -> String {
        format!(
            "arn:aws:iam::{}:instance-profile{}{}",
            self.account, self.path, self.name
        )
    }
}

impl Record for InstanceProfileRecord {
    const KIND: Kind = Kind::InstanceProfile;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.name)
    }
}

/// A certificate for load balancers. The private key never shows in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerCertificateRecord {
    pub account: AccountId,
    pub name: String,
    pub path: String,
    /// `ASCA…`
    pub unique_id: String,
    pub uploaded: Timestamp,
    pub body: String,
    pub private_key: String,
    #[serde(default)]
    pub chain: Option<String>,
    /// When the certificate ends, if that could be read from it.
    #[serde(default)]
    pub expires: Option<Timestamp>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl ServerCertificateRecord {
    pub fn id_of(account: &AccountId, name: &str) -> String {
        format!("{account}/{}", name.to_ascii_lowercase())
    }

    /// `arn:aws:iam::ACCOUNT:server-certificate/PATH/NAME`
    pub fn arn(&self) -> String {
        format!(
            "arn:aws:iam::{}:server-certificate{}{}",
            self.account, self.path, self.name
        )
    }
}

impl fmt::Debug for ServerCertificateRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerCertificateRecord")
            .field("arn", &self.arn())
            .finish_non_exhaustive()
    }
}

impl Record for ServerCertificateRecord {
    const KIND: Kind = Kind::ServerCertificate;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.name)
    }
}
