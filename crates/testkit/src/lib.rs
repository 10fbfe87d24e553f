//! Starts a real server, as a user would, and talks to it: for integration tests and `bench`.
//!
//! It must never reach into a room: what it knows of the server is its command line, its first
//! line of output and its port.

mod server; // a process of its own, on a free port

mod client; // one blocking request, signed by name alone

mod fixtures; // functions in zips

pub use client::{Answer, Client, TEST_ACCOUNT};
pub use fixtures::{NODE_ECHO, PYTHON_ECHO, zipped, zipped_bytes};
pub use server::{Flags, Server, binary};
