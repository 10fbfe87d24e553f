//! Stage variables: "Variable names can have alphanumeric and underscore characters, and the values
//! must match [A-Za-z0-9-._~:/?#&=,]+." (API Gateway API reference, CreateStage)

use std::collections::BTreeMap;

use super::super::failures::bad_request;
use crate::refused::Refused;

/// API Gateway developer guide, "Quotas for configuring and running a REST API in API Gateway".
const LONGEST_NAME: usize = 64;
const LONGEST_VALUE: usize = 512;

pub(super) fn check_all(variables: &BTreeMap<String, String>) -> Result<(), Refused> {
    variables
        .iter()
        .try_for_each(|(name, value)| check(name, value))
}

pub(super) fn check(name: &str, value: &str) -> Result<(), Refused> {
    let named = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if name.is_empty() || !name.bytes().all(named) {
        return Err(bad_request(format!(
            "Invalid stage variable name: {name}. Names can have alphanumeric and underscore \
             characters only"
        )));
    }
    if name.len() > LONGEST_NAME || value.len() > LONGEST_VALUE {
        return Err(bad_request(format!(
            "Invalid stage variable {name}. Names can have up to {LONGEST_NAME} characters, values \
             up to {LONGEST_VALUE}"
        )));
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#&=,".contains(&byte);
    if value.bytes().all(allowed) {
        return Ok(());
    }
    Err(bad_request(format!(
        "Invalid stage variable value for {name}. Values must match [A-Za-z0-9-._~:/?#&=,]+"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_have_their_characters() {
        let (name, value) = ("a".repeat(64), "b".repeat(512));
        for (name, value, valid) in [
            (name.as_str(), value.as_str(), true),
            (&"a".repeat(65), "x", false),
            ("a", &"b".repeat(513), false),
            ("alias", "prod", true),
            ("url_1", "http://a.b:8/c?d=e&f=g,h#i", true),
            ("empty", "", true),
            ("a-b", "x", false),
            ("", "x", false),
            ("a", "x y", false),
            ("a", "{x}", false),
        ] {
            assert_eq!(check(name, value).is_ok(), valid, "{name}={value}");
        }
    }
}
