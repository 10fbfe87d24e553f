//! Parameters of Systems Manager.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Kind, Record, Region, Timestamp};

/// A parameter with its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterRecord {
    pub account: AccountId,
    pub region: Region,
    /// As it was given, with or without a slash in front.
    pub name: String,
    pub kind: ParameterKind,
    /// The oldest first; never empty.
    pub versions: Vec<ParameterVersion>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParameterKind {
    String,
    StringList,
    /// Kept like the others, since the records are as safe as the key beside them would be; it is shown
    /// only to whoever may decrypt.
    SecureString,
}

impl ParameterKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "String",
            Self::StringList => "StringList",
            Self::SecureString => "SecureString",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = [Self::String, Self::StringList, Self::SecureString].into_iter();
        all.find(|kind| kind.name() == name)
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterVersion {
    pub number: u64,
    pub value: String,
    pub modified: Timestamp,
    /// The ARN of whoever put it.
    pub modified_by: String,
    #[serde(default)]
    pub description: Option<String>,
    #[serde(default)]
    pub allowed_pattern: Option<String>,
    #[serde(default)]
    pub tier: Option<String>,
    /// `text` or `aws:ec2:image`.
    #[serde(default)]
    pub data_type: Option<String>,
    #[serde(default)]
    pub key_id: Option<String>,
    #[serde(default)]
    pub labels: Vec<String>,
}

/// A value may be a secret.
impl fmt::Debug for ParameterVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParameterVersion")
            .field("number", &self.number)
            .field("modified", &self.modified)
            .finish_non_exhaustive()
    }
}

impl ParameterRecord {
    /// The name begins with a slash in the id, so that a path lists what is below it.
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        let slash = if name.starts_with('/') { "" } else { "/" };
        format!("{account}/{region}{slash}{name}")
    }

    pub fn arn(&self) -> String {
        Self::arn_of(&self.account, &self.region, &self.name)
    }

    pub fn arn_of(account: &AccountId, region: &Region, name: &str) -> String {
        let name = name.strip_prefix('/').unwrap_or(name);
        format!(
            "arn:{}:ssm:{region}:{account}:parameter/{name}",
            crate::PARTITION
        )
    }

    pub fn current(&self) -> Option<&ParameterVersion> {
        self.versions.last()
    }
}

impl Record for ParameterRecord {
    const KIND: Kind = Kind::Parameter;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.name)
    }
}
