//! What is stored: whole aggregates, each under a kind and an id.

use serde::{Serialize, de::DeserializeOwned};

/// The kinds of records. The name is part of the key in the store and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    RestApi,
    Deployment,
    AccountSettings,
    ApiKey,
    UsagePlan,
    Usage,
    DomainName,
    AccessAssociation,
    ClientCertificate,
    VpcLink,
    Function,
    Layer,
    CodeSigningConfig,
    AsyncEvent,
    EventSourceMapping,
    EventSourcePosition,
    Role,
    User,
    Policy,
    Group,
    InstanceProfile,
    ServerCertificate,
    OidcProvider,
    SamlProvider,
    MfaDevice,
    IamAccount,
    LogGroup,
    LogStream,
    LogChunk,
    LogSettings,
    LogQuery,
    Bucket,
    Object,
    Upload,
    Parameter,
    Stack,
    StackResource,
    ChangeSet,
    StackSignal,
    Rule,
    Schedule,
    Repository,
}

impl Kind {
    pub const ALL: [Self; 42] = [
        Self::RestApi,
        Self::Deployment,
        Self::AccountSettings,
        Self::ApiKey,
        Self::UsagePlan,
        Self::Usage,
        Self::DomainName,
        Self::AccessAssociation,
        Self::ClientCertificate,
        Self::VpcLink,
        Self::Function,
        Self::Layer,
        Self::CodeSigningConfig,
        Self::AsyncEvent,
        Self::EventSourceMapping,
        Self::EventSourcePosition,
        Self::Role,
        Self::User,
        Self::Policy,
        Self::Group,
        Self::InstanceProfile,
        Self::ServerCertificate,
        Self::OidcProvider,
        Self::SamlProvider,
        Self::MfaDevice,
        Self::IamAccount,
        Self::LogGroup,
        Self::LogStream,
        Self::LogChunk,
        Self::LogSettings,
        Self::LogQuery,
        Self::Bucket,
        Self::Object,
        Self::Upload,
        Self::Parameter,
        Self::Stack,
        Self::StackResource,
        Self::ChangeSet,
        Self::StackSignal,
        Self::Rule,
        Self::Schedule,
        Self::Repository,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::RestApi => "rest-api",
            Self::Deployment => "deployment",
            Self::AccountSettings => "account-settings",
            Self::ApiKey => "api-key",
            Self::UsagePlan => "usage-plan",
            Self::Usage => "usage",
            Self::DomainName => "domain-name",
            Self::AccessAssociation => "access-association",
            Self::ClientCertificate => "client-certificate",
            Self::VpcLink => "vpc-link",
            Self::Function => "function",
            Self::Layer => "layer",
            Self::CodeSigningConfig => "code-signing-config",
            Self::AsyncEvent => "async-event",
            Self::EventSourceMapping => "event-source-mapping",
            Self::EventSourcePosition => "event-source-position",
            Self::Role => "role",
            Self::User => "user",
            Self::Policy => "policy",
            Self::Group => "group",
            Self::InstanceProfile => "instance-profile",
            Self::ServerCertificate => "server-certificate",
            Self::OidcProvider => "oidc-provider",
            Self::SamlProvider => "saml-provider",
            Self::MfaDevice => "mfa-device",
            Self::IamAccount => "iam-account",
            Self::LogGroup => "log-group",
            Self::LogStream => "log-stream",
            Self::LogChunk => "log-chunk",
            Self::LogSettings => "log-settings",
            Self::LogQuery => "log-query",
            Self::Bucket => "bucket",
            Self::Object => "object",
            Self::Upload => "upload",
            Self::Parameter => "parameter",
            Self::Stack => "stack",
            Self::StackResource => "stack-resource",
            Self::ChangeSet => "change-set",
            Self::StackSignal => "stack-signal",
            Self::Rule => "rule",
            Self::Schedule => "schedule",
            Self::Repository => "repository",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A stored aggregate. Ids are unique within a kind, begin with the account (and the region where
/// the resource has one), and separate their parts by `/`, so that a prefix lists an account.
pub trait Record: Serialize + DeserializeOwned + Send + Sync + 'static {
    const KIND: Kind;
    fn id(&self) -> String;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(Kind::from_name("nothing"), None);
    }
}
