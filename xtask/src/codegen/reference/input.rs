//! What the package says of a service, read into closed types: what it says and we do not know
//! stops the generation.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context as _, bail, ensure};
use serde_json::{Map, Value};

/// One service, everything by the package's lower-case name of it.
pub(super) struct Service {
    pub(super) prefix: String,
    pub(super) keys: BTreeMap<String, KeyType>,
    pub(super) resources: Vec<Resource>,
    pub(super) actions: Vec<Action>,
}

pub(super) struct Resource {
    pub(super) name: String,
    /// One format or several.
    pub(super) formats: Vec<String>,
    pub(super) keys: Vec<String>,
}

pub(super) struct Action {
    pub(super) name: String,
    pub(super) level: char,
    pub(super) resources: Vec<ActionResource>,
    pub(super) keys: Vec<String>,
}

pub(super) struct ActionResource {
    pub(super) name: String,
    pub(super) required: bool,
    pub(super) keys: Vec<String>,
}

/// The letter of a type in the text; an array's is the small one of what it holds.
#[derive(Clone, Copy)]
pub(super) struct KeyType(pub(super) char);

impl KeyType {
    pub(super) fn read(name: &str) -> anyhow::Result<Self> {
        Ok(Self(match name {
            "String" => 'S',
            "ARN" => 'A',
            "Bool" => 'B',
            "Numeric" => 'N',
            "Date" => 'D',
            "IPAddress" => 'I',
            "ArrayOfString" => 's',
            "ArrayOfARN" => 'a',
            "ArrayOfBool" => 'b',
            _ => bail!("unknown type of a condition key: {name}"),
        }))
    }
}

/// The prefixes of all services, sorted.
pub(super) fn prefixes(package: &Path) -> anyhow::Result<Vec<String>> {
    let mut prefixes = Vec::new();
    for entry in fs::read_dir(package.join("data/actions"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let prefix = name.strip_suffix(".json");
        prefixes.push(prefix.with_context(|| name.clone())?.to_owned());
    }
    prefixes.sort();
    Ok(prefixes)
}

impl Service {
    pub(super) fn read(package: &Path, prefix: &str) -> anyhow::Result<Self> {
        let object = |kind: &str| object(package, kind, prefix);
        let mut service = Self {
            prefix: prefix.to_owned(),
            keys: BTreeMap::new(),
            resources: Vec::new(),
            actions: Vec::new(),
        };
        for key in object("conditionKeys")?.values() {
            let kind = KeyType::read(text(key, "type")?)?;
            service.keys.insert(key_name(text(key, "key")?), kind);
        }
        for resource in object("resourceTypes")?.values() {
            service.resources.push(Resource {
                name: text(resource, "key")?.to_owned(),
                formats: text(resource, "arn")?
                    .split(", ")
                    .map(str::to_owned)
                    .collect(),
                keys: keys(resource)?,
            });
        }
        for action in object("actions")?.values() {
            let read = action_of(action).with_context(|| format!("{prefix}: {action}"))?;
            service.actions.push(read);
        }
        Ok(service)
    }
}

fn action_of(action: &Value) -> anyhow::Result<Action> {
    no_dependent_actions(action)?;
    let resources = action.get("resourceTypes").and_then(Value::as_array);
    let resources = resources.context("no resourceTypes")?.iter();
    Ok(Action {
        name: text(action, "name")?.to_owned(),
        level: level(text(action, "accessLevel")?)?,
        resources: resources.map(resource_of).collect::<Result<_, _>>()?,
        keys: keys(action)?,
    })
}

fn resource_of(resource: &Value) -> anyhow::Result<ActionResource> {
    no_dependent_actions(resource)?;
    let required = resource.get("required").and_then(Value::as_bool);
    Ok(ActionResource {
        name: text(resource, "name")?.to_owned(),
        required: required.context("no `required`")?,
        keys: keys(resource)?,
    })
}

/// AWS writes the levels of tagging and of permissions beside the one of writing.
fn level(name: &str) -> anyhow::Result<char> {
    Ok(match name {
        "List" => 'L',
        "Read" => 'R',
        "Write" => 'W',
        "Tagging, Write" => 'T',
        "Permissions management, Write" => 'P',
        _ => bail!("unknown access level: {name}"),
    })
}

/// AWS publishes none in what the package is made from; should it begin to, the text must have a
/// place for them.
fn no_dependent_actions(value: &Value) -> anyhow::Result<()> {
    ensure!(
        names(value, "dependentActions")?.is_empty(),
        "there are dependent actions, for which the text has no place"
    );
    Ok(())
}

fn object(package: &Path, kind: &str, prefix: &str) -> anyhow::Result<Map<String, Value>> {
    let path = package.join(format!("data/{kind}/{prefix}.json"));
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    Ok(serde_json::from_slice(&bytes)?)
}

fn text<'a>(value: &'a Value, member: &str) -> anyhow::Result<&'a str> {
    let text = value.get(member).and_then(Value::as_str);
    let text = text.with_context(|| format!("no {member} in {value}"))?;
    ensure!(!text.contains(['\t', '\n']), "{text:?} would break a line");
    Ok(text)
}

fn keys(value: &Value) -> anyhow::Result<Vec<String>> {
    let names = names(value, "conditionKeys")?;
    Ok(names.iter().map(|name| key_name(name)).collect())
}

/// Where a key takes the name of a tag, AWS writes a placeholder, an example or nothing; here it is
/// always the placeholder.
pub(super) fn key_name(name: &str) -> String {
    const TAG: &str = "${TagKey}";
    let name = name.replace("<key>", TAG).replace("tag-key", TAG);
    if name.ends_with('/') {
        name + TAG
    } else {
        name
    }
}

fn names(value: &Value, member: &str) -> anyhow::Result<Vec<String>> {
    let list = value.get(member).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .map(|name| Ok(name.as_str().context("a name that is no text")?.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(change: (&str, Value), expected: Result<char, &str>) {
        let mut action = json!({
            "name": "Do", "accessLevel": "Tagging, Write", "conditionKeys": [],
            "resourceTypes": [{"name": "thing", "required": true, "conditionKeys": []}],
        });
        action[change.0] = change.1;
        let read = action_of(&action).map(|action| action.level);
        match (read, expected) {
            (Ok(level), Ok(expected)) => assert_eq!(level, expected),
            (Err(error), Err(part)) => assert!(format!("{error:#}").contains(part), "{error:#}"),
            (read, expected) => panic!("read {read:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn a_key_of_a_tag_has_one_spelling() {
        for name in ["s3:A/<key>", "s3:A/tag-key", "s3:A/", "s3:A/${TagKey}"] {
            assert_eq!(key_name(name), "s3:A/${TagKey}");
        }
    }

    #[test]
    fn what_is_not_known_stops_the_generation() {
        check(("name", json!("Do")), Ok('T'));
        check(("accessLevel", json!("Guess")), Err("unknown access level"));
        check(("dependentActions", json!(["a:B"])), Err("no place"));
        check(("name", json!("D\to")), Err("break a line"));
        check(("resourceTypes", json!(null)), Err("no resourceTypes"));
    }
}
