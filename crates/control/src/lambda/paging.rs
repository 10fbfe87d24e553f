//! Lists by pages. The marker is the key of the last item of the page before.

use super::failures::invalid;
use crate::refused::Refused;

/// AWS gives at most so many at once, whatever is asked.
const PAGE: usize = 50;

pub(super) struct Page<T> {
    pub(super) items: Vec<T>,
    pub(super) next_marker: Option<String>,
}

/// A page of a sorted list of keys and items.
pub(super) fn page<T>(
    all: impl Iterator<Item = (String, T)>,
    marker: Option<&str>,
    most: Option<i32>,
) -> Result<Page<T>, Refused> {
    let most = most.and_then(|most| usize::try_from(most).ok());
    let limit = most.unwrap_or(PAGE).clamp(1, PAGE);
    let mut all = all.peekable();
    if let Some(marker) = marker.filter(|marker| !marker.is_empty()) {
        let seen = all.by_ref().any(|(key, _)| key == marker);
        if !seen {
            return Err(invalid("Invalid Marker"));
        }
    }
    let mut last = None;
    let mut items = Vec::new();
    for (key, item) in all.by_ref().take(limit) {
        last = Some(key);
        items.push(item);
    }
    let next_marker = last.filter(|_| all.peek().is_some());
    Ok(Page { items, next_marker })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marker: Option<&str>, most: i32, expected: (&str, Option<&str>)) {
        let all = "abcde".chars().map(|c| (c.to_string(), c));
        let page = page(all, marker, Some(most)).unwrap_or_else(|error| panic!("{error}"));
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
}
