//! Tags, as far as all services agree about them; and the marks that a stack leaves on what it makes.
//!
//! CloudFormation marks resources with tags of AWS's own (CloudFormation user guide, "Resource tag"). Nobody else may
//! set, change or take tags of such names, and they are no part of what a request asks for: a mark goes beside the
//! input, so that no permission is asked for it.

use std::collections::BTreeMap;

type Tags = BTreeMap<String, String>;

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
}
