//! What sends logs.

mod delete;
mod describe;
mod get;
mod put;
