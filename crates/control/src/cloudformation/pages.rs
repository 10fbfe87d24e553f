//! Long lists, a page at a time. A token is the key of the last item that was told.

use super::failures::validation;
use crate::refused::Refused;

pub(super) const SIZE: usize = 100;

pub(super) fn page<T>(
    items: Vec<T>,
    token: Option<&str>,
    key: impl Fn(&T) -> String,
) -> Result<(Vec<T>, Option<String>), Refused> {
    let mut items = match token {
        None => items,
        Some(token) => {
            let last = items.iter().position(|item| key(item) == token);
            let last = last.ok_or_else(|| validation("NextToken is invalid."))?;
            items.into_iter().skip(last + 1).collect()
        }
    };
    let has_more = items.len() > SIZE;
    items.truncate(SIZE);
    let next = items.last().filter(|_| has_more).map(&key);
    Ok((items, next))
}
