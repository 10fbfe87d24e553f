//! The policies that sessions were given when they were made: the token says them to whoever opens it, and nobody else
//! knows them, so that they are noted where a session is made or seen.
//!
//! Only sessions that have less than their role, or tags of their own, are kept; the oldest make room.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use model::Timestamp;

/// Sessions at most.
const MOST: usize = 1_024;

/// What one session was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLimits {
    /// `arn:aws:sts::ACCOUNT:assumed-role/ROLE/NAME` or `…:federated-user/NAME`.
    pub session: String,
    /// The ARN of the role, of the user, or of the account's root.
    pub holder: String,
    /// The text of the policy that was passed.
    pub policy: Option<String>,
    /// Managed policies that were passed.
    pub policy_arns: Vec<String>,
    pub tags: Vec<(String, String)>,
    pub issued: Timestamp,
    pub expires: Timestamp,
}

#[derive(Debug, Default)]
pub struct Sessions {
    known: Mutex<VecDeque<SessionLimits>>,
}

impl Sessions {
    pub fn note(&self, limits: SessionLimits) {
        let mut known = self.lock();
        if known.iter().rev().any(|one| *one == limits) {
            return;
        }
        if known.len() >= MOST {
            known.pop_front();
        }
        known.push_back(limits);
    }

    /// Those that still last, in the order in which they were noted.
    pub fn lasting(&self, now: Timestamp) -> Vec<SessionLimits> {
        let mut known = self.lock();
        known.retain(|limits| limits.expires > now);
        known.iter().cloned().collect()
    }

    pub fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<SessionLimits>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(name: usize, expires: i64) -> SessionLimits {
        SessionLimits {
            session: format!("arn:aws:sts::000000000000:assumed-role/r/{name}"),
            holder: "arn:aws:iam::000000000000:role/r".to_owned(),
            policy: Some("{}".to_owned()),
            policy_arns: Vec::new(),
            tags: Vec::new(),
            issued: Timestamp::from_seconds(0),
            expires: Timestamp::from_seconds(expires),
        }
    }

    #[test]
    fn a_session_is_known_once_and_as_long_as_it_lasts() {
        let sessions = Sessions::default();
        for expires in [10, 10, 20] {
            sessions.note(session(1, expires));
        }
        assert_eq!(sessions.lasting(Timestamp::from_seconds(9)).len(), 2);
        assert_eq!(
            sessions.lasting(Timestamp::from_seconds(10)),
            [session(1, 20)]
        );
        sessions.clear();
        assert!(sessions.lasting(Timestamp::from_seconds(0)).is_empty());
    }

    #[test]
    fn the_oldest_makes_room() {
        let sessions = Sessions::default();
        for name in 0..=MOST {
            sessions.note(session(name, 10));
        }
        let known = sessions.lasting(Timestamp::from_seconds(0));
        assert_eq!((known.len(), &known[0]), (MOST, &session(1, 10)));
    }
}
