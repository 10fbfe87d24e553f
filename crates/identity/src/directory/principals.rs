//! Roles and users, with their policies compiled.

use model::{RoleRecord, UserRecord};
use policy::Kind;

use super::{Attachments, NamedPolicy};

#[derive(Debug)]
pub struct Role {
    record: RoleRecord,
    arn: String,
    trust: NamedPolicy,
    attachments: Attachments,
}

impl Role {
    pub(super) fn compile(record: RoleRecord) -> Self {
        let name = format!("trust policy of role {}", record.name);
        Self {
            arn: record.arn(),
            trust: NamedPolicy::compile(name, &record.trust, Kind::Trust),
            attachments: Attachments::compile(&record.policies, &format!("role {}", record.name)),
            record,
        }
    }

    pub fn record(&self) -> &RoleRecord {
        &self.record
    }

    pub fn arn(&self) -> &str {
        &self.arn
    }

    pub fn trust(&self) -> &NamedPolicy {
        &self.trust
    }

    pub(crate) fn attachments(&self) -> &Attachments {
        &self.attachments
    }

    /// `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`: the path is left out.
    pub fn session_arn(&self, session: &str) -> String {
        format!(
            "arn:aws:sts::{}:assumed-role/{}/{session}",
            self.record.account, self.record.name
        )
    }
}

#[derive(Debug)]
pub struct User {
    record: UserRecord,
    arn: String,
    attachments: Attachments,
}

impl User {
    pub(super) fn compile(record: UserRecord) -> Self {
        Self {
            arn: record.arn(),
            attachments: Attachments::compile(&record.policies, &format!("user {}", record.name)),
            record,
        }
    }

    pub fn record(&self) -> &UserRecord {
        &self.record
    }

    pub fn arn(&self) -> &str {
        &self.arn
    }

    pub(crate) fn attachments(&self) -> &Attachments {
        &self.attachments
    }
}
