//! Trust policies may name only roles and users that exist.

use model::{AccountId, Arn, RoleRecord, UserRecord};
use store::{Records, StoreError};

use super::documents::check_trust;
use super::permitted::find;
use super::refusal::Refusal;
use crate::principals::aws_principals;
use crate::refused::Refused;

/// Accepts a document as the trust policy of a role of the account.
pub(super) async fn accept(
    records: &Records,
    account: &AccountId,
    document: &str,
) -> Result<(), Refused> {
    check_trust(document)?;
    for principal in aws_principals(document) {
        if !exists(records, account, &principal).await? {
            let message = format!("Invalid principal in policy: \"AWS\":\"{principal}\"");
            return Err(Refusal::MalformedPolicy(message).into());
        }
    }
    Ok(())
}

/// Nobody knows who exists in another account; AWS would, and refuse there too.
async fn exists(
    records: &Records,
    account: &AccountId,
    principal: &str,
) -> Result<bool, StoreError> {
    let Ok(arn) = Arn::new(principal) else {
        return has_unique_id(records, account, principal).await;
    };
    if arn.account() != account.as_str() {
        return Ok(true);
    }
    let mut parts = arn.resource().split('/');
    let kind = parts.next().unwrap_or_default();
    let last = parts.clone().next_back().unwrap_or_default();
    match (arn.service(), kind) {
        ("iam", "role") => {
            let role = find::<RoleRecord>(records, account, last).await?;
            Ok(role.is_some_and(|role| role.arn() == principal))
        }
        ("iam", "user") => {
            let user = find::<UserRecord>(records, account, last).await?;
            Ok(user.is_some_and(|user| user.arn() == principal))
        }
        ("sts", "assumed-role") => {
            let role = parts.next().unwrap_or_default();
            Ok(find::<RoleRecord>(records, account, role).await?.is_some())
        }
        _ => Ok(true),
    }
}

/// What is no ARN is an account, everyone, or the unique id of a user or role.
async fn has_unique_id(
    records: &Records,
    account: &AccountId,
    principal: &str,
) -> Result<bool, StoreError> {
    let prefix = format!("{account}/");
    if principal.starts_with("AIDA") {
        let users = records.list::<UserRecord>(&prefix).await?;
        return Ok(users.iter().any(|user| user.record.unique_id == principal));
    }
    if principal.starts_with("AROA") {
        let roles = records.list::<RoleRecord>(&prefix).await?;
        return Ok(roles.iter().any(|role| role.record.unique_id == principal));
    }
    Ok(true)
}
