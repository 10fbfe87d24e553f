//! A script for a POSIX shell and the AWS CLI, in either of its versions.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Estate;
use super::grants::{Grant, SourceArn};
use super::roles::Role;
use super::script_around;
use crate::quoting::{comment, shell};

/// No line of a JSON document is this.
const END: &str = "END_OF_DOCUMENT";
/// Of a statement id; the new API's id is put behind what was there.
const MOST_LETTERS: usize = 80;

pub(super) fn script(estate: &Estate, grants: &[Grant]) -> String {
    let mut text = head(estate);
    for role in &estate.roles {
        text.push_str(&make_role(role));
    }
    text.push_str(&make_api(estate));
    for grant in grants {
        text.push_str(&add_permission(grant));
    }
    text.push_str(&script_around::surroundings(estate));
    text.push_str("\necho \"$api\"\n");
    text
}

fn head(estate: &Estate) -> String {
    format!(
        "#!/bin/sh\n{}\n{}\nset -eu\nexport AWS_PAGER= AWS_REGION={region} AWS_DEFAULT_REGION={region}\n",
        comment(&format!(
            "Makes the API {:?} anew, with the roles and permissions of its functions.",
            estate.name
        )),
        comment("The functions must be there. Prints the new API's id."),
        region = shell(&estate.region)
    )
}

/// A role that is there is left as it is.
fn make_role(role: &Role) -> String {
    let name = shell(&role.name);
    let mut text = format!(
        "\nif ! aws iam get-role --role-name {name} >/dev/null 2>&1; then\n  aws iam create-role \
         --role-name {name} --path {} --assume-role-policy-document {}",
        shell(&role.path),
        json_of(&role.trust)
    );
    if let Some(boundary) = &role.boundary {
        let _ = write!(text, " --permissions-boundary {}", shell(boundary));
    }
    text.push_str(" >/dev/null\n");
    for (policy, document) in &role.inline {
        let _ = writeln!(
            text,
            "  aws iam put-role-policy --role-name {name} --policy-name {} --policy-document {}",
            shell(policy),
            json_of(document)
        );
    }
    for arn in &role.attached {
        let arn = shell(arn);
        let _ = writeln!(
            text,
            "  aws iam attach-role-policy --role-name {name} --policy-arn {arn}"
        );
    }
    text.push_str("fi\n");
    text
}

fn make_api(estate: &Estate) -> String {
    let types = format!("endpointConfigurationTypes={}", estate.endpoint_type);
    let mut text = format!(
        "\ndocument=$(mktemp)\ntrap 'rm -f \"$document\"' EXIT\ncat >\"$document\" <<'{END}'\n{:#}\n\
         {END}\napi=$(aws apigateway import-rest-api --parameters {} --body \"fileb://$document\" \
         --query id --output text)\naws apigateway create-deployment --rest-api-id \"$api\" \
         --stage-name {}",
        estate.document,
        shell(&types),
        shell(&estate.stage)
    );
    if !estate.variables.is_empty() {
        let _ = write!(text, " --variables {}", json_of(&json!(estate.variables)));
    }
    text.push_str(" >/dev/null\n");
    text
}

fn add_permission(grant: &Grant) -> String {
    let mut text = String::from("\n");
    let source = grant.source_arn.as_ref().map(|source| match source {
        SourceArn::Pattern(pattern) => shell(pattern),
        SourceArn::Api { before, after } => joined(before, "$api", after),
        SourceArn::Authorizer { before, name } => {
            text.push_str(&find_authorizer(name));
            format!("{}\"/authorizers/$authorizer\"", joined(before, "$api", ""))
        }
    });
    text.push_str("aws lambda add-permission");
    let sid: String = grant.sid.chars().take(MOST_LETTERS).collect();
    let mut options = vec![
        ("function-name", shell(&grant.function)),
        ("statement-id", joined(&format!("{sid}-"), "$api", "")),
        ("action", shell(&grant.action)),
        ("principal", shell(&grant.principal)),
    ];
    options.extend(source.map(|source| ("source-arn", source)));
    for (name, value) in [
        ("qualifier", &grant.qualifier),
        ("source-account", &grant.source_account),
        ("principal-org-id", &grant.organization),
    ] {
        options.extend(value.as_deref().map(|value| (name, shell(value))));
    }
    for (name, value) in options {
        let _ = write!(text, " --{name} {value}");
    }
    text.push_str(" >/dev/null\n");
    text
}

/// An authorizer has a new id, too.
fn find_authorizer(name: &str) -> String {
    let name = name.replace('\\', r"\\").replace('\'', r"\'");
    let query = format!("items[?name=='{name}'].id | [0]");
    format!(
        "authorizer=$(aws apigateway get-authorizers --rest-api-id \"$api\" --query {} --output \
         text)\n",
        shell(&query)
    )
}

/// One word of a shell with a variable in it.
pub(super) fn joined(before: &str, variable: &str, after: &str) -> String {
    let after = if after.is_empty() {
        String::new()
    } else {
        shell(after)
    };
    format!("{}\"{variable}\"{after}", shell(before))
}

pub(super) fn json_of(value: &Value) -> String {
    shell(&value.to_string())
}
