//! Groups of users. Who is in one is said by the users' records.

use serde::{Deserialize, Serialize};

use super::AttachedPolicies;
use crate::{AccountId, Kind, Record, Timestamp};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRecord {
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    /// `AGPA…`
    pub unique_id: String,
    pub created: Timestamp,
    /// A group has no boundary.
    #[serde(default)]
    pub policies: AttachedPolicies,
}

impl GroupRecord {
    pub fn id_of(account: &AccountId, name: &str) -> String {
        format!("{account}/{}", name.to_ascii_lowercase())
    }

    /// `arn:aws:iam::ACCOUNT:group/PATH/NAME`
    pub fn arn(&self) -> String {
        format!(
            "arn:aws:iam::{}:group{}{}",
            self.account, self.path, self.name
        )
    }
}

impl Record for GroupRecord {
    const KIND: Kind = Kind::Group;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.name)
    }
}
