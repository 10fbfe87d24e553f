//! Whether an element means what it lists or everything else: Action or NotAction, StringEquals or
//! StringNotEquals.

/// The positive or the negated form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    Is,
    IsNot,
}

impl Sense {
    /// What the element says when its list does or does not fit.
    pub(crate) fn of(self, fits: bool) -> bool {
        fits == (self == Self::Is)
    }
}
