//! The time of the control plane. Tests of what depends on it hand times in.

use model::Timestamp;

pub(crate) fn now() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::now().as_millisecond())
}
