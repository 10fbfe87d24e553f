//! A compiled policy and the name under which explanations speak of it.

use std::sync::LazyLock;

use policy::{Kind, Policy, Source};

/// What a broken document becomes: it can't be known what it would have denied.
static IDENTITY_DENIES: LazyLock<Policy> = LazyLock::new(|| {
    denies_all(
        Kind::Identity,
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"UnreadablePolicyDeniesEverything","Effect":"Deny","Action":"*","Resource":"*"}]}"#,
    )
});
static RESOURCE_DENIES: LazyLock<Policy> = LazyLock::new(|| {
    denies_all(
        Kind::Resource,
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"UnreadablePolicyDeniesEverything","Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}"#,
    )
});
static TRUST_DENIES: LazyLock<Policy> = LazyLock::new(|| {
    denies_all(
        Kind::Trust,
        r#"{"Version":"2012-10-17","Statement":[{"Sid":"UnreadablePolicyDeniesEverything","Effect":"Deny","Principal":"*","Action":"sts:*"}]}"#,
    )
});

#[expect(
    clippy::expect_used,
    reason = "the three documents are constants, and a test parses them"
)]
fn denies_all(kind: Kind, document: &str) -> Policy {
    Policy::parse(document, kind).expect("a constant document")
}

#[derive(Debug, Clone)]
pub struct NamedPolicy {
    name: String,
    policy: Policy,
    readable: bool,
}

impl NamedPolicy {
    /// Parses a stored document. One that is not understood denies everything, and is logged.
    pub fn compile(name: String, document: &str, kind: Kind) -> Self {
        match Policy::parse(document, kind) {
            Ok(policy) => Self {
                name,
                policy,
                readable: true,
            },
            Err(malformed) => {
                tracing::error!(policy = %name, %malformed, "a stored policy could not be read and denies everything");
                Self::unreadable(&name, kind)
            }
        }
    }

    pub(crate) fn unreadable(name: &str, kind: Kind) -> Self {
        let denies = match kind {
            Kind::Resource => &RESOURCE_DENIES,
            Kind::Trust => &TRUST_DENIES,
            Kind::Identity | Kind::Session | Kind::Managed | Kind::Authorizer => &IDENTITY_DENIES,
        };
        Self {
            name: format!("{name} (unreadable, so it denies everything)"),
            policy: Policy::clone(denies),
            readable: false,
        }
    }

    /// The ARN of a managed policy; words such as `inline policy P of role R` for the rest.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    pub(crate) fn is_unreadable(&self) -> bool {
        !self.readable
    }

    pub fn source(&self) -> Source<'_> {
        Source {
            name: &self.name,
            policy: &self.policy,
        }
    }
}
