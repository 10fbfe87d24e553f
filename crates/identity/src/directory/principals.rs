//! Roles, users and groups, with their policies compiled.

use model::{GroupRecord, RoleRecord, UserRecord};
use policy::Kind;

use super::{Attachments, Directory, NamedPolicy, Sources, attachments};

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

    /// The user's own policies, then those of the user's groups in the order of joining. A group
    /// that is missing denies everything, as a missing policy does.
    pub(crate) fn identity<'a>(&'a self, directory: &'a Directory) -> Sources<'a> {
        let mut sources = self.attachments.identity(directory);
        for unique_id in &self.record.groups {
            match directory.group_by_unique_id(unique_id) {
                Some(group) => sources.extend(group.attachments().identity(directory)),
                None => sources.push(attachments::missing()),
            }
        }
        sources
    }
}

#[derive(Debug)]
pub struct Group {
    record: GroupRecord,
    arn: String,
    attachments: Attachments,
}

impl Group {
    pub(super) fn compile(record: GroupRecord) -> Self {
        Self {
            arn: record.arn(),
            attachments: Attachments::compile(&record.policies, &format!("group {}", record.name)),
            record,
        }
    }

    pub fn record(&self) -> &GroupRecord {
        &self.record
    }

    pub fn arn(&self) -> &str {
        &self.arn
    }

    pub(crate) fn attachments(&self) -> &Attachments {
        &self.attachments
    }
}
