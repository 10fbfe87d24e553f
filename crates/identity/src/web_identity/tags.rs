//! Session tags in a token (IAM user guide, "Passing session tags using AssumeRoleWithWebIdentity"):
//! nested in one claim, or each in a claim of its own.

use serde_json::{Map, Value};

use super::claims::Claims;
use super::refusal::WebIdentityRefused::{self, Tags};
use crate::sessions::SessionTag;

const SOURCE_IDENTITY: &str = "https://aws.amazon.com/source_identity";

const NESTED: &str = "https://aws.amazon.com/tags";
const FLAT_TAG: &str = "https://aws.amazon.com/tags/principal_tags/";
const FLAT_TRANSITIVE: &str = "https://aws.amazon.com/tags/transitive_tag_keys";

/// IAM user guide, "IAM and AWS STS quotas".
const MOST_TAGS: usize = 50;
const MOST_KEY_CHARACTERS: usize = 128;
const MOST_VALUE_CHARACTERS: usize = 256;

pub(super) fn of(claims: &Claims<'_>) -> Result<Vec<SessionTag>, WebIdentityRefused> {
    let nested = match claims.get(NESTED) {
        None => None,
        Some(Value::Object(nested)) => Some(nested),
        Some(_) => return Err(Tags("the claim is no object")),
    };
    let transitive = transitive_keys(nested, claims)?;
    let mut tags: Vec<SessionTag> = Vec::new();
    for (key, value) in pairs(nested, claims)? {
        if tags.iter().any(|tag| same_key(&tag.key, key)) {
            return Err(Tags("a key stands twice"));
        }
        tags.push(SessionTag {
            key: key.to_owned(),
            value: single(value)?.to_owned(),
            transitive: transitive.iter().any(|named| same_key(named, key)),
        });
    }
    let is_known = |named: &&str| tags.iter().any(|tag| same_key(&tag.key, named));
    if !transitive.iter().all(is_known) {
        return Err(Tags("a transitive key has no tag"));
    }
    check_sizes(&tags)?;
    Ok(tags)
}

/// The STS API reference allows the same of AssumeRole's SourceIdentity.
pub(super) fn source_identity(claims: &Claims<'_>) -> Result<Option<String>, WebIdentityRefused> {
    let Some(claim) = claims.get(SOURCE_IDENTITY) else {
        return Ok(None);
    };
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "_+=,.@-".contains(letter);
    claim
        .as_str()
        .filter(|text| (2..=64).contains(&text.len()) && text.chars().all(is_plain))
        .map(|text| Some(text.to_owned()))
        .ok_or(WebIdentityRefused::SourceIdentity)
}

fn pairs<'a>(
    nested: Option<&'a Map<String, Value>>,
    claims: &Claims<'a>,
) -> Result<Vec<(&'a str, &'a Value)>, WebIdentityRefused> {
    let inside = match nested.and_then(|nested| nested.get("principal_tags")) {
        None => None,
        Some(Value::Object(tags)) => Some(tags),
        Some(_) => return Err(Tags("principal_tags is no object")),
    };
    let inside = inside.into_iter().flatten();
    let inside = inside.map(|(key, value)| (key.as_str(), value));
    let flat = claims.iter().filter_map(|(name, value)| {
        let key = name.strip_prefix(FLAT_TAG)?;
        Some((key, value))
    });
    Ok(inside.chain(flat).collect())
}

fn transitive_keys<'a>(
    nested: Option<&'a Map<String, Value>>,
    claims: &Claims<'a>,
) -> Result<Vec<&'a str>, WebIdentityRefused> {
    let inside = nested.and_then(|nested| nested.get("transitive_tag_keys"));
    let listed = match inside.or_else(|| claims.get(FLAT_TRANSITIVE)) {
        None => return Ok(Vec::new()),
        Some(Value::Array(listed)) => listed,
        Some(_) => return Err(Tags("transitive_tag_keys is no list")),
    };
    let keys: Option<Vec<&str>> = listed.iter().map(Value::as_str).collect();
    keys.ok_or(Tags("a transitive key is no text"))
}

/// One value for each tag, alone or in a list.
fn single(value: &Value) -> Result<&str, WebIdentityRefused> {
    let value = match value {
        Value::Array(list) => match list.as_slice() {
            [only] => only,
            _ => return Err(Tags("a tag has not one value")),
        },
        other => other,
    };
    value.as_str().ok_or(Tags("a value is no text"))
}

fn check_sizes(tags: &[SessionTag]) -> Result<(), WebIdentityRefused> {
    let is_long = |tag: &SessionTag| {
        let key = tag.key.chars().count();
        !(1..=MOST_KEY_CHARACTERS).contains(&key)
            || tag.value.chars().count() > MOST_VALUE_CHARACTERS
    };
    if tags.len() > MOST_TAGS || tags.iter().any(is_long) {
        return Err(Tags("there are more than 50, or one is too long"));
    }
    Ok(())
}

fn same_key(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
