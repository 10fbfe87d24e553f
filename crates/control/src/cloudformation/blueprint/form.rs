//! The form of what a template declares: names, and the types of parameters. Which resources and parameters there are is
//! not looked at, since a transform may add some.

use document::Node;
use template::{Declared, Template};

use super::Invalid;

/// What AWS calls an entry of a section.
const NAMED: [(&str, &str); 3] = [
    ("Resources", "Resource"),
    ("Parameters", "Parameter"),
    ("Outputs", "Output"),
];

pub(super) fn check(template: &Template) -> Result<(), Invalid> {
    if template.section("Resources").next().is_none() {
        return Err(Invalid::plainly(
            "Template format error: At least one Resources member must be defined.",
        ));
    }
    for (section, kind) in NAMED {
        for declared in template.section(section) {
            check_name(kind, declared.name)?;
        }
    }
    template.section("Parameters").try_for_each(check_type)
}

/// "The logical ID must be alphanumeric (A-Za-z0-9)" (user guide, "Resources syntax"). Loops and included parts stand under
/// the name of a function.
fn check_name(kind: &str, name: &str) -> Result<(), Invalid> {
    if name.starts_with("Fn::") || name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Ok(());
    }
    Err(Invalid::plainly(format!(
        "Template format error: {kind} name {name} is non alphanumeric."
    )))
}

/// The types of the user guide ("Parameters syntax"): four own ones, and those of AWS's resources and of Systems Manager,
/// alone or as a list.
fn check_type(parameter: Declared<'_>) -> Result<(), Invalid> {
    let kind = parameter.body.get("Type").and_then(Node::text);
    let Some(kind) = kind else {
        return Err(Invalid::plainly(
            "Template format error: Every Parameters object must contain a Type member.",
        ));
    };
    let item = kind
        .strip_prefix("List<")
        .and_then(|rest| rest.strip_suffix('>'));
    let is_known = match item {
        Some(item) => matches!(item, "Number" | "String") || item.starts_with("AWS::"),
        None => {
            matches!(kind, "String" | "Number" | "CommaDelimitedList") || kind.starts_with("AWS::")
        }
    };
    if is_known {
        return Ok(());
    }
    Err(Invalid::plainly(format!(
        "Template format error: Unrecognized parameter type: {kind}"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn verify(text: &str, expected: Option<&str>) {
        let template = Template::parse(text.as_bytes()).unwrap();
        let found = check(&template).err().map(|invalid| invalid.message());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn what_is_declared_has_its_form() {
        let one = "Resources: {A: {Type: T}}";
        verify(one, None);
        verify("Resources: {\"Fn::ForEach::All\": []}", None);
        verify(
            "Resources: {}",
            Some("Template format error: At least one Resources member must be defined."),
        );
        verify(
            "Resources: {my-a: {Type: T}}",
            Some("Template format error: Resource name my-a is non alphanumeric."),
        );
        for (kind, known) in [
            ("String", true),
            ("List<Number>", true),
            ("List<AWS::EC2::Subnet::Id>", true),
            ("AWS::SSM::Parameter::Value<String>", true),
            ("Bool", false),
            ("List<Bool>", false),
        ] {
            let text = format!("{one}\nParameters: {{P: {{Type: '{kind}'}}}}");
            let told = format!("Template format error: Unrecognized parameter type: {kind}");
            verify(&text, (!known).then_some(told.as_str()));
        }
        verify(
            &format!("{one}\nParameters: {{P: {{Default: a}}}}"),
            Some("Template format error: Every Parameters object must contain a Type member."),
        );
        verify(
            &format!("{one}\nParameters: {{a_b: {{Type: String}}}}"),
            Some("Template format error: Parameter name a_b is non alphanumeric."),
        );
    }
}
