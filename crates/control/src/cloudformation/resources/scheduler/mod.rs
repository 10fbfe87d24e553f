//! AWS::Scheduler

pub(super) mod schedule;
