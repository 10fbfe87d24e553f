//! Identifiers as API Gateway makes them: lower-case letters and digits.

use openapi::IdKind;

use crate::chosen;

const ALPHABET: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Of an API and of its root resource.
pub(super) const LONG: usize = 10;
/// Of everything else.
pub(super) const SHORT: usize = 6;

/// At most 20 characters, each with more than five bits from a random UUID.
pub(super) fn new(length: usize) -> String {
    let mut rest = uuid::Uuid::new_v4().as_u128();
    let mut id = String::with_capacity(length);
    for _ in 0..length {
        let digit = usize::try_from(rest % 36).unwrap_or_default();
        id.push(char::from(ALPHABET.get(digit).copied().unwrap_or(b'0')));
        rest /= 36;
    }
    id
}

/// Of what the caller asked for itself: the one that was chosen for it, or else a new one.
pub(super) fn own(length: usize) -> String {
    chosen::id()
        .filter(|id| id.len() == length)
        .unwrap_or_else(|| new(length))
}

/// For an import.
pub(super) fn of_kind(kind: IdKind) -> String {
    match kind {
        IdKind::Resource | IdKind::Authorizer | IdKind::Model | IdKind::RequestValidator => {
            new(SHORT)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_are_of_the_alphabet_and_differ() {
        let ids: HashSet<_> = (0..200).map(|_| new(LONG)).collect();
        assert_eq!(ids.len(), 200);
        for id in ids {
            assert!(
                id.len() == LONG && id.bytes().all(|byte| ALPHABET.contains(&byte)),
                "{id}"
            );
        }
    }
}
