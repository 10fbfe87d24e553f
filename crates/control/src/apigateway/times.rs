//! Points in time as API Gateway shows them: whole seconds.

use model::Timestamp;

pub(super) fn shown(time: Timestamp) -> wire::Timestamp {
    #[expect(
        clippy::cast_precision_loss,
        reason = "seconds since 1970 fit into 52 bits for longer than there is a calendar"
    )]
    wire::Timestamp(time.seconds() as f64)
}

/// `2026-11-22T08:30:00Z`
pub(super) fn iso(time: Timestamp) -> String {
    jiff::Timestamp::from_second(time.seconds())
        .map(|time| time.to_string())
        .unwrap_or_default()
}
