//! Tags of roles, users and policies. Keys keep their case and are compared without it (IAM user
//! guide, "Rules for tagging in IAM and AWS STS").

use std::collections::{BTreeMap, HashSet};

use wire::iam::Tag;

use super::pages::{Page, PageAsk, page};
use super::refusal::Refusal;
use crate::tags::{is_reserved, own};

pub(super) type Tags = BTreeMap<String, String>;

const MOST_TAGS: usize = 50;

/// Reads the tags of a request.
pub(super) fn read(tags: Vec<Tag>) -> Result<Tags, Refusal> {
    let mut seen = HashSet::new();
    for tag in &tags {
        if !seen.insert(tag.key.to_lowercase()) {
            return Err(Refusal::DuplicateTags);
        }
        if is_reserved(&tag.key) {
            return Err(Refusal::ReservedTag);
        }
    }
    Ok(tags.into_iter().map(|tag| (tag.key, tag.value)).collect())
}

/// Adds tags to those that are there; a key that is there in another case is replaced.
pub(super) fn put(held: &mut Tags, new: &Tags) -> Result<(), Refusal> {
    let keys: Vec<String> = new.keys().cloned().collect();
    remove(held, &keys);
    held.extend(new.clone());
    if own(held) > MOST_TAGS {
        return Err(Refusal::TooManyTags);
    }
    Ok(())
}

/// What a stack marks its roles and users with, nobody takes.
pub(super) fn check_gone(keys: &[String]) -> Result<(), Refusal> {
    if keys.iter().any(|key| is_reserved(key)) {
        return Err(Refusal::ReservedTag);
    }
    Ok(())
}

pub(super) fn remove(held: &mut Tags, keys: &[String]) {
    let gone: HashSet<String> = keys.iter().map(|key| key.to_lowercase()).collect();
    held.retain(|key, _| !gone.contains(&key.to_lowercase()));
}

pub(super) fn render(tags: &Tags) -> Vec<Tag> {
    tags.iter()
        .map(|(key, value)| Tag {
            key: key.clone(),
            value: value.clone(),
        })
        .collect()
}

/// Where AWS leaves the member out when there are none.
pub(super) fn render_some(tags: &Tags) -> Option<Vec<Tag>> {
    (!tags.is_empty()).then(|| render(tags))
}

/// Keys may be longer than a marker, so that their places are counted.
pub(super) fn paged(tags: &Tags, ask: PageAsk<'_>) -> Result<Page<Tag>, Refusal> {
    let numbered = render(tags).into_iter().enumerate().collect();
    let page = page(numbered, |(place, _)| format!("{place:04}"), ask)?;
    Ok(Page {
        items: page.items.into_iter().map(|(_, tag)| tag).collect(),
        is_truncated: page.is_truncated,
        marker: page.marker,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(keys: &[&str]) -> Vec<Tag> {
        keys.iter()
            .map(|key| Tag {
                key: (*key).to_owned(),
                value: "v".into(),
            })
            .collect()
    }

    #[track_caller]
    fn check(keys: &[&str], expected: Result<usize, &Refusal>) {
        let read = read(tags(keys));
        assert_eq!(read.as_ref().map(Tags::len), expected);
    }

    #[test]
    fn keys_differ_by_more_than_their_case() {
        check(&["a", "b"], Ok(2));
        check(&["a", "A"], Err(&Refusal::DuplicateTags));
        check(&["AWS:a"], Err(&Refusal::ReservedTag));
    }

    #[test]
    fn a_key_in_another_case_replaces() {
        let mut held = read(tags(&["Team", "x"])).unwrap();
        put(&mut held, &read(tags(&["team"])).unwrap()).unwrap();
        assert_eq!(held.keys().collect::<Vec<_>>(), ["team", "x"]);
        remove(&mut held, &["TEAM".to_owned()]);
        assert_eq!(held.keys().collect::<Vec<_>>(), ["x"]);
    }

    #[test]
    fn fifty_tags_are_enough() {
        let many: Vec<String> = (0..50).map(|n| format!("k{n}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let mut held = read(tags(&many)).unwrap();
        let one_more = read(tags(&["k50"])).unwrap();
        assert_eq!(put(&mut held, &one_more), Err(Refusal::TooManyTags));
    }
}
