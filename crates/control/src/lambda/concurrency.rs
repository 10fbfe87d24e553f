//! What the operations on reserved concurrency share.

/// Concurrent executions of an account that has asked AWS for no more ("Lambda quotas").
pub(super) const ACCOUNT_LIMIT: u32 = 1000;
/// What reservations must leave to functions without one.
pub(super) const LEAST_UNRESERVED: u32 = 100;
