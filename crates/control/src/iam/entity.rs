//! What roles, users and managed policies have in common, seen from IAM's operations.

use std::fmt;

use model::{AccountId, AttachedPolicies, PolicyRecord, Record, RoleRecord, UserRecord};

use super::tagging::Tags;

/// Something that a permission can be about.
pub(super) trait Subject: Record + Clone {
    fn arn(&self) -> String;
    fn tags(&self) -> &Tags;
    /// The ARN of its permissions boundary.
    fn boundary(&self) -> Option<&str>;
}

/// Something that policies hang on.
pub(super) trait Entity: Subject {
    const NOUN: Noun;
    fn id_of(account: &AccountId, name: &str) -> String;
    fn name(&self) -> &str;
    fn policies(&self) -> &AttachedPolicies;
    fn policies_mut(&mut self) -> &mut AttachedPolicies;
}

/// The kinds of entities, with the quotas that differ between them (IAM user guide, "IAM and AWS
/// STS quotas").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Role,
    User,
}

impl Noun {
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Role => "Role",
            Self::User => "User",
        }
    }

    /// Characters of all inline policies together, without white space.
    pub(super) fn most_inline_characters(self) -> usize {
        match self {
            Self::Role => 10_240,
            Self::User => 2_048,
        }
    }

    pub(super) fn attachment_quota(self) -> &'static str {
        match self {
            Self::Role => "PoliciesPerRole",
            Self::User => "PoliciesPerUser",
        }
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Role => "role",
            Self::User => "user",
        })
    }
}

impl Subject for PolicyRecord {
    fn arn(&self) -> String {
        Self::arn(self)
    }

    fn tags(&self) -> &Tags {
        &self.tags
    }

    fn boundary(&self) -> Option<&str> {
        None
    }
}

macro_rules! entity {
    ($record:ident, $noun:expr) => {
        impl Subject for $record {
            fn arn(&self) -> String {
                Self::arn(self)
            }

            fn tags(&self) -> &Tags {
                &self.tags
            }

            fn boundary(&self) -> Option<&str> {
                self.policies.boundary.as_ref().map(model::Arn::as_str)
            }
        }

        impl Entity for $record {
            const NOUN: Noun = $noun;

            fn id_of(account: &AccountId, name: &str) -> String {
                Self::id_of(account, name)
            }

            fn name(&self) -> &str {
                &self.name
            }

            fn policies(&self) -> &AttachedPolicies {
                &self.policies
            }

            fn policies_mut(&mut self) -> &mut AttachedPolicies {
                &mut self.policies
            }
        }
    };
}

entity!(RoleRecord, Noun::Role);
entity!(UserRecord, Noun::User);
