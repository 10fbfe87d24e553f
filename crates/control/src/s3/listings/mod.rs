//! Lists of objects: in the order of their keys, by pages, with what lies below a delimiter as one.

mod objects;
mod objects_v2;
mod page;
mod versions;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::failures::invalid_argument;
use crate::refused::Refused;

/// How keys are written into a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    AsTheyAre,
    /// For keys that XML can't hold.
    Url,
}

const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'*')
    .remove(b'/');

impl Spelling {
    pub(super) fn of(encoding: Option<&str>) -> Result<Self, Refused> {
        match encoding {
            None => Ok(Self::AsTheyAre),
            Some("url") => Ok(Self::Url),
            Some(other) => {
                let message = "Invalid Encoding Method specified in Request";
                Err(invalid_argument(message, "encoding-type", other))
            }
        }
    }

    pub(super) fn spell(self, text: &str) -> String {
        match self {
            Self::AsTheyAre => text.to_owned(),
            Self::Url => utf8_percent_encode(text, UNRESERVED).to_string(),
        }
    }
}
