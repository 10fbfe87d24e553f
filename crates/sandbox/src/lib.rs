//! Isolates one child process: own namespaces, a read-only view of chosen directories, a private
//! `/tmp`, no way to the host's network, a filter on system calls, and limits.
//!
//! [`probe`] finds out once, by trying, which walls this machine allows; [`spawn`] starts one
//! process behind them; [`Child`] observes it and ends it with everything it started.
//!
//! This room must never know what it runs (no word of functions, runtimes or requests), must never
//! weaken a wall in silence, and must never leave a process behind. It is the only crate in which
//! `unsafe` is allowed, each block with its reason.
#![expect(
    unsafe_code,
    reason = "namespaces, mounts, filters and process ids are raw system calls; no other crate makes them"
)]

mod child;
mod error;
mod level;
mod memory;
mod probe;
mod spawn;
mod spec;

pub use child::{Child, Exit};
pub use error::{SandboxError, Step};
pub use level::{Identity, Isolation, Level, MemoryLimit, ProcessLimit};
pub use probe::probe;
pub use spawn::{spawn, spawn_with};
pub use spec::{Bind, GuestListener, Network, Spec, Streams, Tmp};
