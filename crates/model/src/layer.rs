//! Layers and code signing configurations: what functions refer to and do not own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Code, Kind, Record, Region, ResourcePolicy, Timestamp};

/// A layer with all its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerRecord {
    pub account: AccountId,
    pub region: Region,
    pub name: String,
    /// Numbers are never given again.
    pub next_version: u64,
    #[serde(default)]
    pub versions: BTreeMap<u64, LayerVersion>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LayerVersion {
    pub description: String,
    pub code: Code,
    pub created: Timestamp,
    #[serde(default)]
    pub runtimes: Vec<String>,
    #[serde(default)]
    pub architectures: Vec<String>,
    #[serde(default)]
    pub license: Option<String>,
    /// Who of other accounts may use it.
    #[serde(default)]
    pub policy: ResourcePolicy,
}

impl LayerRecord {
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("{account}/{region}/{name}")
    }

    /// Without a version.
    pub fn arn(&self) -> String {
        let Self {
            account,
            region,
            name,
            ..
        } = self;
        format!(
            "arn:{}:lambda:{region}:{account}:layer:{name}",
            crate::PARTITION
        )
    }
}

impl Record for LayerRecord {
    const KIND: Kind = Kind::Layer;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.name)
    }
}

/// Which publishers may have signed a function's code, and what happens if none of them did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeSigningConfigRecord {
    pub account: AccountId,
    pub region: Region,
    /// `csc-` and 17 characters.
    pub config: String,
    #[serde(default)]
    pub description: Option<String>,
    pub publishers: Vec<String>,
    /// `Warn` or `Enforce`.
    pub untrusted_artifacts: String,
    pub modified: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl CodeSigningConfigRecord {
    pub fn id_of(account: &AccountId, region: &Region, config: &str) -> String {
        format!("{account}/{region}/{config}")
    }

    pub fn arn(&self) -> String {
        let Self {
            account,
            region,
            config,
            ..
        } = self;
        format!(
            "arn:{}:lambda:{region}:{account}:code-signing-config:{config}",
            crate::PARTITION
        )
    }
}

impl Record for CodeSigningConfigRecord {
    const KIND: Kind = Kind::CodeSigningConfig;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.config)
    }
}
