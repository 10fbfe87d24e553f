//! Lists in pages: `limit` and `position`.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use model::Timestamp;

use super::failures::bad_request;
use crate::refused::Refused;

/// "The maximum number of returned results per page. The default value is 25 and the maximum value
/// is 500." (API Gateway API reference)
const DEFAULT: usize = 25;
const MOST: usize = 500;

#[derive(Debug, PartialEq)]
pub(super) struct Page<T> {
    /// Where the next page begins.
    pub(super) position: Option<String>,
    pub(super) items: Vec<T>,
}

/// Cuts a page out of `items`, which come in the order of their keys. A page begins behind a key,
/// so that it does not matter whether that item is still there.
pub(super) fn cut<T>(
    items: impl IntoIterator<Item = T>,
    limit: Option<i32>,
    position: Option<&str>,
    key: impl Fn(&T) -> String,
) -> Result<Page<T>, Refused> {
    let after = position.map(read_position).transpose()?;
    let most = limit.map_or(DEFAULT, |limit| {
        usize::try_from(limit).unwrap_or(0).min(MOST)
    });
    let mut rest = items
        .into_iter()
        .filter(|item| after.as_ref().is_none_or(|after| key(item) > *after));
    let page: Vec<T> = rest.by_ref().take(most).collect();
    let more = rest.next().is_some();
    let position = page
        .last()
        .filter(|_| more)
        .map(|last| BASE64_URL_SAFE_NO_PAD.encode(key(last)));
    Ok(Page {
        position,
        items: page,
    })
}

/// Keys of lists in which the newest stands first.
pub(super) fn newest_first(created: Timestamp, id: &str) -> String {
    format!("{:020}/{id}", i64::MAX.saturating_sub(created.millis()))
}

pub(super) fn oldest_first(created: Timestamp, id: &str) -> String {
    format!("{:020}/{id}", created.millis())
}

/// Of lists in which things stand in the order of their coming, the last first.
pub(super) fn last_first(at: usize) -> String {
    format!("{:020}", usize::MAX - at)
}

fn read_position(position: &str) -> Result<String, Refused> {
    BASE64_URL_SAFE_NO_PAD
        .decode(position)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| bad_request("Invalid position specified"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(limit: Option<i32>, position: Option<&str>) -> Page<u32> {
        cut(10..15, limit, position, ToString::to_string).unwrap()
    }

    #[test]
    fn pages_follow_each_other_until_the_last() {
        let first = page(Some(2), None);
        assert_eq!(first.items, [10, 11]);
        let second = page(Some(2), first.position.as_deref());
        assert_eq!(second.items, [12, 13]);
        let last = page(Some(2), second.position.as_deref());
        assert_eq!((last.items, last.position), (vec![14], None));
    }

    #[test]
    fn a_limit_is_never_exceeded() {
        assert_eq!(page(None, None).items.len(), 5);
        assert_eq!(page(Some(0), None).items, [0; 0]);
        assert_eq!(page(Some(-1), None).items, [0; 0]);
        assert!(cut(0..3, None, Some("*"), ToString::to_string).is_err());
    }
}
