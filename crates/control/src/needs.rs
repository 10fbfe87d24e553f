//! What an operation asks of its caller.

use std::borrow::Cow;
use std::collections::BTreeMap;

use identity::{AccessDenied, Caller, Identity, NamedPolicy, ResourceSide};
use model::AccountId;
use policy::{Context, Principal};
use wire::Failure;

use crate::call::Call;
use crate::refused::Refused;

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
    heard: Heard,
}

/// To whom the policy of a resource speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    Everybody,
    OwnAccount,
}

impl Owner {
    fn side_for(&self, caller: &Caller) -> ResourceSide<'_> {
        let is_known = !matches!(caller.principal(), Principal::Anonymous);
        let is_own = is_known && *caller.account() == self.account;
        let policy = self.policy.as_ref();
        let policy = policy.filter(|_| is_own || self.heard == Heard::Everybody);
        ResourceSide {
            account: &self.account,
            policy: policy.map(NamedPolicy::source),
        }
    }
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

    /// The same for services that say at once whose role it must be: IAM lets nobody pass a role of another
    /// account, for which a service would act then.
    pub(crate) fn pass_own_role(
        call: &Call,
        role_arn: &str,
        service: &str,
    ) -> Result<Self, Refused> {
        if role_arn.split(':').nth(4) != Some(call.account().as_str()) {
            let text = "Cross-account pass role is not allowed.";
            return Err(Failure::new("AccessDeniedException", 403, text).into());
        }
        Ok(Self::pass_role(role_arn, service))
    }

    /// The resource to which the role that is passed will belong (IAM user guide, "IAM and AWS STS
    /// condition context keys", `iam:AssociatedResourceArn`).
    #[must_use]
    pub(crate) fn passed_for(self, resource_arn: Option<&str>) -> Self {
        match resource_arn {
            Some(arn) => self.key("iam:AssociatedResourceArn", arn),
            None => self,
        }
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

    /// The same for a key with several values; none at all leave it out.
    #[must_use]
    pub(crate) fn keys(mut self, key: impl Into<Cow<'static, str>>, values: Vec<String>) -> Self {
        if !values.is_empty() {
            self.context.set_many(key, values);
        }
        self
    }

    /// A key of a stored resource that only some actions on it have: it is set exactly where the
    /// reference lists it, so that no statement allows more than AWS's would.
    #[must_use]
    pub(crate) fn key_where_listed(
        self,
        key: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
    ) -> Self {
        let key = key.into();
        let action = reference::action(&self.action);
        let listed = action.is_some_and(|action| {
            let mut keys = action.all_condition_keys().into_iter();
            keys.any(|listed| listed.matches(&key))
        });
        if listed { self.key(key, value) } else { self }
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
            owner: Some(Owner {
                account,
                policy,
                heard: Heard::Everybody,
            }),
            ..self
        }
    }

    /// The policy says nothing to anybody but the owner's own account, to which its Denies still speak.
    #[must_use]
    pub(crate) fn for_own_account(mut self) -> Self {
        if let Some(owner) = &mut self.owner {
            owner.heard = Heard::OwnAccount;
        }
        self
    }

    /// The first value of a key.
    pub(crate) fn value(&self, key: &str) -> Option<&str> {
        self.context.get(key)?.first().map(String::as_str)
    }

    /// `service:Name`
    pub(crate) fn action(&self) -> &str {
        &self.action
    }

    /// The ARNs that the action is about; none at all means `*`.
    pub(crate) fn resources(&self) -> &[String] {
        &self.resources
    }

    pub(crate) fn put_to(&self, identity: &Identity, caller: &Caller) -> Result<(), AccessDenied> {
        let context = self.context_for(caller);
        #[cfg(test)]
        observed::add(self, caller, &context);
        let mut ask = identity::Ask::new(&self.action, &self.resources, &context);
        if let Some(owner) = &self.owner {
            ask = ask.on(owner.side_for(caller));
        }
        identity.authorize(caller, &ask).map(|_| ())
    }

    /// With the account that the resource belongs to, which without an owner of its own is the
    /// caller's, and with the word that no service of AWS asks on behalf of somebody, unless the
    /// caller's own keys say that one does (IAM user guide, "AWS global condition context keys").
    fn context_for(&self, caller: &Caller) -> Context {
        let mut context = self.context.clone();
        let own = caller.request_keys();
        if own.is_none_or(|keys| keys.get("aws:ViaAWSService").is_none()) {
            context.set("aws:ViaAWSService", "false");
        }
        if !self.resources.is_empty() {
            let owner = self.owner.as_ref().map(|owner| &owner.account);
            let account = owner.unwrap_or_else(|| caller.account());
            context.set("aws:ResourceAccount", account.as_str());
        }
        context
    }
}

/// What was asked on this thread, for the test of the whole table.
#[cfg(test)]
pub(crate) mod observed {
    use std::cell::RefCell;

    use identity::Caller;
    use policy::Context;

    use super::Ask;

    #[derive(Debug, Clone)]
    pub(crate) struct Asked {
        pub(crate) action: String,
        pub(crate) resources: Vec<String>,
        pub(crate) keys: Vec<String>,
        /// Who it was asked for: a call may set off others, by a function's role for instance.
        pub(crate) caller: String,
    }

    thread_local! {
        static ASKED: RefCell<Vec<Asked>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn add(ask: &Ask, caller: &Caller, context: &Context) {
        // S3's own keys of a request come with its caller, as the global ones do.
        let own = caller.request_keys().into_iter().flat_map(Context::iter);
        let own = own.filter(|(key, _)| key.starts_with("s3:"));
        let asked = Asked {
            action: ask.action().to_owned(),
            resources: ask.resources().to_vec(),
            keys: context
                .iter()
                .chain(own)
                .map(|(key, _)| key.to_owned())
                .collect(),
            caller: caller.arn(),
        };
        ASKED.with_borrow_mut(|all| all.push(asked));
    }

    /// Everything since it was taken last.
    pub(crate) fn take() -> Vec<Asked> {
        ASKED.take()
    }
}
