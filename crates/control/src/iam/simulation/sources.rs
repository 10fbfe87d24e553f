//! Policies of a simulation, with the names that its answers give them.

use policy::{Kind, Policy, Source};

use super::super::refusal::Refusal;
use super::refusal::Unsimulated;

/// A policy and its `SourcePolicyId`.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) id: String,
    pub(super) policy: Policy,
}

impl Held {
    pub(super) fn source(&self) -> Source<'_> {
        Source {
            name: &self.id,
            policy: &self.policy,
        }
    }
}

/// The policies of an input list: `PolicyInputList.1` and so on.
pub(super) fn given(documents: &[String], kind: Kind, list: &str) -> Result<Vec<Held>, Refusal> {
    let parse = |(place, document): (usize, &String)| -> Result<Held, Refusal> {
        Ok(Held {
            id: format!("{list}.{}", place + 1),
            policy: Policy::parse(document, kind).map_err(unreadable)?,
        })
    };
    documents.iter().enumerate().map(parse).collect()
}

/// Simulations refuse a document as an input like any other (IAM API reference,
/// SimulateCustomPolicy, errors).
#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
pub(super) fn unreadable(malformed: policy::Malformed) -> Refusal {
    Refusal::Simulation(Unsimulated::Unreadable(malformed.message().to_owned()))
}

/// The condition keys that policies mention, each once whatever its case.
pub(super) fn keys(policies: &[Held]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for key in policies.iter().flat_map(|held| held.policy.context_keys()) {
        if !keys.iter().any(|known| known.eq_ignore_ascii_case(key)) {
            keys.push(key.to_owned());
        }
    }
    keys
}
