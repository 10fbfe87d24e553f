//! Engine and evaluator, asked the same random questions.
//!
//! The engine may refuse a document that the evaluator would read: the grammar that `malformed`
//! tries is narrower than what can be decided. What it takes, the evaluator must read too, and to
//! the same verdict.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use crate::case::Verdict;
use crate::engine::Compiled;
use crate::evaluator;
use crate::generate::{Scene, alone, scene, spoiled};

pub(crate) fn is_nightly() -> bool {
    std::env::var_os("PORTCULLIS_NIGHTLY").is_some_and(|value| value == "1")
}

/// How many scenes are tried: seconds in the ordinary run, minutes at night.
pub(crate) fn scenes(ordinary: u32) -> Config {
    Config {
        cases: if is_nightly() {
            ordinary * 200
        } else {
            ordinary
        },
        failure_persistence: None,
        max_shrink_iters: 20_000,
        max_global_rejects: u32::MAX,
        max_local_rejects: u32::MAX,
        ..Config::default()
    }
}

/// Cases by verdict, so that a run that only ever denies would be seen.
#[derive(Default)]
struct Tally {
    refused: Cell<u64>,
    verdicts: [Cell<u64>; 3],
}

impl Tally {
    fn agree(&self, scene: &Scene, valid: bool) -> Result<(), TestCaseError> {
        let compiled = match Compiled::new(&scene.layers) {
            Ok(compiled) => compiled,
            Err(cause) if valid => {
                return Err(TestCaseError::fail(format!(
                    "a valid policy is refused: {cause}"
                )));
            }
            Err(_) => {
                self.refused.set(self.refused.get() + 1);
                return Ok(());
            }
        };
        for case in scene.cases() {
            let (engine, oracle) = (compiled.decide(&case), evaluator::decide(&case));
            if oracle.as_ref() != Ok(&engine) {
                return Err(TestCaseError::fail(format!(
                    "the engine says {engine:?}, the evaluator {oracle:?}{case:?}"
                )));
            }
            let count = &self.verdicts[engine as usize];
            count.set(count.get() + 1);
        }
        Ok(())
    }

    fn run(&self, name: &str, ordinary: u32, strategy: impl Strategy<Value = Scene>, valid: bool) {
        let result =
            TestRunner::new(scenes(ordinary)).run(&strategy, |scene| self.agree(&scene, valid));
        if let Err(cause) = result {
            panic!("{name}: {cause}");
        }
        let count = |verdict: Verdict| self.verdicts[verdict as usize].get();
        let (allowed, silent, denied) = (
            count(Verdict::Allow),
            count(Verdict::Implicit),
            count(Verdict::Explicit),
        );
        println!(
            "{name}: {} cases, {allowed} allowed, {silent} not allowed, {denied} denied; {} documents refused",
            allowed + silent + denied,
            self.refused.get()
        );
        let least = u64::from(ordinary) / 20;
        assert!(
            allowed > least && silent > least && denied > least,
            "{name} is one-sided"
        );
    }
}

#[test]
fn one_policy_is_read_alike() {
    Tally::default().run("one policy", 1_200, alone(), true);
}

#[test]
fn all_layers_are_read_alike() {
    Tally::default().run("all layers", 900, scene(), true);
}

#[test]
fn what_is_left_of_a_spoiled_policy_is_read_alike() {
    Tally::default().run("spoiled policies", 1_200, spoiled(), false);
}
