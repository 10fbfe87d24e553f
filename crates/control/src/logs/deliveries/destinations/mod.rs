//! Where logs go.

mod delete;
mod delete_policy;
mod describe;
mod get;
mod get_policy;
mod put;
mod put_policy;
