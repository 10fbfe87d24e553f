//! Lists by pages. The marker is the key of the last item of the page before, which may be gone by then:
//! whoever deletes what a page shows still gets all of the next.

/// AWS gives at most so many at once, whatever is asked.
const PAGE: usize = 50;

pub(super) struct Page<T> {
    pub(super) items: Vec<T>,
    pub(super) next_marker: Option<String>,
}

/// A page of a list of keys and items, whose keys only grow.
pub(super) fn page<T>(
    all: impl Iterator<Item = (String, T)>,
    marker: Option<&str>,
    most: Option<i32>,
) -> Page<T> {
    let marker = marker.unwrap_or_default();
    cut(all.skip_while(|(key, _)| key.as_str() <= marker), most)
}

/// The same of a list whose keys only fall.
pub(super) fn page_newest_first<T>(
    all: impl Iterator<Item = (String, T)>,
    marker: Option<&str>,
    most: Option<i32>,
) -> Page<T> {
    let marker = marker.filter(|marker| !marker.is_empty());
    let is_seen = |key: &str| marker.is_some_and(|marker| key >= marker);
    cut(all.skip_while(|(key, _)| is_seen(key)), most)
}

/// Numbers as keys, which are ordered as texts.
pub(super) fn number_key(number: u64) -> String {
    format!("{number:020}")
}

fn cut<T>(rest: impl Iterator<Item = (String, T)>, most: Option<i32>) -> Page<T> {
    let most = most.and_then(|most| usize::try_from(most).ok());
    let limit = most.unwrap_or(PAGE).clamp(1, PAGE);
    let mut rest = rest.peekable();
    let mut last = None;
    let mut items = Vec::new();
    for (key, item) in rest.by_ref().take(limit) {
        last = Some(key);
        items.push(item);
    }
    let next_marker = last.filter(|_| rest.peek().is_some());
    Page { items, next_marker }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marker: Option<&str>, most: i32, expected: (&str, Option<&str>)) {
        let all = "abcde".chars().map(|c| (c.to_string(), c));
        let page = page(all, marker, Some(most));
        let items: String = page.items.into_iter().collect();
        assert_eq!((items.as_str(), page.next_marker.as_deref()), expected);
    }

    #[test]
    fn pages_follow_each_other_without_gap_or_overlap() {
        check(None, 2, ("ab", Some("b")));
        check(Some("b"), 2, ("cd", Some("d")));
        check(Some("d"), 2, ("e", None));
        check(Some("c"), 2, ("de", None));
        check(None, 100, ("abcde", None));
    }

    #[test]
    fn what_is_gone_is_missing_from_no_other_page() {
        for (marker, expected) in [("b", "ce"), ("", "ace"), ("e", "")] {
            let all = "ace".chars().map(|c| (c.to_string(), c));
            let items: String = page(all, Some(marker), None).items.into_iter().collect();
            assert_eq!(items, expected, "{marker}");
        }
        for (marker, expected) in [(Some(10), "93"), (Some(4), "3"), (None, "1293")] {
            let all = [12, 9, 3].map(|number| (number_key(number), number.to_string()));
            let marker = marker.map(number_key);
            let page = page_newest_first(all.into_iter(), marker.as_deref(), None);
            assert_eq!(page.items.concat(), expected, "{marker:?}");
        }
    }
}
