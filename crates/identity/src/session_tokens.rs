//! GetSessionToken and GetFederationToken: temporary credentials that a user or an account's root
//! gets for itself, or for somebody it vouches for.

use model::Timestamp;
use policy::Malformed;

use crate::caller::{Holder, UserHolder};
use crate::directory::Directory;
use crate::identifiers::{NoRandomness, Prefix, unique_id};
use crate::role_assumption::check_session_policies;
use crate::second_factor::MfaProof;
use crate::sessions::{SealedHolder, SealedSession, SealedUser, SessionTag, caller_of};
use crate::{Caller, Identity, Session, SessionCredentials};

/// STS API reference, GetSessionToken and GetFederationToken: twelve hours by default, and what the
/// root of an account asks for is cut to one hour.
const DEFAULT_SECONDS: u32 = 43_200;
const MOST_ROOT_SECONDS: u32 = 3_600;

/// Somebody that a user vouches for.
#[derive(Debug, Clone, Copy)]
pub struct FederationAsk<'a> {
    /// 2 to 32 characters, checked at the rim.
    pub name: &'a str,
    /// 900 to 129,600, checked at the rim.
    pub duration_seconds: Option<u32>,
    pub policy: Option<&'a str>,
    pub policy_arns: &'a [String],
    pub tags: &'a [SessionTag],
}

/// Why there are no credentials.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TokenRefused {
    /// AWS: AccessDenied.
    #[error("Cannot call {operation} with session credentials")]
    Temporary { operation: &'static str },
    #[error("{}", .0.message())]
    MalformedPolicy(Malformed),
    /// AWS: ValidationError.
    #[error("Policy {arn} does not exist or is not attachable.")]
    NoSuchPolicy { arn: String },
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl Identity {
    /// Needs no permission, and no policy can deny it: what it authenticates is the user (IAM user
    /// guide, "Permissions for GetSessionToken").
    pub fn session_token(
        &self,
        caller: &Caller,
        duration_seconds: Option<u32>,
        mfa: Option<&MfaProof>,
        now: Timestamp,
    ) -> Result<SessionCredentials, TokenRefused> {
        let operation = "GetSessionToken";
        let directory = self.directory();
        let holder = match vouching(caller, &directory, operation)? {
            Some(user) => SealedHolder::User(user),
            None => SealedHolder::Root(caller.account().clone()),
        };
        let end = end_of(caller, duration_seconds, now);
        let session = SealedSession {
            mfa: mfa.map(MfaProof::at),
            ..SealedSession::new(holder, now, end)
        };
        Ok(self.credentials_of(&session)?)
    }

    /// The caller must have been allowed `sts:GetFederationToken`.
    pub fn federation_token(
        &self,
        caller: &Caller,
        ask: &FederationAsk<'_>,
        now: Timestamp,
    ) -> Result<Session, TokenRefused> {
        let directory = self.directory();
        let account = caller.account();
        let holder = SealedHolder::Federated {
            name: ask.name.to_owned(),
            account: account.clone(),
            by: vouching(caller, &directory, "GetFederationToken")?,
        };
        check_session_policies(&directory, account, ask.policy_arns)
            .map_err(|arn| TokenRefused::NoSuchPolicy { arn })?;
        let session = SealedSession {
            policy: ask.policy.map(str::to_owned),
            policy_arns: ask.policy_arns.to_vec(),
            tags: ask.tags.to_vec(),
            ..SealedSession::new(holder, now, end_of(caller, ask.duration_seconds, now))
        };
        let credentials = self.credentials_of(&session)?;
        let key = credentials.access_key_id.clone();
        let caller = caller_of(session, Some(key)).map_err(TokenRefused::MalformedPolicy)?;
        let caller = caller.ok_or(NoRandomness)?;
        Ok(Session {
            caller,
            credentials,
        })
    }

    /// Seals a session under a new key.
    pub(crate) fn credentials_of(
        &self,
        session: &SealedSession,
    ) -> Result<SessionCredentials, NoRandomness> {
        let access_key_id = unique_id(Prefix::SessionKey, &self.random)?;
        let token = self.seal.close(&access_key_id, session, &self.random)?;
        Ok(SessionCredentials {
            secret_access_key: self.seal.secret_of(&access_key_id, &token),
            session_token: token,
            expiration: session.expires,
            access_key_id,
        })
    }
}

/// The user who vouches; none for root. Temporary credentials don't beget others.
fn vouching(
    caller: &Caller,
    directory: &Directory,
    operation: &'static str,
) -> Result<Option<SealedUser>, TokenRefused> {
    let refused = TokenRefused::Temporary { operation };
    if caller.is_temporary() {
        return Err(refused);
    }
    match caller.holder() {
        Holder::Root => Ok(None),
        Holder::User(user) => sealed(user, directory).map(Some).ok_or(refused),
        Holder::Nobody | Holder::Role(_) | Holder::Federated(_) => Err(refused),
    }
}

fn sealed(user: &UserHolder, directory: &Directory) -> Option<SealedUser> {
    let found = directory.user_by_id(&user.id)?;
    Some(SealedUser {
        arn: found.arn().to_owned(),
        unique_id: user.unique_id.clone(),
    })
}

fn end_of(caller: &Caller, asked: Option<u32>, now: Timestamp) -> Timestamp {
    let seconds = match asked {
        asked if caller.is_root() => asked.map_or(MOST_ROOT_SECONDS, |s| s.min(MOST_ROOT_SECONDS)),
        Some(seconds) => seconds,
        None => DEFAULT_SECONDS,
    };
    now.plus_seconds(i64::from(seconds))
}

#[cfg(test)]
mod tests {
    use model::{AccountId, KeyStatus, UserRecord};
    use policy::Context;
    use serde_json::json;

    use super::*;
    use crate::Ask;
    use crate::caller::Credentials;
    use crate::testing::{self, ACCOUNT, NOW, ROOT_ID, World};

    const USER: &str = "arn:aws:iam::111111111111:user/ann";
    const LISTS: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["lambda:List*","iam:*"],"Resource":"*"}]}"#;

    fn ann() -> UserRecord {
        let key = testing::key("AKIAANN", KeyStatus::Active);
        let inline = json!({"Effect": "Allow", "Action": "lambda:*", "Resource": "*"});
        testing::user(USER, &[key], &[("p", inline)])
    }

    fn caller(record: &UserRecord) -> Caller {
        let holder = UserHolder {
            id: model::Record::id(record),
            unique_id: record.unique_id.clone(),
        };
        let principal = policy::Principal::User { arn: record.arn() };
        let credentials = Credentials {
            access_key_id: None,
            temporary: None,
        };
        let account = record.account.clone();
        Caller::new(account, principal, Holder::User(holder), credentials)
    }

    fn ask<'a>(policy: Option<&'a str>, arns: &'a [String]) -> FederationAsk<'a> {
        FederationAsk {
            name: "bob",
            duration_seconds: None,
            policy,
            policy_arns: arns,
            tags: &[],
        }
    }

    fn may(world: &World, caller: &Caller, action: &str) -> bool {
        let context = Context::new();
        let ask = Ask::new(action, &[], &context);
        world.identity.authorize(caller, &ask).is_ok()
    }

    #[test]
    fn a_federated_user_may_what_both_the_user_and_the_policy_allow() {
        let world = World::new().put(&ann());
        for (policy, arns, expected) in [
            (Some(LISTS), vec![], [true, false, false]),
            (None, vec![], [false, false, false]),
            (
                None,
                vec!["arn:aws:iam::aws:policy/AdministratorAccess".to_owned()],
                [true, true, false],
            ),
        ] {
            let session = world
                .identity
                .federation_token(&caller(&ann()), &ask(policy, &arns), NOW)
                .unwrap();
            let asked = [
                "lambda:ListFunctions",
                "lambda:GetFunction",
                "iam:ListUsers",
            ];
            let seen = asked.map(|action| may(&world, &session.caller, action));
            assert_eq!(seen, expected, "{policy:?} {arns:?}");
            assert_eq!(session.caller.user_id(), "111111111111:bob");
            assert!(!session.caller.is_taken_by_iam());
        }
    }

    #[test]
    fn roots_federated_user_is_limited_by_the_policy_alone() {
        let world = World::new();
        let root = Caller::root(AccountId::new(ACCOUNT).unwrap(), ROOT_ID);
        let session = world
            .identity
            .federation_token(&root, &ask(Some(LISTS), &[]), NOW)
            .unwrap();
        assert!(may(&world, &session.caller, "lambda:ListFunctions"));
        assert!(!may(&world, &session.caller, "lambda:GetFunction"));
        let hour = NOW.plus_seconds(3_600);
        assert_eq!(session.caller.expires(), Some(hour));
    }

    #[test]
    fn temporary_credentials_beget_no_others() {
        let world = World::new().put(&ann());
        let session = world
            .identity
            .federation_token(&caller(&ann()), &ask(None, &[]), NOW)
            .unwrap();
        let refused = world
            .identity
            .session_token(&session.caller, None, None, NOW)
            .unwrap_err();
        assert_eq!(
            refused.to_string(),
            "Cannot call GetSessionToken with session credentials"
        );
    }

    #[test]
    fn session_policies_must_be_there_and_be_policies() {
        let world = World::new().put(&ann());
        let gone = ["arn:aws:iam::111111111111:policy/gone".to_owned()];
        let theirs = ["arn:aws:iam::222222222222:policy/theirs".to_owned()];
        for (policy, arns) in [(Some("{"), &[][..]), (None, &gone), (None, &theirs)] {
            let outcome = world
                .identity
                .federation_token(&caller(&ann()), &ask(policy, arns), NOW);
            assert!(outcome.is_err(), "{policy:?} {arns:?}");
        }
    }
}
