//! What principals were allowed and did: counted by principal, action and resource, since nothing of an allowed call
//! stays in the ring.
//!
//! It is for whoever asks which permissions were needed. Only roles and users are counted, whose policies can be made
//! smaller; the room is bounded, and what does not fit is counted as left out.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

/// Principals, actions of one, and resources of one action at most.
const MOST_PRINCIPALS: usize = 512;
const MOST_ACTIONS: usize = 256;
const MOST_RESOURCES: usize = 256;
/// ARNs are shorter.
const MOST_BYTES: usize = 1_024;

/// One action on one resource, by one principal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Use {
    /// The ARN of a role or user; a session counts for its role.
    pub principal: String,
    /// Such as `lambda:GetFunction`.
    pub action: String,
    /// An ARN, or `*` where the action has none.
    pub resource: String,
    pub calls: u64,
}

type Resources = HashMap<Box<str>, u64>;
type Actions = HashMap<Box<str>, Resources>;

#[derive(Debug, Default)]
pub struct Uses {
    counted: Mutex<Counted>,
}

#[derive(Debug, Default)]
struct Counted {
    by_principal: HashMap<Box<str>, Actions>,
    left_out: u64,
}

impl Uses {
    /// Nothing is allocated for what is known already.
    pub fn note(&self, principal: &str, action: &str, resource: &str) {
        let mut counted = self.lock();
        if !counted.add(principal, action, resource) {
            counted.left_out = counted.left_out.saturating_add(1);
        }
    }

    /// All of them, in order.
    pub fn all(&self) -> Vec<Use> {
        let counted = self.lock();
        let mut all = BTreeMap::new();
        for (principal, actions) in &counted.by_principal {
            for (action, resources) in actions {
                for (resource, calls) in resources {
                    all.insert(
                        (principal.clone(), action.clone(), resource.clone()),
                        *calls,
                    );
                }
            }
        }
        drop(counted);
        let all = all.into_iter();
        all.map(|((principal, action, resource), calls)| Use {
            principal: principal.into(),
            action: action.into(),
            resource: resource.into(),
            calls,
        })
        .collect()
    }

    /// Calls for which there was no room.
    pub fn left_out(&self) -> u64 {
        self.lock().left_out
    }

    pub fn clear(&self) {
        *self.lock() = Counted::default();
    }

    fn lock(&self) -> MutexGuard<'_, Counted> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counted {
    /// Whether there was room.
    fn add(&mut self, principal: &str, action: &str, resource: &str) -> bool {
        if [principal, action, resource]
            .iter()
            .any(|text| text.len() > MOST_BYTES)
        {
            return false;
        }
        let Some(actions) = room(&mut self.by_principal, principal, MOST_PRINCIPALS) else {
            return false;
        };
        let Some(resources) = room(actions, action, MOST_ACTIONS) else {
            return false;
        };
        let Some(calls) = room(resources, resource, MOST_RESOURCES) else {
            return false;
        };
        *calls = calls.saturating_add(1);
        true
    }
}

/// What is kept under a key, made if there is room for one more.
fn room<'m, V: Default>(
    map: &'m mut HashMap<Box<str>, V>,
    key: &str,
    most: usize,
) -> Option<&'m mut V> {
    if !map.contains_key(key) {
        if map.len() >= most {
            return None;
        }
        map.insert(key.into(), V::default());
    }
    map.get_mut(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_counted_and_not_kept_twice() {
        let uses = Uses::default();
        for resource in ["b", "a", "b"] {
            uses.note("role", "s3:GetObject", resource);
        }
        let found = uses.all();
        let shown: Vec<(&str, u64)> = found
            .iter()
            .map(|one| (one.resource.as_str(), one.calls))
            .collect();
        assert_eq!(shown, [("a", 1), ("b", 2)]);
        uses.clear();
        assert!(uses.all().is_empty());
    }

    #[test]
    fn what_has_no_room_is_left_out_and_said() {
        let uses = Uses::default();
        for number in 0..MOST_RESOURCES + 3 {
            uses.note("role", "s3:GetObject", &number.to_string());
        }
        uses.note("role", "s3:GetObject", &"x".repeat(MOST_BYTES + 1));
        assert_eq!((uses.all().len(), uses.left_out()), (MOST_RESOURCES, 4));
        for number in 0..MOST_PRINCIPALS + 3 {
            uses.note(&number.to_string(), "s3:GetObject", "a");
        }
        assert_eq!(uses.left_out(), 4 + 4);
    }
}
