//! When, where and by what each access key was used last.
//!
//! It is kept in memory only: AWS's own record lags by hours, and a write for every call would cost
//! more than the answer is worth. A restart forgets.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use model::Timestamp;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyUse {
    pub at: Timestamp,
    /// As signatures name it, such as `iam`.
    pub service: String,
    pub region: String,
}

/// Only keys that verified come here, so that there are no more of them than were made.
#[derive(Debug, Default)]
pub(crate) struct KeyUses {
    last: Mutex<HashMap<String, KeyUse>>,
}

impl KeyUses {
    pub(crate) fn note(&self, access_key_id: &str, service: &str, region: &str, at: Timestamp) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match last.get_mut(access_key_id) {
            Some(held) if held.service == service && held.region == region => held.at = at,
            _ => {
                let used = KeyUse {
                    at,
                    service: service.to_owned(),
                    region: region.to_owned(),
                };
                last.insert(access_key_id.to_owned(), used);
            }
        }
    }

    pub(crate) fn of(&self, access_key_id: &str) -> Option<KeyUse> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.get(access_key_id).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_use_counts() {
        let uses = KeyUses::default();
        let at = Timestamp::from_seconds;
        uses.note("AKIA1", "iam", "us-east-1", at(1));
        uses.note("AKIA1", "iam", "us-east-1", at(2));
        assert_eq!(uses.of("AKIA1").map(|used| used.at), Some(at(2)));
        uses.note("AKIA1", "lambda", "eu-west-1", at(3));
        let expected = KeyUse {
            at: at(3),
            service: "lambda".into(),
            region: "eu-west-1".into(),
        };
        assert_eq!(uses.of("AKIA1"), Some(expected));
        assert_eq!(uses.of("AKIA2"), None);
    }
}
