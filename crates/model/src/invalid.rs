//! Why a value was not accepted by a validating constructor.

/// A value that its type does not admit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{value:?} is not a valid {what}: {reason}")]
pub struct Invalid {
    /// The noun that was asked for, such as `ARN`.
    pub what: &'static str,
    /// The value as it came.
    pub value: String,
    /// What the noun demands.
    pub reason: &'static str,
}

impl Invalid {
    pub(crate) fn new(what: &'static str, value: &str, reason: &'static str) -> Self {
        Self {
            what,
            value: value.to_owned(),
            reason,
        }
    }
}

/// A string newtype that is checked once, on the way in, also when it is read from the store.
macro_rules! checked_name {
    ($(#[$doc:meta])* $name:ident, $what:literal, $reason:literal, $accepts:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// Accepts what AWS accepts for this noun and refuses the rest.
            pub fn new(value: &str) -> Result<Self, crate::Invalid> {
                let accepts: fn(&str) -> bool = $accepts;
                if accepts(value) {
                    Ok(Self(value.into()))
                } else {
                    Err(crate::Invalid::new($what, value, $reason))
                }
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Invalid;
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Self::new(value)
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::Invalid;
            fn try_from(value: String) -> Result<Self, Self::Error> {
                Self::new(&value)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0.as_ref().to_owned()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}
pub(crate) use checked_name;
