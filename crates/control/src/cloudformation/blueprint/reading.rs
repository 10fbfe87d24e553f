//! A text to a template, with CloudFormation's words for what is none.

use document::{Fault, Node, Position, Value, escaped};
use template::Template;

use super::{Invalid, form};

/// How the reasons begin that are about the size of a document and not about its form.
const BOUNDS: [&str; 3] = ["larger than", "more than", "nested more than"];

/// Reads what somebody submits.
pub(in crate::cloudformation) fn read(text: &str) -> Result<Template, Invalid> {
    let root = document::read_template(text.as_bytes()).map_err(|fault| malformed(text, &fault))?;
    let template = Template::of(root)?;
    check_nulls(template.root(), &mut String::new())?;
    form::check(&template)?;
    Ok(template)
}

/// `Template format error: JSON not well-formed. (line 1, column 25)`, recorded in
/// `test_validate_invalid_json_template_should_fail`.
fn malformed(text: &str, fault: &Fault) -> Invalid {
    let place = match fault.position {
        Some(Position { line, column }) => format!(" (line {line}, column {column})"),
        None => String::new(),
    };
    if BOUNDS.iter().any(|start| fault.reason.starts_with(start)) {
        let reason = format!("Template format error: {}.{place}", fault.reason);
        return Invalid::plainly(reason);
    }
    let is_json = text.trim_start().starts_with('{');
    let language = if is_json { "JSON" } else { "YAML" };
    Invalid::plainly(format!(
        "Template format error: {language} not well-formed.{place}"
    ))
}

/// Recorded in `test_invalid_output_structure`.
fn check_nulls(node: &Node, path: &mut String) -> Result<(), Invalid> {
    if node.is_null() {
        return Err(Invalid::plainly(format!(
            "[{path}] 'null' values are not allowed in templates"
        )));
    }
    let length = path.len();
    for entry in node.entries() {
        path.push_str(&escaped(&entry.key));
        check_nulls(&entry.node, path)?;
        path.truncate(length);
    }
    if let Value::List(items) = &node.value {
        for (index, item) in items.iter().enumerate() {
            path.push('/');
            path.push_str(&index.to_string());
            check_nulls(item, path)?;
            path.truncate(length);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).unwrap_err().message(), expected);
    }

    #[test]
    fn what_is_no_template_is_told_in_aws_words() {
        check(
            "{\"Resources\": {]",
            "Template format error: JSON not well-formed. (line 1, column 16)",
        );
        check(
            "Resources: [",
            "Template format error: YAML not well-formed. (line 2, column 1)",
        );
        check(
            "Resources: {A: {Type: T}}\nOutputs: {O: {Value: null}}",
            "[/Outputs/O/Value] 'null' values are not allowed in templates",
        );
    }
}
