//! What SAM knows by name: policy templates, connector profiles and AWS's managed policies.

use std::sync::LazyLock;

use super::values::Json;
#[cfg(test)]
use super::values::members;

static DATA: LazyLock<Json> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/sam.json")).unwrap_or_default());

fn part(name: &str) -> Option<&'static Json> {
    DATA.get(name)
}

/// The statement of a policy template, with the values of its parameters; the names of those that are missing.
pub(super) fn policy_template(name: &str, values: &Json) -> Option<Result<Json, Vec<String>>> {
    let template = part("policyTemplates")?.get(name)?;
    let wanted = template.get("parameters")?.as_array()?;
    let missing: Vec<String> = wanted
        .iter()
        .filter_map(Json::as_str)
        .filter(|name| values.get(*name).is_none())
        .map(str::to_owned)
        .collect();
    if !missing.is_empty() {
        return Some(Err(missing));
    }
    let mut definition = template.get("definition")?.clone();
    fill(&mut definition, values);
    Some(Ok(definition))
}

pub(super) fn is_policy_template(name: &str) -> bool {
    part("policyTemplates").is_some_and(|templates| templates.get(name).is_some())
}

fn fill(value: &mut Json, values: &Json) {
    let named = value.as_object().filter(|members| members.len() == 1);
    let named = named.and_then(|members| members.get("Ref")?.as_str());
    if let Some(given) = named.and_then(|name| values.get(name)) {
        *value = given.clone();
        return;
    }
    match value {
        Json::Object(members) => members.values_mut().for_each(|value| fill(value, values)),
        Json::Array(items) => items.iter_mut().for_each(|value| fill(value, values)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// The path and name of a managed policy of AWS's.
pub(super) fn managed_policy(name: &str) -> Option<&'static str> {
    let mut all = part("managedPolicies")?
        .as_array()?
        .iter()
        .filter_map(Json::as_str);
    all.find(|path| path.rsplit('/').next() == Some(name))
}

pub(super) fn connector(source: &str, destination: &str) -> Option<&'static Json> {
    part("connectors")?.get(source)?.get(destination)
}

pub(super) fn resource_properties(kind: &str) -> Option<&'static Json> {
    part("resourceProperties")?.get(kind)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_policy_template_is_filled_in() {
        assert!(members(part("policyTemplates")).count() > 70);
        let found = policy_template("AcmGetCertificatePolicy", &json!({"CertificateArn": "arn"}));
        let found = found.unwrap().unwrap();
        let resource = found.pointer("/Statement/0/Resource/Fn::Sub/1/certificateArn");
        assert_eq!(resource, Some(&json!("arn")));
        let missing = policy_template("AcmGetCertificatePolicy", &json!({})).unwrap();
        assert_eq!(missing.unwrap_err(), ["CertificateArn"]);
        assert_eq!(
            managed_policy("AWSLambdaRole"),
            Some("service-role/AWSLambdaRole")
        );
    }
}
