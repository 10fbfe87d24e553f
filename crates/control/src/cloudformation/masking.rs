//! What is shown of secrets: parameters with `NoEcho`, and attributes that a custom resource hides.

use model::StackDesign;
use serde_json::Value as Json;

/// What stands for a secret.
pub(super) const HIDDEN: &str = "****";
/// A shorter one is hidden only where it is the whole text.
const LEAST_HIDDEN_WITHIN: usize = 4;

/// What the template says not to echo.
pub(super) fn secrets(design: &StackDesign) -> Vec<String> {
    let hidden = design.shown.iter().filter(|(_, shown)| *shown == HIDDEN);
    let given = hidden.filter_map(|(name, _)| design.parameters.get(name));
    let given = given.chain(&design.hidden_defaults);
    given.filter(|text| !text.is_empty()).cloned().collect()
}

/// Short secrets are hidden where they are the whole text, longer ones wherever they stand.
pub(super) fn without(value: &Json, hidden: &[String]) -> Json {
    match value {
        Json::String(text) => {
            if hidden.contains(text) {
                return Json::String(HIDDEN.to_owned());
            }
            let long = hidden
                .iter()
                .filter(|secret| secret.len() >= LEAST_HIDDEN_WITHIN);
            let text = long.fold(text.clone(), |text, secret| text.replace(secret, HIDDEN));
            Json::String(text)
        }
        Json::Array(items) => items.iter().map(|item| without(item, hidden)).collect(),
        Json::Object(members) => Json::Object(
            members
                .iter()
                .map(|(name, value)| (name.clone(), without(value, hidden)))
                .collect(),
        ),
        Json::Null | Json::Bool(_) | Json::Number(_) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn secrets_are_hidden_wherever_they_stand() {
        let hidden = ["secret".to_owned(), "no".to_owned()];
        let value = json!({"a": "secret", "b": ["x secret y", "no", "nothing", 1]});
        let expected = json!({"a": "****", "b": ["x **** y", "****", "nothing", 1]});
        assert_eq!(without(&value, &hidden), expected);
    }
}
