//! XML by a schema: documents written as elements, and elements read as documents.
//!
//! It must never resolve an entity or a document type that a stranger declares, and knows no
//! operation's meaning.

mod read;
mod text;
mod write;

pub(crate) use read::read;
pub(crate) use text::Xml;
pub(crate) use write::{Tag, Writer};
