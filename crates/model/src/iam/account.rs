//! What IAM keeps for an account as a whole.

use serde::{Deserialize, Serialize};

use crate::{AccountId, Kind, Record, Timestamp};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IamAccountRecord {
    pub account: AccountId,
    /// The one name that the account may have instead of its number.
    #[serde(default)]
    pub alias: Option<String>,
    #[serde(default)]
    pub password_policy: Option<PasswordPolicy>,
    /// When the credential report was made; its text is made when it is read.
    #[serde(default)]
    pub report_made: Option<Timestamp>,
    /// The ids of service-linked roles' deletions, the newest last. All of them succeeded.
    #[serde(default)]
    pub deletions: Vec<String>,
}

impl IamAccountRecord {
    pub fn new(account: AccountId) -> Self {
        Self {
            account,
            alias: None,
            password_policy: None,
            report_made: None,
            deletions: Vec::new(),
        }
    }

    pub fn id_of(account: &AccountId) -> String {
        account.to_string()
    }
}

impl Record for IamAccountRecord {
    const KIND: Kind = Kind::IamAccount;
    fn id(&self) -> String {
        Self::id_of(&self.account)
    }
}

/// What passwords of users must be like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a rule of AWS's that is on or off by itself"
)]
pub struct PasswordPolicy {
    /// 6 to 128.
    pub minimum_length: u32,
    pub symbols: bool,
    pub numbers: bool,
    pub uppercase: bool,
    pub lowercase: bool,
    pub users_may_change: bool,
    /// 1 to 1,095.
    #[serde(default)]
    pub max_age_days: Option<u32>,
    /// 1 to 24.
    #[serde(default)]
    pub reuse_prevention: Option<u32>,
    #[serde(default)]
    pub hard_expiry: Option<bool>,
}
