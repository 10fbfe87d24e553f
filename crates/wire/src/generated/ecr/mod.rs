// Written by `cargo xtask codegen`. Do not edit.
//! The tables of `ecr`, and the structs of its implemented operations.

#[rustfmt::skip]
pub mod schema;
mod types;

pub use types::*;
