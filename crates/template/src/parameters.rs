//! Values of parameters: given, by default, or not known; checked against what the template demands.

use std::collections::BTreeMap;

use document::{Fault, Node, Span};
use mapping::pattern::JavaPattern;

use crate::inputs::Inputs;
use crate::template::{Declared, Template};
use crate::value::{Evaluated, Unknown, Value};

const SSM: &str = "AWS::SSM::Parameter::Value<";

/// The values of a template's parameters.
#[derive(Debug, Clone, Default)]
pub struct Parameters {
    values: BTreeMap<String, Evaluated>,
}

/// What a parameter is declared to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    pub kind: String,
    pub default: Option<String>,
    pub no_echo: bool,
    pub description: Option<String>,
}

impl Parameter {
    pub fn of(declared: &Declared<'_>) -> Self {
        let scalar = |key| declared.body.get(key).and_then(Node::scalar);
        Self {
            kind: scalar("Type").unwrap_or_default(),
            default: scalar("Default"),
            no_echo: scalar("NoEcho").is_some_and(|flag| flag.eq_ignore_ascii_case("true")),
            description: scalar("Description"),
        }
    }

    /// Whether the value is a list.
    fn is_list(&self) -> bool {
        let inner = self.kind.strip_prefix(SSM).unwrap_or(&self.kind);
        inner.starts_with("List<") || inner.starts_with("CommaDelimitedList")
    }

    fn names_ssm(&self) -> bool {
        self.kind.starts_with(SSM)
    }
}

impl Parameters {
    /// As a deployment takes them: every parameter has a value that keeps to its constraints.
    pub fn checked(template: &Template, inputs: &Inputs) -> Result<Self, Vec<Fault>> {
        let mut faults = missing(template, inputs);
        faults.extend(undeclared(template, inputs));
        for declared in template.section("Parameters") {
            faults.extend(check(&declared, inputs).err());
        }
        if faults.is_empty() {
            Ok(Self::supposed(template, inputs))
        } else {
            Err(faults)
        }
    }

    /// As far as they are known: a parameter without a value is unknown.
    pub fn supposed(template: &Template, inputs: &Inputs) -> Self {
        let values = template.section("Parameters");
        let values = values.map(|declared| (declared.name.to_owned(), value(&declared, inputs)));
        Self {
            values: values.collect(),
        }
    }

    pub fn get(&self, name: &str) -> Option<&Evaluated> {
        self.values.get(name)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }
}

fn given(declared: &Declared<'_>, inputs: &Inputs) -> Option<String> {
    let given = inputs.parameters.get(declared.name).cloned();
    given.or_else(|| Parameter::of(declared).default)
}

fn value(declared: &Declared<'_>, inputs: &Inputs) -> Evaluated {
    let parameter = Parameter::of(declared);
    let span = declared.name_span;
    let unknown = || {
        Evaluated::new(
            Value::Unknown(Unknown::Parameter(declared.name.into())),
            span,
        )
    };
    let Some(mut text) = given(declared, inputs) else {
        return unknown();
    };
    if parameter.names_ssm() {
        let Some(held) = inputs.ssm.get(&text) else {
            return unknown();
        };
        text.clone_from(held);
    }
    if parameter.is_list() {
        return Evaluated::new(Value::List(listed(&text, span)), span);
    }
    Evaluated::text(text, span)
}

fn listed(text: &str, span: Span) -> Vec<Evaluated> {
    if text.is_empty() {
        return Vec::new();
    }
    let items = text
        .split(',')
        .map(|item| Evaluated::text(item.trim(), span));
    items.collect()
}

fn missing(template: &Template, inputs: &Inputs) -> Vec<Fault> {
    let missing: Vec<Declared<'_>> = template
        .section("Parameters")
        .filter(|declared| given(declared, inputs).is_none())
        .collect();
    let names: Vec<&str> = missing.iter().map(|declared| declared.name).collect();
    let first = missing.first();
    first
        .map(|declared| {
            let reason = format!("Parameters: [{}] must have values", names.join(", "));
            Fault::at(declared.name_span.start, reason)
        })
        .into_iter()
        .collect()
}

fn undeclared(template: &Template, inputs: &Inputs) -> Vec<Fault> {
    let unknown = inputs
        .parameters
        .keys()
        .filter(|name| template.declared("Parameters", name).is_none());
    let names: Vec<&str> = unknown.map(String::as_str).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let reason = format!(
        "Parameters: [{}] do not exist in the template",
        names.join(", ")
    );
    vec![Fault {
        reason,
        position: None,
    }]
}

/// AWS's texts for a value that breaks a constraint, unless the template brings its own.
fn check(declared: &Declared<'_>, inputs: &Inputs) -> Result<(), Fault> {
    let Some(text) = given(declared, inputs) else {
        return Ok(());
    };
    let parameter = Parameter::of(declared);
    let texts = if parameter.is_list() {
        text.split(',').map(|item| item.trim().to_owned()).collect()
    } else {
        vec![text]
    };
    for text in texts {
        if let Some(broken) = broken(declared, &parameter, &text) {
            let own = declared
                .body
                .get("ConstraintDescription")
                .and_then(Node::scalar);
            let reason = own.map_or_else(
                || format!("Parameter '{}' {broken}", declared.name),
                |own| {
                    format!(
                        "Parameter {} failed to satisfy constraint: {own}",
                        declared.name
                    )
                },
            );
            return Err(Fault::at(declared.name_span.start, reason));
        }
    }
    Ok(())
}

fn broken(declared: &Declared<'_>, parameter: &Parameter, text: &str) -> Option<String> {
    let scalar = |key| declared.body.get(key).and_then(Node::scalar);
    let size = |key| scalar(key).and_then(|size| size.parse::<usize>().ok());
    let allowed = declared
        .body
        .get("AllowedValues")
        .map_or(&[][..], Node::items);
    let among = |allowed: &[Node]| {
        allowed
            .iter()
            .any(|value| value.scalar().as_deref() == Some(text))
    };
    if !allowed.is_empty() && !among(allowed) {
        return Some("must be one of AllowedValues".to_owned());
    }
    if parameter.kind == "Number" || parameter.kind == "List<Number>" {
        return broken_number(text, scalar("MinValue"), scalar("MaxValue"));
    }
    let length = text.chars().count();
    if let Some(least) = size("MinLength").filter(|least| length < *least) {
        return Some(format!("must contain at least {least} characters"));
    }
    if let Some(most) = size("MaxLength").filter(|most| length > *most) {
        return Some(format!("must contain at most {most} characters"));
    }
    let pattern = scalar("AllowedPattern")?;
    let matches = JavaPattern::parse(&pattern)
        .ok()?
        .is_match_whole(text)
        .ok()?;
    (!matches).then(|| format!("must match pattern {pattern}"))
}

fn broken_number(text: &str, least: Option<String>, most: Option<String>) -> Option<String> {
    let Ok(number) = text.trim().parse::<f64>() else {
        return Some("must be a number".to_owned());
    };
    let bound =
        |text: Option<String>| text.and_then(|text| Some((text.parse::<f64>().ok()?, text)));
    if let Some((_, least)) = bound(least).filter(|(least, _)| number < *least) {
        return Some(format!("must be a number not less than {least}"));
    }
    let (_, most) = bound(most).filter(|(most, _)| number > *most)?;
    Some(format!("must be a number not greater than {most}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(declaration: &str, value: Option<&str>, expected: Result<&str, &str>) {
        let text = format!("Parameters: {{P: {declaration}}}\nResources: {{A: {{Type: T}}}}");
        let template = Template::parse(text.as_bytes()).unwrap();
        let inputs = Inputs {
            parameters: value
                .map(|value| ("P".to_owned(), value.to_owned()))
                .into_iter()
                .collect(),
            ssm: BTreeMap::from([("/key".to_owned(), "held".to_owned())]),
            ..Inputs::default()
        };
        let found = Parameters::checked(&template, &inputs);
        let found = found.map(|found| found.get("P").unwrap().shown().to_string());
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{declaration}"),
            (Err(faults), Err(reason)) => assert_eq!(faults[0].reason, reason, "{declaration}"),
            (found, _) => panic!("{declaration}: {found:?}"),
        }
    }

    #[test]
    fn a_value_is_what_is_given_or_the_default() {
        check("{Type: String, Default: a}", Some("b"), Ok("\"b\""));
        check("{Type: String, Default: a}", None, Ok("\"a\""));
        check(
            "{Type: String}",
            None,
            Err("Parameters: [P] must have values"),
        );
        check(
            "{Type: CommaDelimitedList}",
            Some("a, b"),
            Ok("[\"a\",\"b\"]"),
        );
        check(
            "{Type: 'AWS::SSM::Parameter::Value<String>'}",
            Some("/key"),
            Ok("\"held\""),
        );
        check(
            "{Type: 'AWS::SSM::Parameter::Value<String>'}",
            Some("/other"),
            Ok("\"${P}\""),
        );
    }

    #[test]
    fn constraints_are_kept() {
        check(
            "{Type: String, AllowedValues: [a, 1]}",
            Some("b"),
            Err("Parameter 'P' must be one of AllowedValues"),
        );
        check(
            "{Type: String, AllowedValues: [a, 1]}",
            Some("1"),
            Ok("\"1\""),
        );
        check(
            "{Type: Number, MinValue: 3}",
            Some("2"),
            Err("Parameter 'P' must be a number not less than 3"),
        );
        check(
            "{Type: Number}",
            Some("x"),
            Err("Parameter 'P' must be a number"),
        );
        check(
            "{Type: String, MinLength: 3}",
            Some("ab"),
            Err("Parameter 'P' must contain at least 3 characters"),
        );
        check(
            "{Type: String, AllowedPattern: '[a-z]+'}",
            Some("A"),
            Err("Parameter 'P' must match pattern [a-z]+"),
        );
        check(
            "{Type: String, AllowedPattern: '[a-z]+', ConstraintDescription: small letters}",
            Some("A"),
            Err("Parameter P failed to satisfy constraint: small letters"),
        );
    }
}
