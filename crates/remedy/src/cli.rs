//! Commands of the AWS CLI.

use std::fmt::Write as _;

use policy::{Addition, NewPrincipal, NewStatement};
use serde_json::{Value, json};

use crate::document;
use crate::quoting::{comment, shell};
use crate::target::{Api, Function, Identity, IdentityKind, Target, Trust};

pub(crate) fn command(addition: &Addition, target: &Target<'_>) -> String {
    let statement = &addition.statement;
    match target {
        Target::Function(function) => add_permission(statement, function),
        Target::Api(api) => update_rest_api(statement, api),
        Target::Identity(identity) => put_policy(statement, identity),
        Target::Trust(trust) => trust_policy(statement, trust),
        Target::Elsewhere { asked } => comment(&format!(
            "The {} does not allow {asked}: allow it there, too.",
            addition.layer
        )),
    }
}

fn add_permission(statement: &NewStatement, function: &Function<'_>) -> String {
    let mut command = String::new();
    let mut name = function.name.to_owned();
    if function.elsewhere {
        command = format!(
            "{}:\n",
            comment(&format!("with credentials of account {}", function.account))
        );
        name = function.arn();
    }
    command.push_str("aws lambda add-permission");
    option(&mut command, "function-name", &name);
    if let Some(qualifier) = function.qualifier {
        option(&mut command, "qualifier", qualifier);
    }
    option(&mut command, "statement-id", function.statement_id);
    option(&mut command, "action", &statement.action);
    option(&mut command, "principal", &principal(statement));
    for (key, name) in [
        ("AWS:SourceArn", "source-arn"),
        ("AWS:SourceAccount", "source-account"),
        ("lambda:FunctionUrlAuthType", "function-url-auth-type"),
    ] {
        if let Some(value) = condition(statement, key) {
            option(&mut command, name, value);
        }
    }
    if condition(statement, "lambda:InvokedViaFunctionUrl").is_some() {
        command.push_str(" --invoked-via-function-url");
    }
    option(&mut command, "region", function.region);
    command
}

fn option(command: &mut String, name: &str, value: &str) {
    let _ = write!(command, " --{name} {}", shell(value));
}

/// As AddPermission takes it: the root of an account by its number.
pub(crate) fn principal(statement: &NewStatement) -> String {
    match &statement.principal {
        Some(NewPrincipal::Aws(arn)) => match arn.strip_suffix(":root") {
            Some(start) => start.rsplit(':').next().unwrap_or(start).to_owned(),
            None => arn.clone(),
        },
        Some(NewPrincipal::Service(name) | NewPrincipal::Federated(name)) => name.clone(),
        Some(NewPrincipal::Everyone) | None => "*".to_owned(),
    }
}

pub(crate) fn condition<'s>(statement: &'s NewStatement, key: &str) -> Option<&'s str> {
    let mut conditions = statement.conditions.iter();
    conditions.find_map(|condition| (condition.key == key).then_some(condition.value.as_str()))
}

/// The policy of an API is one text that a patch replaces.
fn update_rest_api(statement: &NewStatement, api: &Api<'_>) -> String {
    let policy = document::with(api.document, statement).to_string();
    let patch: Value = json!([{"op": "replace", "path": "/policy", "value": policy}]);
    format!(
        "aws apigateway update-rest-api --rest-api-id {} --patch-operations {} --region {}",
        shell(api.id),
        shell(&patch.to_string()),
        shell(api.region)
    )
}

fn put_policy(statement: &NewStatement, identity: &Identity<'_>) -> String {
    let (command, option) = match identity.kind {
        IdentityKind::Role => ("put-role-policy", "--role-name"),
        IdentityKind::User => ("put-user-policy", "--user-name"),
    };
    format!(
        "aws iam {command} {option} {} --policy-name {} --policy-document {}",
        shell(identity.name),
        shell(identity.policy_name),
        shell(&document::alone(statement).to_string())
    )
}

/// update-assume-role-policy replaces the whole document.
fn trust_policy(statement: &NewStatement, trust: &Trust<'_>) -> String {
    let document = document::with(trust.document, statement).to_string();
    let name = shell(trust.role_name);
    let document = shell(&document);
    match trust.document {
        Some(_) => format!(
            "aws iam update-assume-role-policy --role-name {name} --policy-document {document}"
        ),
        None => {
            format!(
                "aws iam create-role --role-name {name} --assume-role-policy-document {document}"
            )
        }
    }
}
