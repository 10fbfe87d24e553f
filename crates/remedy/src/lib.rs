//! A fix in the words of the tool that will carry it out: a command of the AWS CLI, Swagger,
//! CloudFormation, SAM, Terraform.
//!
//! `policy` says what is missing, as data; the caller says what it is attached to; [`render`] writes
//! it down so that it can be pasted. The crate is pure, and must never widen what it was given: the
//! statement that it writes is the statement of the fix. [`export`] writes a whole API in the same
//! words, with the permissions that are there.

mod document;
mod quoting;
mod target;

mod cli;
mod cloudformation;
mod swagger;
mod terraform;

pub mod export;

use policy::{Addition, DenyingStatement, Exception, Fix};
use serde::Serialize;

pub use target::{Api, Entry, Function, Identity, IdentityKind, Target, Trust};

/// One fix in every form that it has. Its JSON is a contract: members are only added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remedy {
    /// A command for a POSIX shell; a shell comment where no single command would do.
    pub cli: String,
    /// The statement as JSON, where the fix adds one.
    #[serde(rename = "statement")]
    pub statement_json: Option<String>,
    /// A part of an API's Swagger or OpenAPI document, in YAML.
    pub swagger: Option<String>,
    /// Resources of a CloudFormation template, in YAML.
    pub cloudformation: Option<String>,
    /// The same as a SAM template, which takes resources of CloudFormation as they are.
    pub sam: Option<String>,
    pub terraform: Option<String>,
}

impl Remedy {
    /// All of them, as one. A form that one of them lacks would not be the whole, and is left out.
    pub fn all(remedies: &[Self]) -> Option<Self> {
        let (first, others) = remedies.split_first()?;
        let whole = others.iter().fold(first.clone(), |whole, next| Self {
            cli: format!("{}\n{}", whole.cli, next.cli),
            statement_json: both(
                whole.statement_json,
                next.statement_json.as_ref(),
                document::listed,
            ),
            swagger: both(whole.swagger, next.swagger.as_ref(), |one, next| {
                format!("{one}\n{next}")
            }),
            cloudformation: both(
                whole.cloudformation,
                next.cloudformation.as_ref(),
                cloudformation::together,
            ),
            sam: both(whole.sam, next.sam.as_ref(), cloudformation::together),
            terraform: both(whole.terraform, next.terraform.as_ref(), |one, next| {
                format!("{one}\n{next}")
            }),
        });
        Some(whole)
    }

    /// Words for people, where nothing can be pasted.
    pub fn advice(words: &str) -> Self {
        Self {
            cli: quoting::comment(words),
            statement_json: None,
            swagger: None,
            cloudformation: None,
            sam: None,
            terraform: None,
        }
    }
}

fn both(
    one: Option<String>,
    next: Option<&String>,
    join: impl FnOnce(&str, &str) -> String,
) -> Option<String> {
    Some(join(&one?, next?))
}

/// Writes a fix for what it is to be attached to.
pub fn render(fix: &Fix, target: &Target<'_>) -> Remedy {
    match fix {
        Fix::Add(addition) => added(addition, target),
        Fix::RemoveDeny(denying) => Remedy::advice(&format!("Remove the Deny: {}.", name(denying))),
        Fix::NarrowDeny {
            statement,
            exception,
        } => narrowed(statement, exception),
    }
}

fn added(addition: &Addition, target: &Target<'_>) -> Remedy {
    let statement = &addition.statement;
    let cloudformation = cloudformation::resources(statement, target);
    Remedy {
        cli: cli::command(addition, target),
        statement_json: Some(statement.to_string()),
        swagger: swagger::part(statement, target),
        sam: cloudformation.as_deref().map(cloudformation::sam),
        cloudformation,
        terraform: terraform::resource(statement, target),
    }
}

fn narrowed(denying: &DenyingStatement, exception: &Exception) -> Remedy {
    let Exception {
        operator,
        key,
        value,
    } = exception;
    let condition = serde_json::json!({ *operator: { *key: value } });
    Remedy::advice(&format!(
        "Spare the caller from the Deny: add to the Condition of {}: {condition}",
        name(denying)
    ))
}

/// `statement "No" of NAME`.
fn name(denying: &DenyingStatement) -> String {
    let DenyingStatement { place, source, sid } = denying;
    match sid {
        Some(sid) => format!("statement {sid:?} of {source}"),
        None => format!("statement {} of {source}", place.statement + 1),
    }
}

#[cfg(test)]
mod tests;
