//! Concurrency limits: how many calls of a function, and of an account, run at one time.
//!
//! AWS: "Understanding Lambda function scaling". Reserved concurrency is taken out of the account's
//! limit; what is left is shared by all functions without a reservation.

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
    /// Calls of functions without a reservation, by account.
    unreserved: HashMap<Arc<str>, u32>,
}

/// What bounds one call.
#[derive(Debug, Clone)]
pub(crate) struct Limit {
    pub(crate) function: Arc<str>,
    pub(crate) account: Arc<str>,
    /// Of this function.
    pub(crate) reserved: Option<u32>,
    /// Of all functions of the account together.
    pub(crate) reserved_in_account: u32,
}

/// Room for one call; dropping it makes room again.
#[derive(Debug)]
pub(crate) struct Admitted {
    admission: Arc<Admission>,
    limit: Limit,
}

impl Admission {
    pub(crate) fn admit(self: &Arc<Self>, limit: Limit) -> Result<Admitted, Throttle> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reserved) = limit.reserved {
            let function = running
                .functions
                .entry(Arc::clone(&limit.function))
                .or_default();
            if *function >= reserved {
                return Err(Throttle::Reserved);
            }
            *function += 1;
        } else {
            let account = running
                .unreserved
                .entry(Arc::clone(&limit.account))
                .or_default();
            if *account >= ACCOUNT_CONCURRENCY.saturating_sub(limit.reserved_in_account) {
                return Err(Throttle::Account);
            }
            *account += 1;
        }
        drop(running);
        Ok(Admitted {
            admission: Arc::clone(self),
            limit,
        })
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let mut running = self
            .admission
            .running
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let (counts, key) = if self.limit.reserved.is_some() {
            (&mut running.functions, &self.limit.function)
        } else {
            (&mut running.unreserved, &self.limit.account)
        };
        if let Some(count) = counts.get_mut(key) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(key);
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
            reserved_in_account: in_account,
        }
    }

    #[track_caller]
    fn check(limit: &Limit, calls: usize, expected: (usize, Option<Throttle>)) {
        let admission = Arc::new(Admission::default());
        let answers: Vec<_> = (0..calls).map(|_| admission.admit(limit.clone())).collect();
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
    fn an_ended_call_makes_room() {
        let admission = Arc::new(Admission::default());
        let first = admission.admit(limit(Some(1), 1));
        assert!(admission.admit(limit(Some(1), 1)).is_err());
        drop(first);
        assert!(admission.admit(limit(Some(1), 1)).is_ok());
    }
}
