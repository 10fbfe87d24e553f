//! Mending: what rules say should change, written into the text where it stands, and kept only if the check of the
//! result says that it helped.
//!
//! A rule speaks of a document's members ([`Step`]), never of its characters. [`Page`] turns that into edits that leave
//! every other character as it was, comments and order included. [`mend`] applies them, checks again, and takes back
//! what did not end its finding or grants more than was missing. Nothing here decides what is right: rules propose, and
//! the policy engine judges.

mod apply; // edits of a text, together or not at all
mod diff; // what changes, as people read it
mod page; // a text whose members can be found and changed
mod rounds; // apply, check again, keep or take back
mod written; // values as the document would write them

use serde_json::Value as Json;

use crate::found::Place;

pub use diff::diff;
pub use rounds::{Change, Left, Mended, mend};

pub(crate) use page::Page;
pub(crate) use written::block;

/// A member of a document: from a place, or from the root, by keys and places of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    pub(crate) file: usize,
    /// Of a key or of a value; the root where there is none.
    pub(crate) place: Option<Place>,
    pub(crate) path: Vec<String>,
}

impl At {
    pub(crate) fn place(place: Place) -> Self {
        Self {
            file: place.file,
            place: Some(place),
            path: Vec::new(),
        }
    }

    pub(crate) fn root(file: usize) -> Self {
        Self {
            file,
            place: None,
            path: Vec::new(),
        }
    }

    pub(crate) fn below<const N: usize>(mut self, path: [&str; N]) -> Self {
        self.path.extend(path.map(str::to_owned));
        self
    }
}

/// One change of a document. Values are as JSON says them: `{"Ref": "Api"}` becomes `!Ref Api` where the document is
/// YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The member has this value from now on, whether it was there or not.
    Set { at: At, value: Json },
    /// A part of a text becomes another; where the text is put together of parts, all of it becomes the other value.
    Reword {
        at: At,
        from: String,
        to: String,
        otherwise: Json,
    },
    /// A text goes on with this; where it is put together of parts, it becomes the other value.
    Extend {
        at: At,
        suffix: String,
        otherwise: Json,
    },
    /// One more at the end of a list, which is made where it is missing.
    Append { at: At, value: Json },
    /// One more member of a map, called so or nearly so.
    Add { at: At, name: String, value: Json },
    /// The first member of the document.
    Head {
        file: usize,
        name: String,
        value: Json,
    },
    /// The member goes; nothing where there is none.
    Remove { at: At },
}

impl Step {
    pub(crate) fn set(at: At, value: impl Into<Json>) -> Self {
        Self::Set {
            at,
            value: value.into(),
        }
    }

    pub(crate) fn remove(at: At) -> Self {
        Self::Remove { at }
    }

    /// With every text of it changed.
    pub(crate) fn each_text(&mut self, change: &dyn Fn(&str) -> String) {
        match self {
            Self::Set { value, .. } | Self::Append { value, .. } | Self::Head { value, .. } => {
                each_text(value, change);
            }
            Self::Add { name, value, .. } => {
                *name = change(name);
                each_text(value, change);
            }
            Self::Reword {
                from,
                to,
                otherwise,
                ..
            } => {
                *from = change(from);
                *to = change(to);
                each_text(otherwise, change);
            }
            Self::Extend {
                suffix, otherwise, ..
            } => {
                *suffix = change(suffix);
                each_text(otherwise, change);
            }
            Self::Remove { .. } => {}
        }
    }

    /// The text that stands there afterwards, if that is all.
    pub(crate) fn plain(&self) -> Option<&str> {
        match self {
            Self::Set { value, .. } => value.as_str(),
            Self::Reword { .. }
            | Self::Extend { .. }
            | Self::Append { .. }
            | Self::Add { .. }
            | Self::Head { .. }
            | Self::Remove { .. } => None,
        }
    }

    pub(crate) fn file(&self) -> usize {
        match self {
            Self::Set { at, .. }
            | Self::Reword { at, .. }
            | Self::Extend { at, .. }
            | Self::Append { at, .. }
            | Self::Add { at, .. }
            | Self::Remove { at } => at.file,
            Self::Head { file, .. } => *file,
        }
    }
}

fn each_text(value: &mut Json, change: &dyn Fn(&str) -> String) {
    match value {
        Json::String(text) => *text = change(text),
        Json::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Json::Object(members) => members
            .values_mut()
            .for_each(|member| each_text(member, change)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}
