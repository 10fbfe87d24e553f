//! Exports of a group's events to a bucket. A task is complete when it is made: there is little to write.

mod bucket;
mod cancel;
mod create;
mod describe;
