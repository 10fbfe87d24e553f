//! Real functions in real processes: what runs, how it fails, what it can see, what it leaves.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test says what went wrong by failing, and that it was skipped by printing"
)]

mod answers;
mod events;
mod extensions;
mod failures;
mod fixture;
mod lifecycle;
mod logs;
mod official_client;
mod processes;
mod ruby;
mod streams;

use lambda::FunctionError;

const ECHO: &str = "def handler(event, context):\n    return event\n";

#[track_caller]
fn check_answer(outcome: &lambda::Outcome, expected: &serde_json::Value) {
    assert_eq!(outcome.error, None, "{:?}", outcome.payload);
    let answer: serde_json::Value = serde_json::from_slice(&outcome.payload).unwrap();
    assert_eq!(&answer, expected);
}

/// The members of a failed answer that AWS's recordings show.
#[track_caller]
fn check_failure(outcome: &lambda::Outcome, kind: &str, message_part: &str) {
    assert_eq!(
        outcome.error,
        Some(FunctionError::Unhandled),
        "{:?}",
        outcome.payload
    );
    let answer: serde_json::Value = serde_json::from_slice(&outcome.payload).unwrap();
    assert_eq!(answer["errorType"], kind, "{answer}");
    let message = answer["errorMessage"].as_str().unwrap();
    assert!(message.contains(message_part), "{message}");
}

#[test]
fn a_function_runs_only_with_a_grant() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/proof/*.rs");
}
