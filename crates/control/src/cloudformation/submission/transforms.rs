//! Transforms: SAM's and the language extensions are made here, macros are not there.

use std::collections::BTreeMap;

use template::sam::{Options, Problem, Unsupported, transform};
use template::{Inputs, Template, Transform, expanded};

use super::{Rejected, include};
use crate::call::Call;
use crate::cloudformation::blueprint::Invalid;
use crate::cloudformation::resources::put;
use crate::rooms::Rooms;

const SERVERLESS: &str = "AWS::Serverless-2016-10-31";
const EXTENSIONS: &str = "AWS::LanguageExtensions";

/// The template after its transforms; nothing where it asks for none that changes it here.
pub(super) async fn processed(
    rooms: &Rooms,
    call: &Call,
    template: &Template,
    parameters: &BTreeMap<String, String>,
) -> Result<Option<String>, Rejected> {
    for asked in template.transforms() {
        match asked {
            Transform::Other(name) if name != include::NAME => {
                return Err(Rejected::Transform(format!(
                    "No transform named {name} found."
                )));
            }
            Transform::Other(_) | Transform::Serverless | Transform::LanguageExtensions => {}
        }
    }
    let whole = include::included(rooms, call, template, parameters).await?;
    let made = made_of(&whole, call, parameters)?;
    let is_same = whole.root().count() == template.root().count();
    Ok(match made {
        Some(made) => Some(made),
        None if is_same => None,
        None => Some(whole.root().to_json().to_string()),
    })
}

fn made_of(
    template: &Template,
    call: &Call,
    parameters: &BTreeMap<String, String>,
) -> Result<Option<String>, Rejected> {
    let extends = template.extends_the_language();
    if !extends && !template.is_serverless() {
        return Ok(None);
    }
    let inputs = Inputs {
        parameters: parameters.clone(),
        ..Inputs::default()
    };
    let written = expanded(template.clone(), &inputs).map_err(|fault| {
        Rejected::Transform(format!(
            "Transform {EXTENSIONS} failed with: {}",
            Invalid::from(fault).message()
        ))
    })?;
    if !template.is_serverless() {
        return Ok(Some(written.root().to_json().to_string()));
    }
    let options = Options {
        region: call.region().to_string(),
        parameters: parameters.clone(),
        application_url: None,
        unsupported: Unsupported::Refused,
    };
    let made = transform(&written, &options).map_err(|problems| failed(&problems))?;
    let mut json = made.root().to_json();
    if extends {
        // Its functions are evaluated when the resources are made.
        put(&mut json, "Transform", EXTENSIONS);
    }
    Ok(Some(json.to_string()))
}

/// As SAM's own transform says it.
fn failed(problems: &[Problem]) -> Rejected {
    let told: Vec<String> = problems
        .iter()
        .map(|problem| match &problem.id {
            Some(id) => format!("Resource with id [{id}] is invalid. {}", problem.reason),
            None => problem.reason.clone(),
        })
        .collect();
    Rejected::Transform(format!(
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
