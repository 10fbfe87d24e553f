//! Points in time as S3 shows them: whole seconds.

use model::Timestamp;

#[expect(
    clippy::cast_precision_loss,
    reason = "seconds since 1970 fit into 52 bits for longer than there is a calendar"
)]
pub(super) fn shown(time: Timestamp) -> wire::Timestamp {
    wire::Timestamp(time.seconds() as f64)
}

/// Of a date that a client sent.
#[expect(
    clippy::cast_possible_truncation,
    reason = "seconds of our era fit 64 bits"
)]
pub(super) fn seconds(time: wire::Timestamp) -> i64 {
    time.0 as i64
}
