//! Long lists in pages: `MaxItems`, `Marker`, `IsTruncated`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::refusal::Refusal;

/// What a list has when the caller does not say (IAM API reference, `MaxItems`).
const DEFAULT_ITEMS: usize = 100;

#[derive(Debug, Clone, Copy)]
pub(super) struct PageAsk<'a> {
    pub(super) marker: Option<&'a str>,
    pub(super) max_items: Option<i32>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page<T> {
    pub(super) items: Vec<T>,
    pub(super) is_truncated: bool,
    pub(super) marker: Option<String>,
}

/// The items in the order of their keys, which must differ, from after the marker on. What is
/// added or removed between two pages never makes the others appear twice or not at all. Keys of
/// at most 240 bytes make markers that IAM accepts.
pub(super) fn page<T>(
    items: Vec<T>,
    key: impl Fn(&T) -> String,
    ask: PageAsk<'_>,
) -> Result<Page<T>, Refusal> {
    let after = ask.marker.map(read_marker).transpose()?;
    let most = ask
        .max_items
        .and_then(|most| usize::try_from(most).ok())
        .unwrap_or(DEFAULT_ITEMS);
    let mut keyed: Vec<(String, T)> = items
        .into_iter()
        .map(|item| (key(&item), item))
        .filter(|(key, _)| after.as_ref().is_none_or(|after| key > after))
        .collect();
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    let is_truncated = keyed.len() > most;
    keyed.truncate(most);
    let marker = keyed
        .last()
        .filter(|_| is_truncated)
        .map(|(key, _)| URL_SAFE_NO_PAD.encode(key));
    Ok(Page {
        items: keyed.into_iter().map(|(_, item)| item).collect(),
        is_truncated,
        marker,
    })
}

fn read_marker(marker: &str) -> Result<String, Refusal> {
    let bytes = URL_SAFE_NO_PAD
        .decode(marker)
        .map_err(|_| Refusal::Marker)?;
    String::from_utf8(bytes).map_err(|_| Refusal::Marker)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(marker: Option<&str>, max_items: Option<i32>) -> PageAsk<'_> {
        PageAsk { marker, max_items }
    }

    #[test]
    fn pages_put_together_are_the_list() {
        let all: Vec<u32> = (0..7).rev().collect();
        let mut seen = Vec::new();
        let mut marker = None;
        loop {
            let asked = ask(marker.as_deref(), Some(3));
            let next = page(all.clone(), u32::to_string, asked).unwrap();
            seen.extend(next.items);
            assert_eq!(next.is_truncated, next.marker.is_some());
            marker = next.marker;
            if marker.is_none() {
                break;
            }
        }
        assert_eq!(seen, [0, 1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn a_page_has_a_hundred_items_unless_asked() {
        let key = |n: &u32| format!("{n:04}");
        let first = page((0..250).collect(), key, ask(None, None)).unwrap();
        assert_eq!((first.items.len(), first.is_truncated), (100, true));
    }

    #[test]
    fn a_marker_of_somebody_else_is_refused() {
        let refused = page(vec![1], i32::to_string, ask(Some("§"), None));
        assert_eq!(refused, Err(Refusal::Marker));
    }
}
