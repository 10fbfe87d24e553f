//! Change sets: what a stack could become, shown before it does.

mod create;
mod delete;
mod describe;
mod execute;
mod list;

mod found;
mod shown;

pub(super) use found::change_set;
