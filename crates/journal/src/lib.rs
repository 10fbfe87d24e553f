//! What happened to each request, step by step: collects it, keeps it for a while, draws it.
//!
//! A request has a [`Recorder`] while it runs, becomes an [`Entry`] when it is answered, and stays
//! in the [`Journal`] until newer ones need the room. This crate must never decide anything, never
//! do I/O, and never be given a secret that did not pass `mask`.

mod fact;
mod recorder;
mod step;

mod entry;

mod ring;
mod sessions;
mod traces;
mod uses;

pub mod mask;

pub mod draw;

pub mod why;

pub use entry::{Entry, Forms, LOG_LINES, Outcome, PermissionsMode, Refusal};
pub use fact::{Fact, Preflight};
pub use recorder::{Recorder, Request};
pub use ring::{Journal, Limits};
pub use sessions::{SessionLimits, Sessions};
pub use step::{Decision, Lane, Mark, Step, StepKind};
pub use traces::{TraceLine, Traces};
pub use uses::{Use, Uses};
