//! Tags of buckets and objects, in the headers and documents of S3.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use wire::Failure;
use wire::s3::Tag;

use super::failures::with;
use crate::refused::Refused;
use crate::tags::is_reserved;

pub(super) type Tags = BTreeMap<String, String>;

const MOST_OF_AN_OBJECT: usize = 10;
const MOST_OF_A_BUCKET: usize = 50;

/// `a=1&b=2`, percent-encoded, as the header has them.
pub(super) fn of_header(header: Option<&str>) -> Result<Tags, Refused> {
    let pairs = header.unwrap_or_default().split('&');
    let pairs = pairs.filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(key), decode(value))
    });
    collect(pairs, MOST_OF_AN_OBJECT)
}

pub(super) fn of_object(set: Vec<Tag>) -> Result<Tags, Refused> {
    collect(
        set.into_iter().map(|tag| (tag.key, tag.value)),
        MOST_OF_AN_OBJECT,
    )
}

pub(super) fn of_bucket(set: Vec<Tag>) -> Result<Tags, Refused> {
    collect(
        set.into_iter().map(|tag| (tag.key, tag.value)),
        MOST_OF_A_BUCKET,
    )
}

pub(super) fn shown(tags: Tags) -> Vec<Tag> {
    let tags = tags.into_iter();
    tags.map(|(key, value)| Tag { key, value }).collect()
}

fn collect(pairs: impl Iterator<Item = (String, String)>, most: usize) -> Result<Tags, Refused> {
    let mut tags = Tags::new();
    for (key, value) in pairs {
        check(&key, &value)?;
        if tags.insert(key.clone(), value).is_some() {
            let message = "Cannot provide multiple Tags with the same key";
            return Err(with("InvalidTag", 400, message, &[("TagKey", &key)]));
        }
    }
    if tags.len() > most {
        let message = match most {
            MOST_OF_AN_OBJECT => "Object tags cannot be greater than 10",
            _ => "Bucket tag count cannot be greater than 50",
        };
        return Err(Failure::new("BadRequest", 400, message).into());
    }
    Ok(tags)
}

fn check(key: &str, value: &str) -> Result<(), Refused> {
    if is_reserved(key) {
        let message = "System tags cannot be added/updated by requester";
        return Err(with("InvalidTag", 400, message, &[("TagKey", key)]));
    }
    if key.is_empty() || key.chars().count() > 128 {
        let message = "The TagKey you have provided is invalid";
        return Err(with("InvalidTag", 400, message, &[("TagKey", key)]));
    }
    if value.chars().count() > 256 {
        let message = "The TagValue you have provided is invalid";
        return Err(with("InvalidTag", 400, message, &[("TagValue", value)]));
    }
    Ok(())
}

fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}
