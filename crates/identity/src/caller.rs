//! Somebody who proved who they are.

use std::fmt;
use std::sync::Arc;

use model::{AccountId, Record as _, RoleRecord, Timestamp};
use policy::{Context, Policy, Principal};

use crate::sessions::{Federation, SessionTag};

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
    /// What temporary credentials carry; long-lived keys carry nothing.
    temporary: Option<Temporary>,
}

/// Whose policies speak for the caller.
#[derive(Debug, Clone)]
pub(crate) enum Holder {
    /// Nobody signed: such a caller may do what needs no permission, and nothing else.
    Nobody,
    Root,
    User(UserHolder),
    Role(RoleHolder),
    Federated(FederatedHolder),
}

#[derive(Debug, Clone)]
pub(crate) struct UserHolder {
    /// The record's id in the directory.
    pub(crate) id: String,
    pub(crate) unique_id: String,
}

#[derive(Debug, Clone)]
pub(crate) struct RoleHolder {
    /// The id of the role's record in the directory.
    pub(crate) id: String,
    pub(crate) unique_id: String,
    /// The name of the session.
    pub(crate) session: String,
}

/// Somebody that a user, or the account's root, vouched for with GetFederationToken.
#[derive(Debug, Clone)]
pub(crate) struct FederatedHolder {
    pub(crate) name: String,
    /// The user whose policies stand behind it; none for the root of the account.
    pub(crate) by: Option<UserHolder>,
}

/// What was laid down when temporary credentials were made.
#[derive(Debug, Clone)]
pub(crate) struct Temporary {
    pub(crate) issued: Timestamp,
    pub(crate) expires: Timestamp,
    /// When the user proved to hold an MFA device. Sessions of roles never carry it.
    pub(crate) mfa: Option<Timestamp>,
    /// The policy passed when the session was made, compiled.
    pub(crate) policy: Option<Policy>,
    /// The same as it was written.
    pub(crate) policy_text: Option<String>,
    /// ARNs of managed policies passed when the session was made; looked up at each decision.
    pub(crate) policy_arns: Vec<String>,
    pub(crate) tags: Vec<SessionTag>,
    pub(crate) source_identity: Option<String>,
    pub(crate) federation: Option<Federation>,
    /// Whether they are those of a page of the console.
    pub(crate) console: bool,
}

/// What a session was given when it was made.
#[derive(Debug, Clone, Copy)]
pub struct Passed<'a> {
    /// The policy as it was written.
    pub policy: Option<&'a str>,
    pub policy_arns: &'a [String],
    pub tags: &'a [SessionTag],
    pub issued: Timestamp,
    pub expires: Timestamp,
}

/// Temporary credentials, or none.
pub(crate) struct Credentials {
    pub(crate) access_key_id: Option<String>,
    pub(crate) temporary: Option<Temporary>,
}

impl Caller {
    pub(crate) fn new(
        account: AccountId,
        principal: Principal,
        holder: Holder,
        credentials: Credentials,
    ) -> Self {
        let facts = Facts {
            account,
            principal,
            holder,
            access_key_id: credentials.access_key_id,
            temporary: credentials.temporary,
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
            Credentials {
                access_key_id: Some(access_key_id.to_owned()),
                temporary: None,
            },
        )
    }

    /// Who calls without a signature.
    pub(crate) fn nobody(account: AccountId) -> Self {
        let credentials = Credentials {
            access_key_id: None,
            temporary: None,
        };
        Self::new(account, Principal::Anonymous, Holder::Nobody, credentials)
    }

    /// A session of a role without keys, tags or limits.
    pub(crate) fn of_role(
        role: &RoleRecord,
        principal: Principal,
        session: &str,
        (issued, expires): (Timestamp, Timestamp),
    ) -> Self {
        let holder = RoleHolder {
            id: role.id(),
            unique_id: role.unique_id.clone(),
            session: session.to_owned(),
        };
        let temporary = Temporary {
            issued,
            expires,
            mfa: None,
            policy: None,
            policy_text: None,
            policy_arns: Vec::new(),
            tags: Vec::new(),
            source_identity: None,
            federation: None,
            console: false,
        };
        let credentials = Credentials {
            access_key_id: None,
            temporary: Some(temporary),
        };
        let account = role.account.clone();
        Self::new(account, principal, Holder::Role(holder), credentials)
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

    /// As GetCallerIdentity prints it: the account, `AIDA…`, `AROA…:NAME`, or `ACCOUNT:NAME`.
    pub fn user_id(&self) -> String {
        match &self.facts.holder {
            Holder::Nobody => "anonymous".to_owned(),
            Holder::Root => self.facts.account.as_str().to_owned(),
            Holder::User(user) => user.unique_id.clone(),
            Holder::Role(role) => format!("{}:{}", role.unique_id, role.session),
            Holder::Federated(federated) => format!("{}:{}", self.facts.account, federated.name),
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
        matches!(self.facts.holder, Holder::Role(_))
    }

    pub fn is_federated_user(&self) -> bool {
        matches!(self.facts.holder, Holder::Federated(_))
    }

    /// Whether the credentials came from STS.
    pub fn is_temporary(&self) -> bool {
        self.facts.temporary.is_some()
    }

    /// Whether IAM takes the credentials at all: those of GetFederationToken never, and those of
    /// GetSessionToken only with MFA (IAM user guide, "Compare AWS STS credentials"). Those of the
    /// console are of neither.
    pub fn is_taken_by_iam(&self) -> bool {
        match (&self.facts.holder, &self.facts.temporary) {
            (Holder::Nobody | Holder::Federated(_), _) => false,
            (Holder::Root | Holder::User(_), Some(session)) => {
                session.mfa.is_some() || session.console
            }
            (Holder::Root | Holder::User(_) | Holder::Role(_), _) => true,
        }
    }

    /// When the credentials end; long-lived keys never do.
    pub fn expires(&self) -> Option<Timestamp> {
        Some(self.facts.temporary.as_ref()?.expires)
    }

    /// The tags that the session was given, and those it inherited.
    pub fn session_tags(&self) -> &[SessionTag] {
        self.temporary().map_or(&[], |session| &session.tags)
    }

    /// What limits the session beside the policies of its role or user, and when it began; nothing
    /// for long-lived keys.
    pub fn passed(&self) -> Option<Passed<'_>> {
        let session = self.temporary()?;
        Some(Passed {
            policy: session.policy_text.as_deref(),
            policy_arns: &session.policy_arns,
            tags: &session.tags,
            issued: session.issued,
            expires: session.expires,
        })
    }

    /// Who is behind the session, for as long as roles are chained.
    pub fn source_identity(&self) -> Option<&str> {
        self.temporary()?.source_identity.as_deref()
    }

    pub(crate) fn temporary(&self) -> Option<&Temporary> {
        self.facts.temporary.as_ref()
    }

    pub(crate) fn holder(&self) -> &Holder {
        &self.facts.holder
    }

    /// The condition keys of the request, as the rim gave them.
    pub fn request_keys(&self) -> Option<&Context> {
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
