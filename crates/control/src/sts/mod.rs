//! AWS Security Token Service: who somebody is, and credentials for a while.
//!
//! Sessions are made by `identity` alone; this module must never make credentials itself.

mod assume_role;
mod assume_role_with_web_identity;
mod decode_authorization_message;
mod get_access_key_info;
mod get_caller_identity;
mod get_federation_token;
mod get_session_token;

mod answer;
mod limits;
mod session_tags;

#[cfg(test)]
mod tests;

use wire::sts::{
    AssumeRole, AssumeRoleWithWebIdentity, DecodeAuthorizationMessage, GetAccessKeyInfo,
    GetCallerIdentity, GetFederationToken, GetSessionToken,
};

use crate::operations::operations;

operations! {
    AssumeRole,
    AssumeRoleWithWebIdentity,
    DecodeAuthorizationMessage,
    GetAccessKeyInfo,
    GetCallerIdentity,
    GetFederationToken,
    GetSessionToken,
}
