//! Points in time, in the three spellings that AWS protocols use.

/// Seconds since 1970-01-01T00:00:00Z. AWS keeps milliseconds at best.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
pub struct Timestamp(pub f64);
