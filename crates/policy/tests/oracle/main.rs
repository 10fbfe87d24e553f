//! The policy engine held against a second reading of AWS's documentation.
//!
//! `evaluator` is a naive evaluator written from the IAM user guide alone: it reads documents with
//! `serde_json`, compiles nothing, matches by plain recursion and shares no code with the engine.
//! Both answer the same questions:
//!
//! - `corpus`: documented cases as rows of `tests/corpus/*.json`, each with the page it comes from;
//! - `differential`: random policies and requests over small hostile alphabets;
//! - `layers`: the whole table of layers, against a rule written out a third time;
//! - `laws`: what must hold for every policy, tried on the same random cases;
//! - `malformed`: documents that must never become a policy.
//!
//! The ordinary run takes some seconds. The long one, of several million cases:
//!
//! ```text
//! PORTCULLIS_NIGHTLY=1 cargo nextest run -p policy --release --test oracle --no-capture
//! ```
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "test code outside #[test]"
)]

mod case;
mod evaluator;

mod engine;

mod corpus;
mod malformed;
