//! Policies that name a user or role who goes or gets another name.
//!
//! AWS binds a Principal to the unique id of whom its ARN names. So one who is deleted and made
//! again is a stranger to what named the first, and one who is renamed stays who they are (IAM user
//! guide, "AWS JSON policy elements: Principal", IAM user principals). Here the ARN stays in the
//! document while it is right, and is replaced when it ceases to be. This module must never touch
//! anything of a policy but its principals.

use model::{AccountId, DeploymentRecord, FunctionRecord, Record, RestApiRecord, RoleRecord};
use serde_json::Value;
use store::Records;

use super::entity::Entity;
use super::permitted::Permitted;
use crate::refused::Refused;

/// Before the principal is deleted: until it is, its unique id means the same.
pub(super) async fn bind_to_id<E: Entity>(
    records: &Records,
    account: &AccountId,
    leaving: &Permitted<E>,
) -> Result<(), Refused> {
    let leaving = leaving.record();
    replace(records, account, (&leaving.arn(), leaving.unique_id())).await
}

/// Whatever stands on a resource of the account and names `from` names `to` instead.
pub(super) async fn replace(
    records: &Records,
    account: &AccountId,
    (from, to): (&str, &str),
) -> Result<(), Refused> {
    each::<RoleRecord>(records, account, |role| changed(&mut role.trust, from, to)).await?;
    each::<FunctionRecord>(records, account, |function| {
        let policies = function.policies.values_mut();
        let statements = policies.flat_map(|policy| &mut policy.statements);
        any(statements.map(|statement| changed(&mut statement.document, from, to)))
    })
    .await?;
    each::<RestApiRecord>(records, account, |api| {
        let policy = api.definition.policy.as_mut();
        policy.is_some_and(|policy| changed(policy, from, to))
    })
    .await?;
    each::<DeploymentRecord>(records, account, |deployment| {
        let policy = deployment.definition.policy.as_mut();
        policy.is_some_and(|policy| changed(policy, from, to))
    })
    .await
}

/// Stores what `change` says it has changed. One that goes meanwhile needs no change.
async fn each<R: Record + Clone>(
    records: &Records,
    account: &AccountId,
    change: impl Fn(&mut R) -> bool,
) -> Result<(), Refused> {
    for stored in records.list::<R>(&format!("{account}/")).await? {
        if !change(&mut stored.record.clone()) {
            continue;
        }
        let apply = |record: &mut R| -> Result<(), Refused> {
            change(record);
            Ok(())
        };
        match records.update(&stored.record.id(), apply).await {
            Ok(_) | Err(store::UpdateError::NotFound) => {}
            Err(store::UpdateError::Refused(refused)) => return Err(refused),
            Err(store::UpdateError::Store(error)) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Whether the document, or the statement, named the principal.
fn changed(document: &mut String, from: &str, to: &str) -> bool {
    if !document.contains(from) {
        return false;
    }
    let Ok(mut read) = serde_json::from_str::<Value>(document) else {
        return false;
    };
    let found = match read.get_mut("Statement") {
        Some(Value::Array(statements)) => any(statements
            .iter_mut()
            .map(|statement| in_statement(statement, from, to))),
        Some(statement) => in_statement(statement, from, to),
        None => in_statement(&mut read, from, to),
    };
    if found {
        *document = read.to_string();
    }
    found
}

/// Looks at all of them, because looking is what changes them.
fn any(changes: impl Iterator<Item = bool>) -> bool {
    changes.filter(|changed| *changed).count() > 0
}

fn in_statement(statement: &mut Value, from: &str, to: &str) -> bool {
    let mut found = false;
    for element in ["Principal", "NotPrincipal"] {
        let names = statement
            .get_mut(element)
            .and_then(|named| named.get_mut("AWS"));
        let names = match names {
            Some(Value::Array(names)) => names.as_mut_slice(),
            Some(name) => std::slice::from_mut(name),
            None => continue,
        };
        for name in names.iter_mut().filter(|name| name.as_str() == Some(from)) {
            *name = Value::String(to.to_owned());
            found = true;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(document: &str, expected: Option<&str>) {
        let mut text = document.to_owned();
        let found = changed(&mut text, "arn:a", "AIDA");
        assert_eq!(found.then_some(text.as_str()), expected);
    }

    #[test]
    fn only_principals_are_replaced() {
        check(
            r#"{"Statement":[{"Principal":{"AWS":"arn:a"},"Condition":{"ArnEquals":{"aws:PrincipalArn":"arn:a"}}}]}"#,
            Some(
                r#"{"Statement":[{"Principal":{"AWS":"AIDA"},"Condition":{"ArnEquals":{"aws:PrincipalArn":"arn:a"}}}]}"#,
            ),
        );
        check(
            r#"{"Statement":{"NotPrincipal":{"AWS":["arn:ab","arn:a"]}}}"#,
            Some(r#"{"Statement":{"NotPrincipal":{"AWS":["arn:ab","AIDA"]}}}"#),
        );
        check(
            r#"{"Principal":{"AWS":"arn:a"},"Resource":"*"}"#,
            Some(r#"{"Principal":{"AWS":"AIDA"},"Resource":"*"}"#),
        );
        check(r#"{"Statement":{"Principal":{"AWS":"arn:ab"}}}"#, None);
        check(
            r#"{"Statement":{"Resource":"arn:a","Principal":"*"}}"#,
            None,
        );
    }
}
