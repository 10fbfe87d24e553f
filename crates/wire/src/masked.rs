//! What `Debug` prints in place of a secret.

use std::fmt;

/// Says that a secret is there, and nothing about it.
pub(crate) struct Masked;

impl fmt::Debug for Masked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[masked]")
    }
}
