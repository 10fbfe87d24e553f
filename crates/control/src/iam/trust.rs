//! Trust policies may name only roles and users that exist.

use model::{AccountId, Arn, RoleRecord, UserRecord};
use serde_json::Value;
use store::{Records, StoreError};

use super::documents::check_trust;
use super::permitted::find;
use super::refusal::Refusal;
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

/// Whoever `AWS` names, of a document that was parsed already.
fn aws_principals(document: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(document).unwrap_or_default();
    each(member(&document, "Statement"))
        .flat_map(|statement| {
            [
                member(statement, "Principal"),
                member(statement, "NotPrincipal"),
            ]
        })
        .flat_map(|principal| each(member(principal, "AWS")))
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

/// The items of an array, or the one value that stands in place of one.
fn each(value: &Value) -> impl Iterator<Item = &Value> {
    match value {
        Value::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    }
    .iter()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(statement: &str, expected: &[&str]) {
        let document = format!(r#"{{"Version":"2012-10-17","Statement":{statement}}}"#);
        assert_eq!(aws_principals(&document), expected);
    }

    #[test]
    fn names_are_found_in_every_spelling() {
        check(r#"{"Principal":{"AWS":"a"}}"#, &["a"]);
        check(
            r#"[{"Principal":{"AWS":["a","b"],"Service":"s"}},{"NotPrincipal":{"AWS":"c"}}]"#,
            &["a", "b", "c"],
        );
        check(r#"[{"Principal":"*"},{"Principal":{"Service":"s"}}]"#, &[]);
    }
}
