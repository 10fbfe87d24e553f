//! What runs at its times: when that is, and who does it.
//!
//! The records belong to the rules of EventBridge (`events`) and to EventBridge Scheduler (`scheduler`). A function is
//! invoked for the service whose record it is, and only as its policies allow.

mod clock; // all timers
mod cron;
mod expression;
mod run; // one run at its time

pub use clock::Schedules;
pub(crate) use expression::Expression;
