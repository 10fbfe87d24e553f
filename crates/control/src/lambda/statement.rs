//! The statement that AddPermission composes from its parameters.

use identity::Directory;
use serde_json::{Map, Value, json};
use wire::lambda::AddPermissionRequest;

use super::failures::invalid;
use crate::refused::Refused;

/// In the order in which AWS prints it (test_add_lambda_permission_fields).
pub(super) fn compose(
    input: &AddPermissionRequest,
    resource: &str,
    directory: &Directory,
    account: &str,
) -> Result<Value, Refused> {
    let mut statement = json!({
        "Sid": input.statement_id,
        "Effect": "Allow",
        "Principal": principal(&input.principal, directory, account)?,
        "Action": input.action,
        "Resource": resource,
    });
    let conditions = conditions(input);
    if let (false, Value::Object(members)) = (conditions.is_empty(), &mut statement) {
        members.insert("Condition".to_owned(), Value::Object(conditions));
    }
    Ok(statement)
}

fn conditions(input: &AddPermissionRequest) -> Map<String, Value> {
    let mut conditions = Map::new();
    let equals = members(&[
        ("AWS:SourceAccount", &input.source_account),
        ("lambda:EventSourceToken", &input.event_source_token),
        ("lambda:FunctionUrlAuthType", &input.function_url_auth_type),
        ("aws:PrincipalOrgID", &input.principal_org_id),
    ]);
    let like = members(&[("AWS:SourceArn", &input.source_arn)]);
    let url = input
        .invoked_via_function_url
        .map(|invoked| invoked.to_string());
    let invoked = members(&[("lambda:InvokedViaFunctionUrl", &url)]);
    for (operator, keys) in [
        ("StringEquals", equals),
        ("ArnLike", like),
        ("Bool", invoked),
    ] {
        if !keys.is_empty() {
            conditions.insert(operator.to_owned(), Value::Object(keys));
        }
    }
    conditions
}

fn members(pairs: &[(&str, &Option<String>)]) -> Map<String, Value> {
    pairs
        .iter()
        .filter_map(|(key, value)| {
            let value = value.as_ref().filter(|value| !value.is_empty())?;
            Some(((*key).to_owned(), Value::String(value.clone())))
        })
        .collect()
}

/// `*`, an account, an ARN of a principal that exists, or a service.
fn principal(text: &str, directory: &Directory, account: &str) -> Result<Value, Refused> {
    if text == "*" {
        return Ok(json!("*"));
    }
    if text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(json!({"AWS": format!("arn:aws:iam::{text}:root")}));
    }
    if is_service(text) {
        return Ok(json!({"Service": text}));
    }
    if is_principal(text, directory, account) {
        return Ok(json!({"AWS": text}));
    }
    Err(invalid(
        "The provided principal was invalid. Please check the principal and try again.",
    ))
}

/// Whether it is a principal at all: one of the account must exist.
pub(super) fn is_known(text: &str, directory: &Directory, account: &str) -> bool {
    principal(text, directory, account).is_ok()
}

fn is_service(text: &str) -> bool {
    let name = text
        .strip_suffix(".amazonaws.com")
        .or_else(|| text.strip_suffix(".amazonaws.com.cn"));
    let allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte);
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(allowed))
}

/// Users and roles of the function's own account must exist; of other accounts nothing is known.
fn is_principal(text: &str, directory: &Directory, account: &str) -> bool {
    let Ok(arn) = model::Arn::new(text) else {
        return false;
    };
    if arn.account().len() != 12 {
        return false;
    }
    let own = arn.account() == account;
    match (arn.service(), arn.resource().split_once('/')) {
        ("iam", None) => arn.resource() == "root",
        ("iam", Some(("user", _))) => !own || directory.user(text).is_some(),
        ("iam", Some(("role", _))) => !own || directory.role(text).is_some(),
        ("sts", Some(("assumed-role" | "federated-user", _))) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&Value>) {
        let seen = principal(text, &Directory::default(), "111111111111").ok();
        assert_eq!(seen.as_ref(), expected, "{text}");
    }

    #[test]
    fn principals_take_the_form_that_aws_gives_them() {
        check("*", Some(&json!("*")));
        check(
            "222222222222",
            Some(&json!({"AWS": "arn:aws:iam::222222222222:root"})),
        );
        check(
            "s3.amazonaws.com",
            Some(&json!({"Service": "s3.amazonaws.com"})),
        );
        let role = "arn:aws:iam::222222222222:role/r";
        check(role, Some(&json!({ "AWS": role })));
    }

    #[test]
    fn what_nobody_can_be_is_no_principal() {
        check("invalid.nonaws.com", None);
        check("arn:aws:iam::111111111111:role/missing", None);
        check("arn:aws:s3:::bucket", None);
        check("apigateway", None);
    }
}
