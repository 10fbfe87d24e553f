//! What a change of a property asks for, as AWS's reference of each type says ("Update requires").

/// From the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cloudformation) enum Change {
    None,
    /// "No interruption", or "Some interruptions", which are none here.
    InPlace,
    /// "Replacement"
    Replacement,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::cloudformation) struct Property {
    pub(in crate::cloudformation) name: &'static str,
    pub(in crate::cloudformation) change: Change,
    pub(in crate::cloudformation) is_required: bool,
    /// The names that may stand in it, where they are not those of the type's operation: `A`, and `B.C` for what
    /// stands in `B`.
    pub(in crate::cloudformation) names: Option<&'static [&'static str]>,
}

/// A property that can be changed in place.
pub(in crate::cloudformation) const fn always(name: &'static str) -> Property {
    Property {
        name,
        change: Change::InPlace,
        is_required: false,
        names: None,
    }
}

/// A property whose change needs a new resource.
pub(in crate::cloudformation) const fn fixed(name: &'static str) -> Property {
    Property {
        change: Change::Replacement,
        ..always(name)
    }
}

impl Property {
    pub(in crate::cloudformation) const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    /// Only these names may stand in it, or in each item of it.
    pub(in crate::cloudformation) const fn holding(self, names: &'static [&'static str]) -> Self {
        Self {
            names: Some(names),
            ..self
        }
    }
}
