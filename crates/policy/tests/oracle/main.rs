//! The policy engine held against a second reading of AWS's documentation.
//!
//! `evaluator` is a naive evaluator written from the IAM user guide alone: it reads documents with
//! `serde_json`, compiles nothing, matches by plain recursion and shares no code with the engine.
//! Both answer the same questions:
//!
//! - `corpus`: documented cases as rows of `tests/corpus/*.json`, each with the page it comes from;
//! - `differential`: random policies and requests over small hostile alphabets;
//! - `layers`: the whole table of layers, against a rule written out a third time;
//! - `exhaustive`: every short pattern with every short text;
//! - `laws`: what must hold for every policy, tried on the same random cases;
//! - `malformed`: documents that must never become a policy.
//!
//! The ordinary run takes some seconds. The long one tries two hundred times as many cases, several
//! million; it needs plain `cargo test`, as nextest would end it for being slow:
//!
//! ```text
//! PORTCULLIS_NIGHTLY=1 cargo test -p policy --release --test oracle -- --nocapture
//! ```
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "test code outside #[test]"
)]

mod case;
mod evaluator;

mod engine;

mod corpus;
mod differential;
mod exhaustive;
mod generate;
mod laws;
mod layers;
mod malformed;
