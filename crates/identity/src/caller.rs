//! Somebody who proved who they are.

use std::fmt;
use std::sync::Arc;

use model::{AccountId, Timestamp};
use policy::{Context, Policy, Principal};

/// An authenticated principal. Only authentication and the assumption of a role make one.
#[derive(Clone)]
pub struct Caller {
    facts: Arc<Facts>,
    request: Option<Arc<Context>>,
}

struct Facts {
    account: AccountId,
    principal: Principal,
    holder: Holder,
    access_key_id: Option<String>,
}

/// Whose policies speak for the caller.
#[derive(Debug, Clone)]
pub(crate) enum Holder {
    Root,
    User(UserHolder),
    Session(SessionHolder),
}

#[derive(Debug, Clone)]
pub(crate) struct UserHolder {
    /// The record's id in the directory.
    pub(crate) id: String,
    pub(crate) unique_id: String,
}

#[derive(Debug, Clone)]
pub(crate) struct SessionHolder {
    /// The id of the role's record in the directory.
    pub(crate) role_id: String,
    pub(crate) role_unique_id: String,
    pub(crate) name: String,
    pub(crate) expires: Timestamp,
    /// The policy passed when the session was made.
    pub(crate) policy: Option<Policy>,
    pub(crate) source_identity: Option<String>,
}

impl Caller {
    pub(crate) fn new(
        account: AccountId,
        principal: Principal,
        holder: Holder,
        access_key_id: Option<String>,
    ) -> Self {
        let facts = Facts {
            account,
            principal,
            holder,
            access_key_id,
        };
        Self {
            facts: Arc::new(facts),
            request: None,
        }
    }

    pub(crate) fn root(account: AccountId, access_key_id: &str) -> Self {
        let principal = Principal::Root {
            account: account.as_str().to_owned(),
        };
        Self::new(
            account,
            principal,
            Holder::Root,
            Some(access_key_id.to_owned()),
        )
    }

    /// The same caller with what only the rim knows of the request: `aws:SourceIp`,
    /// `aws:SecureTransport`, `aws:UserAgent` and their like. Every decision about the caller
    /// sees these keys; keys that follow from the principal always win over them.
    #[must_use]
    pub fn with_request_keys(&self, keys: Context) -> Self {
        Self {
            facts: Arc::clone(&self.facts),
            request: Some(Arc::new(keys)),
        }
    }

    pub fn principal(&self) -> &Principal {
        &self.facts.principal
    }

    pub fn account(&self) -> &AccountId {
        &self.facts.account
    }

    /// As GetCallerIdentity prints it: for a session `arn:aws:sts::ACCOUNT:assumed-role/ROLE/NAME`.
    pub fn arn(&self) -> String {
        self.facts.principal.display_name().into_owned()
    }

    /// As GetCallerIdentity prints it: the account, `AIDA…`, or `AROA…:NAME`.
    pub fn user_id(&self) -> String {
        match &self.facts.holder {
            Holder::Root => self.facts.account.as_str().to_owned(),
            Holder::User(user) => user.unique_id.clone(),
            Holder::Session(session) => format!("{}:{}", session.role_unique_id, session.name),
        }
    }

    /// The key that signed; none for a session that a service opened for itself.
    pub fn access_key_id(&self) -> Option<&str> {
        self.facts.access_key_id.as_deref()
    }

    pub fn is_root(&self) -> bool {
        matches!(self.facts.holder, Holder::Root)
    }

    pub fn is_role_session(&self) -> bool {
        matches!(self.facts.holder, Holder::Session(_))
    }

    /// When the credentials end; long-lived keys never do.
    pub fn expires(&self) -> Option<Timestamp> {
        match &self.facts.holder {
            Holder::Session(session) => Some(session.expires),
            Holder::Root | Holder::User(_) => None,
        }
    }

    /// The policy passed when the session was made.
    pub fn session_policy(&self) -> Option<&Policy> {
        match &self.facts.holder {
            Holder::Session(session) => session.policy.as_ref(),
            Holder::Root | Holder::User(_) => None,
        }
    }

    pub(crate) fn holder(&self) -> &Holder {
        &self.facts.holder
    }

    pub(crate) fn request_keys(&self) -> Option<&Context> {
        self.request.as_deref()
    }
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller")
            .field("arn", &self.arn())
            .field("access_key_id", &self.facts.access_key_id)
            .finish_non_exhaustive()
    }
}
