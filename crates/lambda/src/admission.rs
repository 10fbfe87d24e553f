//! Concurrency limits: how many calls of a function, and of an account, run at one time.
//!
//! AWS: "Understanding Lambda function scaling". Reserved and provisioned concurrency are taken out of
//! the account's limit; what is left is shared by all functions without a reservation, and by calls
//! that find more running than was provisioned.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::event::Throttle;

/// Concurrent executions of an account that has asked AWS for no more.
pub(crate) const ACCOUNT_CONCURRENCY: u32 = 1000;

#[derive(Debug, Default)]
pub(crate) struct Admission {
    running: Mutex<Running>,
}

#[derive(Debug, Default)]
struct Running {
    /// By function id.
    functions: HashMap<Arc<str>, u32>,
    /// Calls that run on what was provisioned for them, by version.
    provisioned: HashMap<Arc<str>, u32>,
    /// Other calls of functions without a reservation, by account.
    unreserved: HashMap<Arc<str>, u32>,
}

/// What bounds one call.
#[derive(Debug, Clone)]
pub(crate) struct Limit {
    pub(crate) function: Arc<str>,
    pub(crate) account: Arc<str>,
    /// Of this function, without what is provisioned for its versions: test_lambda_concurrency_block.
    pub(crate) reserved: Option<u32>,
    /// What is provisioned for the version that is called, with its name.
    pub(crate) provisioned: Option<(Arc<str>, u32)>,
    /// Of all functions of the account together, what is provisioned included.
    pub(crate) taken_in_account: u32,
}

/// Whose room a call has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    Function,
    Version,
    Account,
}

impl Limit {
    /// Where there may be a place, in this order, with names and sizes.
    fn rooms(&self) -> impl Iterator<Item = (Room, &Arc<str>, u32)> {
        let version = self.provisioned.as_ref();
        let version = version.map(|(name, size)| (Room::Version, name, *size));
        let left = ACCOUNT_CONCURRENCY.saturating_sub(self.taken_in_account);
        let other = match self.reserved {
            Some(size) => (Room::Function, &self.function, size),
            None => (Room::Account, &self.account, left),
        };
        version.into_iter().chain([other])
    }
}

/// Room for one call; dropping it makes room again.
#[derive(Debug)]
pub(crate) struct Admitted {
    admission: Arc<Admission>,
    room: Room,
    name: Arc<str>,
}

impl Admission {
    pub(crate) fn admit(self: &Arc<Self>, limit: &Limit) -> Result<Admitted, Throttle> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        for (room, name, size) in limit.rooms() {
            let count = running.of(room).entry(Arc::clone(name)).or_default();
            if *count < size {
                *count += 1;
                drop(running);
                return Ok(Admitted {
                    admission: Arc::clone(self),
                    room,
                    name: Arc::clone(name),
                });
            }
            if *count == 0 {
                running.of(room).remove(name);
            }
        }
        Err(match limit.reserved {
            Some(_) => Throttle::Reserved,
            None => Throttle::Account,
        })
    }
}

impl Running {
    fn of(&mut self, room: Room) -> &mut HashMap<Arc<str>, u32> {
        match room {
            Room::Function => &mut self.functions,
            Room::Version => &mut self.provisioned,
            Room::Account => &mut self.unreserved,
        }
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let mut running = self
            .admission
            .running
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let counts = running.of(self.room);
        if let Some(count) = counts.get_mut(&self.name) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(&self.name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(reserved: Option<u32>, in_account: u32) -> Limit {
        Limit {
            function: "f".into(),
            account: "000000000000".into(),
            reserved,
            provisioned: None,
            taken_in_account: in_account,
        }
    }

    #[track_caller]
    fn check(limit: &Limit, calls: usize, expected: (usize, Option<Throttle>)) {
        let admission = Arc::new(Admission::default());
        let answers: Vec<_> = (0..calls).map(|_| admission.admit(limit)).collect();
        let admitted = answers.iter().filter(|answer| answer.is_ok()).count();
        let refused = answers
            .iter()
            .find_map(|answer| answer.as_ref().err().copied());
        assert_eq!((admitted, refused), expected);
    }

    #[test]
    fn a_reservation_is_the_functions_own_limit() {
        check(&limit(Some(2), 2), 3, (2, Some(Throttle::Reserved)));
        check(&limit(Some(0), 0), 1, (0, Some(Throttle::Reserved)));
    }

    #[test]
    fn reservations_are_taken_out_of_the_accounts_limit() {
        check(&limit(None, 0), 1001, (1000, Some(Throttle::Account)));
        check(&limit(None, 990), 11, (10, Some(Throttle::Account)));
    }

    #[test]
    fn what_is_provisioned_is_used_first_and_taken_out_of_the_accounts_limit() {
        let version = |size, taken| Limit {
            provisioned: Some(("f:1".into(), size)),
            ..limit(None, taken)
        };
        check(&version(3, 3), 1001, (1000, Some(Throttle::Account)));
        check(&version(3, 995), 9, (8, Some(Throttle::Account)));
        check(&limit(None, 995), 6, (5, Some(Throttle::Account)));
    }

    #[test]
    fn an_ended_call_makes_room() {
        let admission = Arc::new(Admission::default());
        let first = admission.admit(&limit(Some(1), 1));
        assert!(admission.admit(&limit(Some(1), 1)).is_err());
        drop(first);
        assert!(admission.admit(&limit(Some(1), 1)).is_ok());
    }
}
