//! Tags, as far as services agree about them; and the marks that a stack leaves on what it makes.
//!
//! CloudFormation marks resources with tags of AWS's own (CloudFormation user guide, "Resource tag"). Nobody else may
//! set, change or take tags of such names, and they are no part of what a request asks for: a mark goes beside the
//! input, so that no permission is asked for it.

use std::collections::BTreeMap;

use crate::refused::Refused;

type Tags = BTreeMap<String, String>;

/// Of one resource ("Tagging AWS resources"); AWS's own are not counted.
const MOST: usize = 50;

tokio::task_local! {
    static MARKS: Tags;
}

/// Keys that begin with this belong to AWS, in any case of letters (tagging guide).
pub(crate) fn is_reserved(key: &str) -> bool {
    key.get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("aws:"))
}

/// Does something for a resource of a stack: what it makes has these marks.
pub(crate) async fn marking<T>(marks: Tags, doing: impl Future<Output = T>) -> T {
    MARKS.scope(marks, doing).await
}

/// The tags of something new, with its marks.
pub(crate) fn marked(mut tags: Tags) -> Tags {
    if let Ok(marks) = MARKS.try_with(Clone::clone) {
        tags.extend(marks);
    }
    tags
}

/// Takes the marks out of the tags.
pub(crate) fn take_marks(tags: &mut Tags) -> Tags {
    let marks = tags.iter().filter(|(key, _)| is_reserved(key));
    let marks = marks.map(|(key, value)| (key.clone(), value.clone()));
    let marks: Tags = marks.collect();
    tags.retain(|key, _| !is_reserved(key));
    marks
}

/// In whose words tags are refused.
pub(crate) struct Words {
    /// The key is one of AWS's own.
    pub(crate) reserved: fn(&str) -> Refused,
    pub(crate) too_many: fn() -> Refused,
}

impl Words {
    /// Of tags that come with something new.
    pub(crate) fn check(&self, tags: &Tags) -> Result<(), Refused> {
        self.check_keys(tags.keys())?;
        self.check_number(tags)
    }

    /// Adds tags whose keys were checked to those that are there.
    pub(crate) fn add(&self, tags: &mut Tags, new: &Tags) -> Result<(), Refused> {
        tags.extend(new.clone());
        self.check_number(tags)
    }

    /// Nobody sets or takes what a stack marks its resources with.
    pub(crate) fn check_keys<'a>(
        &self,
        keys: impl IntoIterator<Item = &'a String>,
    ) -> Result<(), Refused> {
        match keys.into_iter().find(|key| is_reserved(key)) {
            Some(key) => Err((self.reserved)(key)),
            None => Ok(()),
        }
    }

    pub(crate) fn check_number(&self, tags: &Tags) -> Result<(), Refused> {
        if own(tags) > MOST {
            return Err((self.too_many)());
        }
        Ok(())
    }
}

/// How many there are that count: AWS does not count its own.
pub(crate) fn own(tags: &Tags) -> usize {
    tags.keys().filter(|key| !is_reserved(key)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(pairs: &[(&str, &str)]) -> Tags {
        let pairs = pairs.iter();
        pairs
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[tokio::test]
    async fn marks_are_there_for_what_a_stack_makes_alone() {
        let own = tags(&[("a", "1")]);
        assert_eq!(marked(own.clone()), own);
        let marks = tags(&[("aws:cloudformation:stack-name", "s")]);
        let mut made = marking(marks.clone(), async { marked(own.clone()) }).await;
        assert_eq!(super::own(&made), 1);
        assert_eq!(take_marks(&mut made), marks);
        assert_eq!(made, own);
    }

    const WORDS: Words = Words {
        reserved: |key| Refused::internal(format!("{key} is reserved")),
        too_many: || Refused::internal("too many"),
    };

    #[track_caller]
    fn check(refused: Result<(), Refused>, expected: Option<&str>) {
        let said = refused.err().map(|refused| refused.to_string());
        assert_eq!(said.as_deref(), expected);
    }

    #[test]
    fn keys_of_awss_own_are_nobodys_to_give_or_take() {
        let reserved = Some("AWS:a is reserved");
        check(WORDS.check(&tags(&[("a", "1")])), None);
        check(WORDS.check(&tags(&[("AWS:a", "1")])), reserved);
        check(WORDS.check_keys(&["b".to_owned()]), None);
        check(WORDS.check_keys(&["AWS:a".to_owned()]), reserved);
    }

    #[test]
    fn a_resource_has_fifty_tags_and_those_of_awss_own() {
        let keys: Vec<String> = (0..MOST).map(|number| format!("k{number}")).collect();
        let full: Vec<(&str, &str)> = keys.iter().map(|key| (key.as_str(), "v")).collect();
        let mut held = tags(&full);
        held.extend(tags(&[("aws:cloudformation:stack-name", "s")]));
        check(WORDS.add(&mut held, &tags(&[("k1", "other")])), None);
        assert_eq!(held.get("k1").map(String::as_str), Some("other"));
        check(
            WORDS.add(&mut held, &tags(&[("one more", "v")])),
            Some("too many"),
        );
    }
}
