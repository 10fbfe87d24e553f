//! IAM records: roles, users with their credentials, groups, managed policies, and what else an
//! account holds.

mod account;
mod credentials;
mod devices;
mod groups;
mod profiles;
mod providers;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Arn, Kind, Record, Timestamp};

pub use account::{IamAccountRecord, PasswordPolicy};
pub use credentials::{
    LoginProfile, PasswordHash, ServiceCredential, SigningCertificate, SshPublicKey,
    UserCredentials,
};
pub use devices::{MfaAssignment, MfaDeviceRecord, MfaHolder};
pub use groups::GroupRecord;
pub use profiles::{InstanceProfileRecord, ServerCertificateRecord};
pub use providers::{OidcProviderRecord, SamlProviderRecord};

/// The policies that hang on a role, a user or a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachedPolicies {
    /// Inline policies by name: the document as it was put.
    #[serde(default)]
    pub inline: BTreeMap<String, String>,
    /// ARNs of attached managed policies, in the order of attachment.
    #[serde(default)]
    pub managed: Vec<Arn>,
    /// ARN of the managed policy that is the permissions boundary.
    #[serde(default)]
    pub boundary: Option<Arn>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleRecord {
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    /// `AROA…`
    pub unique_id: String,
    pub created: Timestamp,
    #[serde(default)]
    pub description: Option<String>,
    /// 3,600 to 43,200.
    pub max_session_seconds: u32,
    /// The trust policy as it was put.
    pub trust: String,
    #[serde(default)]
    pub policies: AttachedPolicies,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    #[serde(default)]
    pub last_used: Option<Timestamp>,
}

impl RoleRecord {
    /// Role names are unique in an account without regard to case.
    pub fn id_of(account: &AccountId, name: &str) -> String {
        format!("{account}/{}", name.to_ascii_lowercase())
    }

    /// `arn:aws:iam::ACCOUNT:role/PATH/NAME`
    pub fn arn(&self) -> String {
        format!(
            "arn:aws:iam::{}:role{}{}",
            self.account, self.path, self.name
        )
    }
}

impl Record for RoleRecord {
    const KIND: Kind = Kind::Role;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.name)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRecord {
    pub account: AccountId,
    pub name: String,
    pub path: String,
    /// `AIDA…`
    pub unique_id: String,
    pub created: Timestamp,
    #[serde(default)]
    pub policies: AttachedPolicies,
    /// At most two, as on AWS.
    #[serde(default)]
    pub access_keys: Vec<AccessKey>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// The unique ids of the groups that the user is in: a group keeps its members when it is
    /// renamed, and so does a user.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Everything but access keys that the user signs in with.
    #[serde(default)]
    pub credentials: UserCredentials,
}

impl UserRecord {
    pub fn id_of(account: &AccountId, name: &str) -> String {
        format!("{account}/{}", name.to_ascii_lowercase())
    }

    /// `arn:aws:iam::ACCOUNT:user/PATH/NAME`
    pub fn arn(&self) -> String {
        format!(
            "arn:aws:iam::{}:user{}{}",
            self.account, self.path, self.name
        )
    }
}

impl Record for UserRecord {
    const KIND: Kind = Kind::User;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.name)
    }
}

/// A long-lived key of a user. The secret never shows in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessKey {
    /// `AKIA…`
    pub id: String,
    pub secret: String,
    pub status: KeyStatus,
    pub created: Timestamp,
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessKey")
            .field("id", &self.id)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyStatus {
    Active,
    Inactive,
}

/// A customer-managed policy. The ones that AWS manages are data in `identity`, not records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRecord {
    pub account: AccountId,
    pub name: String,
    pub path: String,
    /// `ANPA…`
    pub unique_id: String,
    pub created: Timestamp,
    pub updated: Timestamp,
    #[serde(default)]
    pub description: Option<String>,
    /// By number: version `v1` is 1. At most five, as on AWS.
    pub versions: BTreeMap<u32, PolicyVersion>,
    pub default_version: u32,
    pub next_version: u32,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl PolicyRecord {
    pub fn id_of(account: &AccountId, name: &str) -> String {
        format!("{account}/{}", name.to_ascii_lowercase())
    }

    /// `arn:aws:iam::ACCOUNT:policy/PATH/NAME`
    pub fn arn(&self) -> String {
        format!(
            "arn:aws:iam::{}:policy{}{}",
            self.account, self.path, self.name
        )
    }
}

impl Record for PolicyRecord {
    const KIND: Kind = Kind::Policy;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.name)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyVersion {
    pub document: String,
    pub created: Timestamp,
}
