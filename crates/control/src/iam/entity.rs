//! What the things that IAM keeps have in common, seen from its operations.

use std::fmt;

use model::{
    AccountId, AttachedPolicies, GroupRecord, InstanceProfileRecord, MfaDeviceRecord,
    OidcProviderRecord, PolicyRecord, Record, RoleRecord, SamlProviderRecord,
    ServerCertificateRecord, UserRecord,
};

use super::refusal::Refusal;
use super::service_linked_roles;
use super::tagging::Tags;

/// Something that a permission can be about.
pub(super) trait Subject: Record + Clone {
    fn arn(&self) -> String;
    fn tags(&self) -> &Tags;
    /// The ARN of its permissions boundary.
    fn boundary(&self) -> Option<&str> {
        None
    }
}

/// Something that requests name.
pub(super) trait Named: Subject {
    const NOUN: Noun;
    fn id_of(account: &AccountId, name: &str) -> String;
    fn name(&self) -> &str;
}

/// Something that policies hang on. The quotas are the default ones of the IAM user guide, "IAM
/// and AWS STS quotas".
pub(super) trait Entity: Named {
    /// Characters of all inline policies together, without white space.
    const MOST_INLINE_CHARACTERS: usize;
    /// What AWS calls the quota of attached policies.
    const ATTACHMENT_QUOTA: &'static str;
    fn path(&self) -> &str;
    fn unique_id(&self) -> &str;
    fn policies(&self) -> &AttachedPolicies;
    fn policies_mut(&mut self) -> &mut AttachedPolicies;

    /// Whether its owner may change what hangs on it.
    fn check_modifiable(&self) -> Result<(), Refusal> {
        Ok(())
    }
}

/// The kinds of named things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Role,
    User,
    Group,
    InstanceProfile,
    ServerCertificate,
}

impl Noun {
    /// As ARNs have it.
    pub(super) fn in_arns(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::User => "user",
            Self::Group => "group",
            Self::InstanceProfile => "instance-profile",
            Self::ServerCertificate => "server-certificate",
        }
    }

    /// AWS's sentence about a name that is nobody's.
    pub(super) fn missing(self, name: &str) -> String {
        match self {
            Self::Role | Self::User | Self::Group => {
                format!("The {self} with name {name} cannot be found.")
            }
            Self::InstanceProfile => format!("Instance Profile {name} cannot be found."),
            Self::ServerCertificate => {
                format!("The Server Certificate with name {name} cannot be found.")
            }
        }
    }

    /// AWS's sentence about a name that is taken.
    pub(super) fn taken(self, name: &str) -> String {
        match self {
            Self::Role => format!("Role with name {name} already exists."),
            Self::User => format!("User with name {name} already exists."),
            Self::Group => format!("Group with name {name} already exists."),
            Self::InstanceProfile => format!("Instance Profile {name} already exists."),
            Self::ServerCertificate => {
                format!("The Server Certificate with name {name} already exists.")
            }
        }
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_arns())
    }
}

/// Of what can have no tags.
static NO_TAGS: Tags = Tags::new();

macro_rules! tagged {
    ($($record:ident),*) => {$(
        impl Subject for $record {
            fn arn(&self) -> String {
                Self::arn(self)
            }

            fn tags(&self) -> &Tags {
                &self.tags
            }
        }
    )*};
}

tagged!(
    PolicyRecord,
    InstanceProfileRecord,
    MfaDeviceRecord,
    OidcProviderRecord,
    SamlProviderRecord,
    ServerCertificateRecord
);

macro_rules! bounded {
    ($($record:ident),*) => {$(
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
    )*};
}

bounded!(RoleRecord, UserRecord);

impl Subject for GroupRecord {
    fn arn(&self) -> String {
        Self::arn(self)
    }

    fn tags(&self) -> &Tags {
        &NO_TAGS
    }
}

macro_rules! named {
    ($record:ident, $noun:ident) => {
        impl Named for $record {
            const NOUN: Noun = Noun::$noun;

            fn id_of(account: &AccountId, name: &str) -> String {
                Self::id_of(account, name)
            }

            fn name(&self) -> &str {
                &self.name
            }
        }
    };
}

named!(RoleRecord, Role);
named!(UserRecord, User);
named!(GroupRecord, Group);
named!(InstanceProfileRecord, InstanceProfile);
named!(ServerCertificateRecord, ServerCertificate);

macro_rules! holder_of_policies {
    () => {
        fn path(&self) -> &str {
            &self.path
        }

        fn unique_id(&self) -> &str {
            &self.unique_id
        }

        fn policies(&self) -> &AttachedPolicies {
            &self.policies
        }

        fn policies_mut(&mut self) -> &mut AttachedPolicies {
            &mut self.policies
        }
    };
}

impl Entity for RoleRecord {
    const MOST_INLINE_CHARACTERS: usize = 10_240;
    const ATTACHMENT_QUOTA: &'static str = "PoliciesPerRole";

    holder_of_policies!();

    fn check_modifiable(&self) -> Result<(), Refusal> {
        service_linked_roles::check_modifiable(self)
    }
}

impl Entity for UserRecord {
    const MOST_INLINE_CHARACTERS: usize = 2_048;
    const ATTACHMENT_QUOTA: &'static str = "PoliciesPerUser";

    holder_of_policies!();
}

impl Entity for GroupRecord {
    const MOST_INLINE_CHARACTERS: usize = 5_120;
    const ATTACHMENT_QUOTA: &'static str = "PoliciesPerGroup";

    holder_of_policies!();
}
