//! A set of places in a text, one bit each.

use smallvec::SmallVec;

/// Words enough for a value of 2,047 bytes, longer than any ARN; only beyond it does a set allocate.
const INLINE_WORDS: usize = 32;

pub(super) struct Places {
    words: SmallVec<[u64; INLINE_WORDS]>,
}

impl Places {
    /// No place yet, of those before, between and behind the bytes of the text.
    pub(super) fn none(text: &str) -> Self {
        Self {
            words: SmallVec::from_elem(0, text.len() / 64 + 1),
        }
    }

    pub(super) fn add(&mut self, place: usize) {
        if let Some(word) = self.words.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    pub(super) fn contains(&self, place: usize) -> bool {
        let word = self.words.get(place / 64).copied().unwrap_or(0);
        word & (1 << (place % 64)) != 0
    }

    /// In ascending order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            let first = Some(*word).filter(|word| *word != 0);
            std::iter::successors(first, |rest| {
                Some(rest & (rest - 1)).filter(|rest| *rest != 0)
            })
            .map(move |rest| index * 64 + rest.trailing_zeros() as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_kept_in_order() {
        let text = "a".repeat(5_000);
        let mut places = Places::none(&text);
        for place in [5_000, 0, 63, 64, 65, 4_095] {
            places.add(place);
        }
        let kept: Vec<usize> = places.iter().collect();
        assert_eq!(kept, [0, 63, 64, 65, 4_095, 5_000]);
        assert!(places.contains(64) && !places.contains(66));
    }
}
