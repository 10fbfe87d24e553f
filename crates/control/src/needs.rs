//! What an operation asks of its caller.

use std::borrow::Cow;
use std::collections::BTreeMap;

use identity::{AccessDenied, Caller, Identity, NamedPolicy, ResourceSide};
use model::AccountId;
use policy::Context;

/// What must be decided before an operation is handled.
#[derive(Debug)]
pub(crate) enum Needs {
    /// Every one of these.
    Permissions(Vec<Ask>),
    /// AWS lets everybody do it who is known, as `sts:GetCallerIdentity`.
    Nothing,
    /// The operation cannot be done without a decision of its own, whose proof another room takes:
    /// a `Grant` to invoke, a role's trust.
    OwnDecision,
}

impl From<Ask> for Needs {
    fn from(ask: Ask) -> Self {
        Self::Permissions(vec![ask])
    }
}

/// One action on resources, with the condition keys that belong to it.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    action: Cow<'static, str>,
    /// None at all means `*`.
    resources: Vec<String>,
    context: Context,
    owner: Option<Owner>,
}

#[derive(Debug, Clone)]
struct Owner {
    account: AccountId,
    policy: Option<NamedPolicy>,
}

impl Ask {
    /// `action` is `service:Name`.
    pub(crate) fn on(action: impl Into<Cow<'static, str>>, resource: impl Into<String>) -> Self {
        Self {
            resources: vec![resource.into()],
            ..Self::anything(action)
        }
    }

    /// For actions that have no resource, so that a policy must name `*`.
    pub(crate) fn anything(action: impl Into<Cow<'static, str>>) -> Self {
        Self {
            action: action.into(),
            resources: Vec::new(),
            context: Context::new(),
            owner: None,
        }
    }

    /// Handing a role to a service (IAM user guide, "Grant a user permissions to pass a role to an
    /// AWS service").
    pub(crate) fn pass_role(role_arn: impl Into<String>, service: &str) -> Self {
        Self::on("iam:PassRole", role_arn).key("iam:PassedToService", service)
    }

    #[must_use]
    pub(crate) fn key(
        mut self,
        key: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
    ) -> Self {
        self.context.set(key, value);
        self
    }

    /// The tags that the request brings: `aws:RequestTag/…` and `aws:TagKeys`.
    #[must_use]
    pub(crate) fn bringing_tags(mut self, tags: &BTreeMap<String, String>) -> Self {
        for (key, value) in tags {
            self.context
                .set(format!("aws:RequestTag/{key}"), value.clone());
        }
        self.naming_tags(tags.keys().cloned().collect())
    }

    #[must_use]
    pub(crate) fn naming_tags(mut self, keys: Vec<String>) -> Self {
        self.context.set_many("aws:TagKeys", keys);
        self
    }

    /// The tags that the resource has: `aws:ResourceTag/…`.
    #[must_use]
    pub(crate) fn tagged(mut self, tags: &BTreeMap<String, String>) -> Self {
        for (key, value) in tags {
            self.context
                .set(format!("aws:ResourceTag/{key}"), value.clone());
        }
        self
    }

    /// Whose the resource is, where that may be another account, and the policy that stands on it.
    #[must_use]
    pub(crate) fn owned_by(self, account: AccountId, policy: Option<NamedPolicy>) -> Self {
        Self {
            owner: Some(Owner { account, policy }),
            ..self
        }
    }

    /// The ARNs that the action is about; none at all means `*`.
    pub(crate) fn resources(&self) -> &[String] {
        &self.resources
    }

    pub(crate) fn put_to(&self, identity: &Identity, caller: &Caller) -> Result<(), AccessDenied> {
        let mut ask = identity::Ask::new(&self.action, &self.resources, &self.context);
        if let Some(owner) = &self.owner {
            ask = ask.on(ResourceSide {
                account: &owner.account,
                policy: owner.policy.as_ref().map(NamedPolicy::source),
            });
        }
        identity.authorize(caller, &ask).map(|_| ())
    }
}
