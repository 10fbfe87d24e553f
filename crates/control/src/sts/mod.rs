//! AWS Security Token Service: who somebody is, and becoming a role.
//!
//! Sessions are made by `identity` alone; this module must never make credentials itself.

mod assume_role;
mod get_access_key_info;
mod get_caller_identity;

#[cfg(test)]
mod tests;

use wire::sts::{AssumeRole, GetAccessKeyInfo, GetCallerIdentity};

use crate::operations::operations;

operations! {
    AssumeRole,
    GetAccessKeyInfo,
    GetCallerIdentity,
}
