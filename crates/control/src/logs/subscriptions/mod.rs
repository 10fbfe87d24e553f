//! Subscription filters: the events of a group that fit a pattern go to a function as they come.

mod delete;
mod delivery;
mod describe;
mod put;

pub(super) use delivery::{Arrived, Deliverer, deliver};
