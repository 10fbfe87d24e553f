//! What the two test buttons send alike.

use std::collections::BTreeMap;

/// Each header once with all its values; one that was given both ways has those of the list.
pub(super) fn headers(
    single: Option<BTreeMap<String, String>>,
    multiple: Option<BTreeMap<String, Vec<String>>>,
) -> Vec<(String, Vec<String>)> {
    let single = single.unwrap_or_default().into_iter();
    let mut headers: BTreeMap<_, _> = single.map(|(name, value)| (name, vec![value])).collect();
    headers.extend(multiple.unwrap_or_default());
    headers.into_iter().collect()
}
