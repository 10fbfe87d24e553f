//! Whom a resource or trust policy names.

use serde_json::Value;

/// Whoever `AWS` names, of a document that was parsed already.
pub(crate) fn aws_principals(document: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(document).unwrap_or_default();
    each(member(&document, "Statement"))
        .flat_map(|statement| {
            [
                member(statement, "Principal"),
                member(statement, "NotPrincipal"),
            ]
        })
        .flat_map(|principal| each(member(principal, "AWS")))
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

/// The items of an array, or the one value that stands in place of one.
fn each(value: &Value) -> impl Iterator<Item = &Value> {
    match value {
        Value::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    }
    .iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(statement: &str, expected: &[&str]) {
        let document = format!(r#"{{"Version":"2012-10-17","Statement":{statement}}}"#);
        assert_eq!(aws_principals(&document), expected);
    }

    #[test]
    fn names_are_found_in_every_spelling() {
        check(r#"{"Principal":{"AWS":"a"}}"#, &["a"]);
        check(
            r#"[{"Principal":{"AWS":["a","b"],"Service":"s"}},{"NotPrincipal":{"AWS":"c"}}]"#,
            &["a", "b", "c"],
        );
        check(r#"[{"Principal":"*"},{"Principal":{"Service":"s"}}]"#, &[]);
    }
}
