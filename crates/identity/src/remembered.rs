//! Callers that are remembered, for work that outlives their request, and a restart.
//!
//! What is kept is sealed as a session token is, and bound to its purpose, so that it opens nothing else. It carries no
//! secret, and no policy of the account: those are asked when something is decided, as they are then.

use model::{AccountId, Timestamp};
use policy::Principal;
use serde::{Deserialize, Serialize};

use crate::caller::{Credentials, Holder, UserHolder};
use crate::identifiers::NoRandomness;
use crate::sessions::{SealedHolder, SealedSession, SealedUser, Validity, caller_of, validity};
use crate::{Caller, Identity};

/// What remembered callers are bound to in place of an access key.
const PURPOSE: &str = "remembered caller";

/// Why a remembered caller can't act any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Forgotten {
    #[error("it was sealed by another server")]
    NotOurs,
    #[error("the role or the user does not exist any more")]
    Gone,
    /// Who did not sign can't be remembered.
    #[error("nobody signed")]
    Nobody,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Remembered {
    #[serde(rename = "s")]
    session: SealedSession,
    /// Long-lived keys make no session.
    #[serde(rename = "l", default)]
    is_long_lived: bool,
    #[serde(rename = "k", default)]
    access_key_id: Option<String>,
}

impl Identity {
    /// Seals who the caller is. The keys of its request are not kept.
    pub fn remember(&self, caller: &Caller) -> Result<String, RememberError> {
        let holder = holder_of(caller).ok_or(Forgotten::Nobody)?;
        let never = Timestamp::from_millis(i64::MAX);
        let session = match caller.temporary() {
            None => SealedSession::new(holder, Timestamp::from_millis(0), never),
            Some(temporary) => SealedSession {
                mfa: temporary.mfa,
                policy: temporary.policy_text.clone(),
                policy_arns: temporary.policy_arns.clone(),
                tags: temporary.tags.clone(),
                source_identity: temporary.source_identity.clone(),
                federation: temporary.federation.clone(),
                ..SealedSession::new(holder, temporary.issued, temporary.expires)
            },
        };
        let remembered = Remembered {
            session,
            is_long_lived: caller.temporary().is_none(),
            access_key_id: caller.access_key_id().map(str::to_owned),
        };
        Ok(self
            .seal
            .close_remembered(PURPOSE, &remembered, &self.random)?)
    }

    /// The caller as he was, if there still is such a role or user. That his credentials ended
    /// meanwhile does not end work that he began.
    pub fn recall(&self, sealed: &str) -> Result<Caller, Forgotten> {
        let remembered: Remembered = self
            .seal
            .open_remembered(PURPOSE, sealed)
            .map_err(|_| Forgotten::NotOurs)?;
        let caller = if remembered.is_long_lived {
            long_lived(remembered)
        } else {
            caller_of(remembered.session, remembered.access_key_id)
                .ok()
                .flatten()
        };
        let caller = caller.ok_or(Forgotten::NotOurs)?;
        let began = Timestamp::from_millis(0);
        match validity(&caller, &self.directory(), began) {
            Validity::Good | Validity::Expired => Ok(caller),
            Validity::Gone => Err(Forgotten::Gone),
        }
    }
}

/// Why a caller was not remembered.
#[derive(Debug, thiserror::Error)]
pub enum RememberError {
    #[error(transparent)]
    Forgotten(#[from] Forgotten),
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

fn long_lived(remembered: Remembered) -> Option<Caller> {
    let credentials = Credentials {
        access_key_id: remembered.access_key_id,
        temporary: None,
    };
    remembered.session.holder.into_caller(credentials)
}

fn holder_of(caller: &Caller) -> Option<SealedHolder> {
    match (caller.holder(), caller.principal()) {
        (Holder::Root, _) => Some(SealedHolder::Root(caller.account().clone())),
        (Holder::User(user), Principal::User { arn }) => {
            Some(SealedHolder::User(sealed(user, arn)))
        }
        (Holder::Role(role), Principal::RoleSession { role_arn, .. }) => Some(SealedHolder::Role {
            arn: role_arn.clone(),
            unique_id: role.unique_id.clone(),
            session: role.session.clone(),
        }),
        (Holder::Federated(federated), Principal::FederatedUser { user_arn, .. }) => {
            let by = federated.by.as_ref().zip(user_arn.as_ref());
            Some(SealedHolder::Federated {
                name: federated.name.clone(),
                account: AccountId::clone(caller.account()),
                by: by.map(|(user, arn)| sealed(user, arn)),
            })
        }
        _ => None,
    }
}

fn sealed(user: &UserHolder, arn: &str) -> SealedUser {
    SealedUser {
        arn: arn.to_owned(),
        unique_id: user.unique_id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[test]
    fn a_caller_comes_back_as_he_was() {
        let identity = World::new().identity;
        let account = identity.config().account.clone();
        let root = Caller::root(account, "AKIAROOT");
        let sealed = identity.remember(&root).unwrap();
        let back = identity.recall(&sealed).unwrap();
        assert_eq!(back.arn(), root.arn());
        assert!(back.is_root() && !back.is_temporary());
        assert_eq!(back.access_key_id(), Some("AKIAROOT"));
        assert_eq!(identity.recall("x").unwrap_err(), Forgotten::NotOurs);
        let nobody = identity.remember(&identity.nobody());
        assert!(matches!(
            nobody,
            Err(RememberError::Forgotten(Forgotten::Nobody))
        ));
    }

    #[test]
    fn a_session_keeps_what_limits_it() {
        let identity = World::new().identity;
        let account = identity.config().account.clone();
        let (begin, end) = (Timestamp::from_seconds(5), Timestamp::from_seconds(9));
        let session = SealedSession {
            policy: Some(r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#.to_owned()),
            ..SealedSession::new(SealedHolder::Root(account), begin, end)
        };
        let caller = caller_of(session, None).unwrap().unwrap();
        let sealed = identity.remember(&caller).unwrap();
        let back = identity.recall(&sealed).unwrap();
        let (before, after) = (caller.temporary().unwrap(), back.temporary().unwrap());
        assert_eq!(before.policy_text, after.policy_text);
        assert!(after.policy.is_some());
        assert_eq!(after.expires, end);
    }
}
