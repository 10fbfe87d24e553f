//! Transforms: SAM's and the language extensions are made here, macros are not there.

use std::collections::BTreeMap;

use template::sam::{Options, Problem, Unsupported, transform};
use template::{Template, Transform};

use crate::call::Call;
use crate::cloudformation::failures::validation;
use crate::refused::Refused;
use crate::rooms::Rooms;

const SERVERLESS: &str = "AWS::Serverless-2016-10-31";
const EXTENSIONS: &str = "AWS::LanguageExtensions";

/// The template after its transforms; nothing where it asks for none that changes it here.
pub(super) async fn processed(
    rooms: &Rooms,
    call: &Call,
    template: &Template,
    parameters: &BTreeMap<String, String>,
) -> Result<Option<String>, Refused> {
    let _ = rooms;
    for asked in template.transforms() {
        if let Transform::Other(name) = asked {
            return Err(validation(format!("No transform named {name} found.")));
        }
    }
    if !template.is_serverless() {
        return Ok(None);
    }
    let options = Options {
        region: call.region().to_string(),
        parameters: parameters.clone(),
        application_url: None,
        unsupported: Unsupported::Refused,
    };
    let made = transform(template, &options).map_err(|problems| failed(&problems))?;
    Ok(Some(made.root().to_json().to_string()))
}

/// As SAM's own transform says it.
fn failed(problems: &[Problem]) -> Refused {
    let told: Vec<String> = problems
        .iter()
        .map(|problem| match &problem.id {
            Some(id) => format!("Resource with id [{id}] is invalid. {}", problem.reason),
            None => problem.reason.clone(),
        })
        .collect();
    validation(format!(
        "Transform {SERVERLESS} failed with: Invalid Serverless Application Specification document. Number of errors found: {}. {}",
        told.len(),
        told.join(" ")
    ))
}

pub(super) fn names(template: &Template) -> Vec<String> {
    template
        .transforms()
        .into_iter()
        .map(|transform| match transform {
            Transform::Serverless => SERVERLESS.to_owned(),
            Transform::LanguageExtensions => EXTENSIONS.to_owned(),
            Transform::Other(name) => name,
        })
        .collect()
}
