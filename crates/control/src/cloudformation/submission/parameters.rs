//! Values of parameters, as a call gives them.

use std::collections::{BTreeMap, BTreeSet};

use document::Node;
use model::StackDesign;
use serde_json::json;
use template::{Parameter as Declared, Template};
use wire::cloudformation::Parameter;
use wire::ssm::GetParameters;

use crate::call::Call;
use crate::cloudformation::failures::validation;
use crate::cloudformation::masking;
use crate::control::{Control, OnBehalf};
use crate::refused::Refused;
use crate::rooms::Rooms;

const SSM: &str = "AWS::SSM::Parameter::Value<";

/// By name; those of before where the call says so.
pub(super) fn given(
    template: &Template,
    parameters: Vec<Parameter>,
    before: Option<&StackDesign>,
) -> Result<BTreeMap<String, String>, Refused> {
    let mut values = BTreeMap::new();
    for parameter in parameters {
        let key = parameter
            .parameter_key
            .ok_or_else(|| validation("ParameterKey must be specified"))?;
        let value = match (parameter.parameter_value, parameter.use_previous_value) {
            (Some(value), None | Some(false)) => Some(value),
            (None, Some(true)) => {
                let Some(before) = before else {
                    return Err(validation(format!(
                        "Invalid input for parameter key {key}. Cannot specify usePreviousValue as true for a parameter key not in the previous template"
                    )));
                };
                // A default that was in use stays a default.
                before.parameters.get(&key).cloned()
            }
            (Some(_), Some(true)) => {
                return Err(validation(format!(
                    "Invalid input for parameter key {key}. Cannot specify usePreviousValue as true and non empty value for a parameter"
                )));
            }
            (None, None | Some(false)) => {
                return Err(validation(format!(
                    "Invalid input for parameter key {key}. Need to specify either usePreviousValue as true or a value for the parameter"
                )));
            }
        };
        if let Some(value) = value {
            values.insert(key, value);
        } else if template.declared("Parameters", &key).is_none() {
            return Err(validation(format!(
                "Parameters: [{key}] do not exist in the template"
            )));
        }
    }
    Ok(values)
}

/// Defaults that are in use and that nobody is shown.
pub(super) fn hidden_defaults(
    template: &Template,
    given: &BTreeMap<String, String>,
) -> Vec<String> {
    let declared = template.section("Parameters");
    let open = declared.filter(|declared| !given.contains_key(declared.name));
    let hidden = open.map(|declared| Declared::of(&declared));
    let hidden = hidden.filter(|parameter| parameter.no_echo);
    hidden.filter_map(|parameter| parameter.default).collect()
}

/// Every parameter as DescribeStacks shows it.
pub(super) fn shown(
    template: &Template,
    given: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let declared = template.section("Parameters");
    let shown = declared.filter_map(|declared| {
        let parameter = Declared::of(&declared);
        let value = given.get(declared.name).cloned().or(parameter.default)?;
        let value = if parameter.no_echo {
            masking::HIDDEN.to_owned()
        } else {
            value
        };
        Some((declared.name.to_owned(), value))
    });
    shown.collect()
}

/// What SSM holds under the keys that parameters name, and behind dynamic references, read as the caller.
pub(super) async fn from_ssm(
    rooms: &Rooms,
    call: &Call,
    template: &Template,
    given: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Refused> {
    let mut held = BTreeMap::new();
    for declared in template.section("Parameters") {
        let parameter = Declared::of(&declared);
        if !parameter.kind.starts_with(SSM) {
            continue;
        }
        let key = given.get(declared.name).cloned().or(parameter.default);
        let Some(key) = key else { continue };
        let value = value_of(rooms, call, &key).await?;
        let value = value.ok_or_else(|| {
            validation(format!(
                "Unable to fetch parameters [{key}] from parameter store for this account."
            ))
        })?;
        held.insert(key, value);
    }
    for reference in references(template.root()) {
        let Some(key) = reference.strip_prefix("{{resolve:ssm:") else {
            continue;
        };
        let key = key.trim_end_matches("}}");
        // A version stands behind the name, as in the API.
        if let Some(value) = value_of(rooms, call, key).await? {
            held.insert(reference, value);
        }
    }
    Ok(held)
}

async fn value_of(rooms: &Rooms, call: &Call, key: &str) -> Result<Option<String>, Refused> {
    let by = OnBehalf {
        caller: call.caller().clone(),
        region: call.region().clone(),
        endpoint: call.endpoint().to_owned(),
    };
    let control = Control::over(rooms);
    let found = control
        .perform_inside::<GetParameters>(&by, json!({"Names": [key]}))
        .await;
    let found = found.map_err(|undone| Refused::Failure(undone.failure))?;
    let value = found.pointer("/Parameters/0/Value");
    Ok(value.and_then(serde_json::Value::as_str).map(str::to_owned))
}

/// The `{{resolve:…}}` of a template, wherever they stand.
fn references(node: &Node) -> BTreeSet<String> {
    fn collect(node: &Node, found: &mut BTreeSet<String>) {
        let mut rest = node.text().unwrap_or_default();
        while let Some((_, after)) = rest.split_once("{{resolve:") {
            let Some((reference, behind)) = after.split_once("}}") else {
                break;
            };
            found.insert(format!("{{{{resolve:{reference}}}}}"));
            rest = behind;
        }
        for entry in node.entries() {
            collect(&entry.node, found);
        }
        for item in node.items() {
            collect(item, found);
        }
    }
    let mut found = BTreeSet::new();
    collect(node, &mut found);
    found
}
