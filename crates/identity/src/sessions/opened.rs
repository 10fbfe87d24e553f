//! From a sealed session to its caller, and the memory of those that were opened lately.
//!
//! Opening a token costs a decryption and the parse of a policy. What comes out depends on the
//! token alone, so it is kept; whether the session still stands is asked anew at each request.

use model::{Arn, Timestamp};
use policy::{Kind, Malformed, Policy, Principal};
use quick_cache::sync::Cache;

use super::{SealedHolder, SealedSession, SealedUser};
use crate::Caller;
use crate::caller::{Credentials, FederatedHolder, Holder, RoleHolder, Temporary, UserHolder};
use crate::directory::Directory;

/// Sessions that are remembered; the others are opened again.
const MOST_REMEMBERED: usize = 1024;

/// A token that was opened.
#[derive(Clone)]
pub(crate) struct OpenedSession {
    pub(crate) caller: Caller,
    pub(crate) secret: String,
}

/// By token. A token is whole: one changed character makes another one, which does not open.
pub(crate) struct OpenedSessions {
    tokens: Cache<String, OpenedSession>,
}

impl OpenedSessions {
    pub(crate) fn new() -> Self {
        Self {
            tokens: Cache::new(MOST_REMEMBERED),
        }
    }

    /// What was opened with exactly this token and access key.
    pub(crate) fn find(&self, access_key_id: &str, token: &str) -> Option<OpenedSession> {
        let found = self.tokens.get(token)?;
        (found.caller.access_key_id() == Some(access_key_id)).then_some(found)
    }

    pub(crate) fn keep(&self, token: &str, session: OpenedSession) {
        self.tokens.insert(token.to_owned(), session);
    }
}

/// The caller that a session makes; none if its role or user has no ARN that can be read.
pub(crate) fn caller_of(
    session: SealedSession,
    access_key_id: Option<String>,
) -> Result<Option<Caller>, Malformed> {
    let policy = session
        .policy
        .as_deref()
        .map(|text| Policy::parse(text, Kind::Session))
        .transpose()?;
    let credentials = Credentials {
        access_key_id,
        temporary: Some(Temporary {
            issued: session.issued,
            expires: session.expires,
            mfa: session.mfa,
            policy,
            policy_text: session.policy,
            policy_arns: session.policy_arns,
            tags: session.tags,
            source_identity: session.source_identity,
            federation: session.federation,
            console: session.console,
        }),
    };
    Ok(session.holder.into_caller(credentials))
}

impl SealedHolder {
    pub(crate) fn into_caller(self, credentials: Credentials) -> Option<Caller> {
        match self {
            Self::Role {
                arn,
                unique_id,
                session,
            } => {
                let named = Named::of(&arn)?;
                let holder = RoleHolder {
                    id: named.record_id,
                    unique_id,
                    session,
                };
                let session_arn = format!(
                    "arn:aws:sts::{}:assumed-role/{}/{}",
                    named.account, named.name, holder.session
                );
                let principal = Principal::RoleSession {
                    role_arn: arn,
                    session_arn,
                };
                let holder = Holder::Role(holder);
                Some(Caller::new(named.account, principal, holder, credentials))
            }
            Self::User(user) => {
                let named = Named::of(&user.arn)?;
                let principal = Principal::User {
                    arn: user.arn.clone(),
                };
                let holder = Holder::User(user.into_holder()?);
                Some(Caller::new(named.account, principal, holder, credentials))
            }
            Self::Root(account) => {
                let principal = Principal::Root {
                    account: account.as_str().to_owned(),
                };
                Some(Caller::new(account, principal, Holder::Root, credentials))
            }
            Self::Federated { name, account, by } => {
                let principal = Principal::FederatedUser {
                    arn: format!("arn:aws:sts::{account}:federated-user/{name}"),
                    user_arn: by.as_ref().map(|user| user.arn.clone()),
                };
                let by = match by {
                    Some(user) => Some(user.into_holder()?),
                    None => None,
                };
                let holder = Holder::Federated(FederatedHolder { name, by });
                Some(Caller::new(account, principal, holder, credentials))
            }
        }
    }
}

impl SealedUser {
    fn into_holder(self) -> Option<UserHolder> {
        Some(UserHolder {
            id: Named::of(&self.arn)?.record_id,
            unique_id: self.unique_id,
        })
    }
}

/// What the ARN of a role or a user says.
struct Named {
    account: model::AccountId,
    name: String,
    record_id: String,
}

impl Named {
    fn of(arn: &str) -> Option<Self> {
        let arn = Arn::new(arn).ok()?;
        let account = model::AccountId::new(arn.account()).ok()?;
        let name = arn.resource().rsplit('/').next()?.to_owned();
        // Roles and users have ids of the same form.
        let record_id = model::RoleRecord::id_of(&account, &name);
        Some(Self {
            account,
            name,
            record_id,
        })
    }
}

/// Whether the credentials can still be used: they have not ended, and whoever they were made for
/// is still there. A new role or user of the same name is another one.
pub(crate) fn validity(caller: &Caller, directory: &Directory, now: Timestamp) -> Validity {
    if caller.expires().is_some_and(|end| end <= now) {
        return Validity::Expired;
    }
    let is_there = match caller.holder() {
        Holder::Nobody => false,
        Holder::Root | Holder::Federated(FederatedHolder { by: None, .. }) => true,
        Holder::User(user) | Holder::Federated(FederatedHolder { by: Some(user), .. }) => directory
            .user_by_id(&user.id)
            .is_some_and(|found| found.record().unique_id == user.unique_id),
        Holder::Role(role) => directory
            .role_by_id(&role.id)
            .is_some_and(|found| found.record().unique_id == role.unique_id),
    };
    if is_there {
        Validity::Good
    } else {
        Validity::Gone
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Validity {
    Good,
    Expired,
    Gone,
}
