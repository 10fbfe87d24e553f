//! Whom a browser at the web console acts as. A seat holds no key: while it is valid, it gives
//! credentials that last some minutes.

use std::fmt;

use model::{RoleRecord, Timestamp, UserRecord};

use crate::caller::Holder;
use crate::identifiers::NoRandomness;
use crate::sessions::{SealedHolder, SealedSession, SealedUser, Validity, caller_of, validity};
use crate::{Caller, Identity, SessionCredentials};

/// The name of a role's session that began with a link of the console.
const SESSION_NAME: &str = "console";
/// A seat that began with a long-lived key ends when the browser's session does.
const NEVER: Timestamp = Timestamp::from_millis(i64::MAX);

/// Somebody at the console.
#[derive(Clone, PartialEq, Eq)]
pub struct Seat(SealedSession);

/// Why there is no seat, or none any more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSeat {
    #[error("there is no user {0}")]
    NoUser(String),
    #[error("there is no role {0}")]
    NoRole(String),
    #[error("nobody signed")]
    Nobody,
    #[error("the session is over, or its user or role is gone")]
    Over,
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// Credentials, and for whom.
#[derive(Debug, Clone)]
pub struct Seated {
    pub credentials: SessionCredentials,
    pub caller: Caller,
}

impl Seat {
    /// When it ends, whatever the browser does.
    pub fn ends(&self) -> Timestamp {
        self.0.expires
    }

    fn of(holder: SealedHolder, now: Timestamp) -> Self {
        Self(SealedSession {
            console: true,
            ..SealedSession::new(holder, now, NEVER)
        })
    }
}

impl fmt::Debug for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Seat").field(&self.0.holder).finish()
    }
}

impl Identity {
    /// The root of the default account, for a person who proved with a one-time link to be at the
    /// server's terminal. That is as good as a second factor.
    pub fn root_seat(&self, now: Timestamp) -> Seat {
        let holder = SealedHolder::Root(self.config().account.clone());
        let Seat(session) = Seat::of(holder, now);
        Seat(SealedSession {
            mfa: Some(now),
            ..session
        })
    }

    /// By name in the default account, or by ARN.
    pub fn user_seat(&self, user: &str, now: Timestamp) -> Result<Seat, NoSeat> {
        let directory = self.directory();
        let found = if user.starts_with("arn:") {
            directory.user(user)
        } else {
            directory.user_by_id(&UserRecord::id_of(&self.config().account, user))
        };
        let found = found.ok_or_else(|| NoSeat::NoUser(user.to_owned()))?;
        let sealed = SealedUser {
            arn: found.arn().to_owned(),
            unique_id: found.record().unique_id.clone(),
        };
        Ok(Seat::of(SealedHolder::User(sealed), now))
    }

    /// By name in the default account, or by ARN. The trust policy is not asked: only the root gives
    /// such a seat away, and the root could change that policy.
    pub fn role_seat(&self, role: &str, now: Timestamp) -> Result<Seat, NoSeat> {
        let directory = self.directory();
        let found = if role.starts_with("arn:") {
            directory.role(role)
        } else {
            directory.role_by_id(&RoleRecord::id_of(&self.config().account, role))
        };
        let found = found.ok_or_else(|| NoSeat::NoRole(role.to_owned()))?;
        let holder = SealedHolder::Role {
            arn: found.arn().to_owned(),
            unique_id: found.record().unique_id.clone(),
            session: SESSION_NAME.to_owned(),
        };
        Ok(Seat::of(holder, now))
    }

    /// The caller's own seat; with temporary credentials, of which `token` is the session token,
    /// within all that limits them.
    pub fn own_seat(
        &self,
        caller: &Caller,
        token: Option<&str>,
        now: Timestamp,
    ) -> Result<Seat, NoSeat> {
        if caller.is_temporary() {
            let opened = caller
                .access_key_id()
                .zip(token)
                .and_then(|(id, token)| self.seal.open(id, token).ok());
            return opened.map(Seat).ok_or(NoSeat::Over);
        }
        match caller.holder() {
            Holder::Root => Ok(Seat::of(SealedHolder::Root(caller.account().clone()), now)),
            Holder::User(_) => self.user_seat(&caller.arn(), now),
            Holder::Nobody | Holder::Role(_) | Holder::Federated(_) => Err(NoSeat::Nobody),
        }
    }

    /// Credentials for at most so many seconds. None for a user or role that is gone.
    pub fn seated(&self, seat: &Seat, seconds: i64, now: Timestamp) -> Result<Seated, NoSeat> {
        let session = SealedSession {
            expires: now.plus_seconds(seconds).min(seat.ends()),
            ..seat.0.clone()
        };
        let caller = caller_of(session.clone(), None)
            .ok()
            .flatten()
            .ok_or(NoSeat::Over)?;
        match validity(&caller, &self.directory(), now) {
            Validity::Good => Ok(Seated {
                credentials: self.credentials_of(&session)?,
                caller,
            }),
            Validity::Expired | Validity::Gone => Err(NoSeat::Over),
        }
    }
}

#[cfg(test)]
mod tests;
