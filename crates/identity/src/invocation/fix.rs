//! The command that ends a refusal, ready to be pasted.
//!
//! Each fix grants exactly what was asked and no more: the exact source ARN, the exact qualifier,
//! one action on one function.

use model::{FunctionArn, Qualifier, RoleRecord};
use policy::{Explanation, Layer, Principal};
use ring::digest;
use serde_json::{Value, json};

use super::INVOKE;
use crate::Caller;
use crate::sigv4::hex;

/// What to run, and the statement that it adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// A command of the AWS CLI; a shell comment where no single command would do.
    pub cli: String,
    /// The statement as JSON, where the fix adds one.
    pub statement_json: Option<String>,
}

/// For a service without a role: a statement in the function's resource policy.
pub(super) fn for_service(
    principal: &str,
    source_arn: &str,
    target: &FunctionArn,
    explanation: &Explanation,
) -> Fix {
    if let Some(deny) = for_explicit_deny(explanation) {
        return deny;
    }
    let same_account = source_arn.split(':').nth(4) == Some(target.account.as_str());
    let grant = Addition {
        target,
        principal,
        source_arn: Some(source_arn),
        elsewhere: !same_account,
    };
    grant.fix(&json!({
        "Effect": "Allow",
        "Principal": {"Service": principal},
        "Action": INVOKE,
        "Resource": granted(target).to_string(),
        "Condition": {"ArnLike": {"AWS:SourceArn": source_arn}},
    }))
}

/// For a role that does not trust the service: its trust policy with one statement more, since
/// update-assume-role-policy replaces the whole document.
pub(super) fn for_trust(service: &str, role: &RoleRecord, explanation: &Explanation) -> Fix {
    if let Some(deny) = for_explicit_deny(explanation) {
        return deny;
    }
    let statement = trust_statement(service);
    let document = with_statement(&role.trust, &statement);
    Fix {
        cli: format!(
            "aws iam update-assume-role-policy --role-name {} --policy-document {}",
            quote(&role.name),
            quote(&document.to_string())
        ),
        statement_json: Some(statement.to_string()),
    }
}

pub(super) fn for_missing_role(service: &str, role_arn: &str) -> Fix {
    let name = role_arn.rsplit('/').next().unwrap_or(role_arn);
    let statement = trust_statement(service);
    Fix {
        cli: format!(
            "aws iam create-role --role-name {} --assume-role-policy-document {}",
            quote(name),
            quote(&document_of(&statement).to_string())
        ),
        statement_json: Some(statement.to_string()),
    }
}

/// For somebody with policies of their own: the side that did not allow is the side to change.
pub(super) fn for_caller(caller: &Caller, target: &FunctionArn, explanation: &Explanation) -> Fix {
    if let Some(deny) = for_explicit_deny(explanation) {
        return deny;
    }
    match explanation.layer {
        Some(Layer::Resource) => for_foreign_caller(caller, target),
        Some(Layer::Identity) | None => for_own_policy(caller, target),
        Some(layer) => Fix {
            cli: format!("# The {layer} does not allow {INVOKE} on {target}: allow it there, too."),
            statement_json: Some(identity_statement(target).to_string()),
        },
    }
}

/// Nothing that is added passes an explicit deny.
fn for_explicit_deny(explanation: &Explanation) -> Option<Fix> {
    let place = explanation.decided_by?;
    let source = explanation
        .sources
        .iter()
        .find(|source| source.layer == place.layer && source.index == place.source)?;
    let sid = source
        .statements
        .iter()
        .find(|statement| statement.index == place.statement)
        .and_then(|statement| statement.sid.as_deref());
    let statement = match sid {
        Some(sid) => format!("statement {sid:?}"),
        None => format!("statement {}", place.statement + 1),
    };
    Some(Fix {
        cli: format!("# Remove the Deny: {statement} of {}.", source.name),
        statement_json: None,
    })
}

/// AddPermission takes an ARN or an account; a session is granted through its role.
fn for_foreign_caller(caller: &Caller, target: &FunctionArn) -> Fix {
    if target.qualifier == Some(Qualifier::Latest) {
        return Fix {
            cli: "# Invoke the function without $LATEST: no grant can be given on that qualifier."
                .to_owned(),
            statement_json: None,
        };
    }
    let principal = match caller.principal() {
        Principal::RoleSession { role_arn, .. } => role_arn.clone(),
        Principal::Root { account } => account.clone(),
        other => other.display_name().into_owned(),
    };
    let grant = Addition {
        target,
        principal: &principal,
        source_arn: None,
        elsewhere: true,
    };
    grant.fix(&json!({
        "Effect": "Allow",
        "Principal": {"AWS": principal},
        "Action": INVOKE,
        "Resource": target.to_string(),
    }))
}

fn for_own_policy(caller: &Caller, target: &FunctionArn) -> Fix {
    let statement = identity_statement(target);
    let (command, option, arn) = match caller.principal() {
        Principal::RoleSession { role_arn, .. } => {
            ("put-role-policy", "--role-name", role_arn.clone())
        }
        other => (
            "put-user-policy",
            "--user-name",
            other.display_name().into_owned(),
        ),
    };
    let name = arn.rsplit('/').next().unwrap_or(&arn);
    let policy_name = format!(
        "invoke-{}-{}",
        target.name,
        fingerprint(&target.to_string())
    );
    Fix {
        cli: format!(
            "aws iam {command} {option} {} --policy-name {policy_name} --policy-document {}",
            quote(name),
            quote(&document_of(&statement).to_string())
        ),
        statement_json: Some(statement.to_string()),
    }
}

/// What a grant for a service stands on: AddPermission refuses `$LATEST`.
pub(super) fn granted(target: &FunctionArn) -> FunctionArn {
    match target.qualifier {
        Some(Qualifier::Latest) => target.unqualified(),
        None | Some(Qualifier::Version(_) | Qualifier::Alias(_)) => target.clone(),
    }
}

fn identity_statement(target: &FunctionArn) -> Value {
    json!({"Effect": "Allow", "Action": INVOKE, "Resource": target.to_string()})
}

fn trust_statement(service: &str) -> Value {
    json!({"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"})
}

fn document_of(statement: &Value) -> Value {
    json!({"Version": "2012-10-17", "Statement": [statement]})
}

/// The document with the statement added; a document that can't be read is replaced.
fn with_statement(document: &str, statement: &Value) -> Value {
    let Ok(Value::Object(mut document)) = serde_json::from_str(document) else {
        return document_of(statement);
    };
    let mut statements = match document.remove("Statement") {
        Some(Value::Array(statements)) => statements,
        Some(one) => vec![one],
        None => Vec::new(),
    };
    statements.push(statement.clone());
    document.insert("Statement".to_owned(), Value::Array(statements));
    Value::Object(document)
}

/// One `aws lambda add-permission`.
struct Addition<'a> {
    target: &'a FunctionArn,
    principal: &'a str,
    source_arn: Option<&'a str>,
    /// Whether the grant crosses accounts: then the function is named by its whole ARN, and the
    /// command is for somebody in the function's account.
    elsewhere: bool,
}

impl Addition<'_> {
    fn fix(&self, statement: &Value) -> Fix {
        let mut cli = String::new();
        let name = if self.elsewhere {
            cli = format!("# with credentials of account {}:\n", self.target.account);
            self.target.unqualified().to_string()
        } else {
            self.target.name.to_string()
        };
        cli.push_str("aws lambda add-permission --function-name ");
        cli.push_str(&name);
        if let Some(qualifier) = granted(self.target).qualifier {
            cli.push_str(" --qualifier ");
            cli.push_str(&qualifier.to_string());
        }
        let seed = format!("{} {}", self.principal, self.source_arn.unwrap_or_default());
        cli.push_str(" --statement-id portcullis-");
        cli.push_str(&fingerprint(&seed));
        cli.push_str(" --action ");
        cli.push_str(INVOKE);
        cli.push_str(" --principal ");
        cli.push_str(&quote(self.principal));
        if let Some(source_arn) = self.source_arn {
            cli.push_str(" --source-arn ");
            cli.push_str(&quote(source_arn));
        }
        cli.push_str(" --region ");
        cli.push_str(self.target.region.as_str());
        Fix {
            cli,
            statement_json: Some(statement.to_string()),
        }
    }
}

/// Eight hexadecimal digits, the same for the same text, so that a fix pasted twice says that it
/// is there already.
fn fingerprint(text: &str) -> String {
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    hex(hash.as_ref().get(..4).unwrap_or_default())
}

/// For a POSIX shell.
fn quote(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@=,+".contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(quote(text), expected);
    }

    #[test]
    fn what_a_shell_would_read_is_quoted() {
        check(
            "arn:aws:execute-api:r:1:api/prod/GET/pets",
            "arn:aws:execute-api:r:1:api/prod/GET/pets",
        );
        check("api/*/GET/{proxy+}", "'api/*/GET/{proxy+}'");
        check("it's", r"'it'\''s'");
        check("", "''");
    }

    #[test]
    fn a_trust_policy_keeps_its_statements() {
        let statement = json!({"Effect": "Allow"});
        for (document, expected) in [
            (
                r#"{"Statement":[{"Sid":"A"}]}"#,
                r#"{"Statement":[{"Sid":"A"},{"Effect":"Allow"}]}"#,
            ),
            (
                r#"{"Statement":{"Sid":"A"}}"#,
                r#"{"Statement":[{"Sid":"A"},{"Effect":"Allow"}]}"#,
            ),
            (
                "broken",
                r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}"#,
            ),
        ] {
            assert_eq!(with_statement(document, &statement).to_string(), expected);
        }
    }
}
