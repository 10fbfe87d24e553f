//! Values of parameters, as a call gives them.

use std::collections::BTreeMap;

use model::StackDesign;
use template::{Parameter as Declared, Template};
use wire::cloudformation::Parameter;

use crate::call::Call;
use crate::cloudformation::failures::validation;
use crate::refused::Refused;
use crate::rooms::Rooms;

const HIDDEN: &str = "****";
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
            HIDDEN.to_owned()
        } else {
            value
        };
        Some((declared.name.to_owned(), value))
    });
    shown.collect()
}

/// What SSM holds under the keys that parameters name.
pub(super) async fn from_ssm(
    rooms: &Rooms,
    call: &Call,
    template: &Template,
    given: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Refused> {
    let _ = (rooms, call);
    for declared in template.section("Parameters") {
        let parameter = Declared::of(&declared);
        let value = given.get(declared.name).cloned().or(parameter.default);
        if let Some(value) = value.filter(|_| parameter.kind.starts_with(SSM)) {
            return Err(validation(format!(
                "Unable to fetch parameters [{value}] from parameter store for this account."
            )));
        }
    }
    Ok(BTreeMap::new())
}
