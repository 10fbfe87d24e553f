//! Queries that are kept under a name.

mod delete;
mod describe;
mod put;

use super::failures::not_found;
use crate::refused::Refused;

fn missing() -> Refused {
    not_found("The specified query definition does not exist.")
}
