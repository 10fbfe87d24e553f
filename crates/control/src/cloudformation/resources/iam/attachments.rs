//! Inline and managed policies of a role, user or group, as the properties of its resource list them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// `Policies`: names with documents.
pub(super) fn inline(properties: &Map<String, Value>) -> BTreeMap<String, Value> {
    let policies = properties.get("Policies").and_then(Value::as_array);
    let policies = policies.map_or(&[][..], Vec::as_slice).iter();
    let named = policies.filter_map(|policy| {
        let name = policy.get("PolicyName")?.as_str()?.to_owned();
        Some((name, policy.get("PolicyDocument")?.clone()))
    });
    named.collect()
}

/// ARNs of a list of managed policies.
pub(super) fn managed(properties: &Map<String, Value>) -> BTreeSet<String> {
    texts(properties, "ManagedPolicyArns")
}

pub(super) fn texts(properties: &Map<String, Value>, name: &str) -> BTreeSet<String> {
    let listed = properties.get(name).and_then(Value::as_array);
    let texts = listed.map_or(&[][..], Vec::as_slice).iter();
    texts.filter_map(Value::as_str).map(str::to_owned).collect()
}
