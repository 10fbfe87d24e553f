//! Lists by pages. The token is the key of the last item of the page before.

/// AWS gives so many at once where no number is asked for.
const PAGE: usize = 50;

pub(super) struct Page<T> {
    pub(super) items: Vec<T>,
    pub(super) next_token: Option<String>,
}

/// A page of a list that is sorted by its keys.
pub(super) fn page<T>(
    all: impl Iterator<Item = T>,
    token: Option<&str>,
    limit: Option<i32>,
    key: impl Fn(&T) -> &str,
) -> Page<T> {
    let limit = limit.and_then(|limit| usize::try_from(limit).ok());
    let mut left = all
        .filter(|item| token.is_none_or(|token| key(item) > token))
        .peekable();
    let items: Vec<T> = left.by_ref().take(limit.unwrap_or(PAGE)).collect();
    let more = left.peek().is_some();
    let last = items.last().filter(|_| more);
    let next_token = last.map(|item| key(item).to_owned());
    Page { items, next_token }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(token: Option<&str>, limit: i32, expected: (&str, Option<&str>)) {
        let all = ["a", "b", "c", "d"].into_iter();
        let page = page(all, token, Some(limit), |item| item);
        let seen = (page.items.concat(), page.next_token);
        assert_eq!((seen.0.as_str(), seen.1.as_deref()), expected);
    }

    #[test]
    fn pages_follow_each_other_without_gap_or_overlap() {
        check(None, 2, ("ab", Some("b")));
        check(Some("b"), 2, ("cd", None));
        check(Some("bb"), 1, ("c", Some("c")));
        check(Some("d"), 2, ("", None));
    }
}
