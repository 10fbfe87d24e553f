//! Repositories of container images, as far as they are records.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Kind, PARTITION, Record, Region, Timestamp};

/// A repository, into which nothing can be pushed here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepositoryRecord {
    pub account: AccountId,
    pub region: Region,
    pub name: String,
    pub created: Timestamp,
    /// `MUTABLE`, `IMMUTABLE` or one of their kinds with exclusions.
    pub mutability: String,
    pub scans_on_push: bool,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl RepositoryRecord {
    /// Names have slashes, and so have the ids.
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("{account}/{region}/{name}")
    }

    pub fn arn(&self) -> String {
        Self::arn_of(&self.account, &self.region, &self.name)
    }

    pub fn arn_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("arn:{PARTITION}:ecr:{region}:{account}:repository/{name}")
    }

    /// Where images would be.
    pub fn uri(&self) -> String {
        let Self {
            account,
            region,
            name,
            ..
        } = self;
        format!("{account}.dkr.ecr.{region}.amazonaws.com/{name}")
    }
}

impl Record for RepositoryRecord {
    const KIND: Kind = Kind::Repository;

    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.name)
    }
}
