//! JSON values as text, in the two forms that AWS writes documents in.

mod json;
mod yaml;

pub(crate) use json::json;
pub(crate) use yaml::yaml;
