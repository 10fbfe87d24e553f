//! The resource policies of a function: one for each qualifier that has grants.

use std::collections::BTreeMap;

use model::{FunctionArn, FunctionRecord, Qualifier};
use policy::Kind;

use super::NamedPolicy;

#[derive(Debug)]
pub struct FunctionPolicies {
    arn: FunctionArn,
    policies: BTreeMap<Option<Qualifier>, NamedPolicy>,
}

impl FunctionPolicies {
    pub(super) fn compile(record: &FunctionRecord) -> Self {
        let arn = record.arn();
        let policies = record
            .policies
            .iter()
            .filter(|(_, policy)| !policy.statements.is_empty())
            .filter_map(|(key, policy)| {
                let qualifier = qualifier_of(&arn, key)?;
                let name = format!(
                    "resource policy of {}",
                    arn.with_qualifier(qualifier.clone())
                );
                let compiled = NamedPolicy::compile(name, &policy.document(), Kind::Resource);
                Some((qualifier, compiled))
            })
            .collect();
        Self { arn, policies }
    }

    /// The unqualified ARN.
    pub fn arn(&self) -> &FunctionArn {
        &self.arn
    }

    /// The policy of exactly this qualifier. `$LATEST` has none of its own: AddPermission refuses
    /// it as a qualifier, so the policy of the unqualified function speaks for it.
    pub fn policy(&self, qualifier: &Option<Qualifier>) -> Option<&NamedPolicy> {
        match qualifier {
            None | Some(Qualifier::Latest) => self.policies.get(&None),
            Some(_) => self.policies.get(qualifier),
        }
    }
}

/// The record keeps the unqualified policy under the empty key. A key that is no qualifier can't
/// be invoked, so its policy is left out.
#[expect(
    clippy::option_option,
    reason = "outside: is the key usable; inside: is there a qualifier"
)]
fn qualifier_of(function: &FunctionArn, key: &str) -> Option<Option<Qualifier>> {
    if key.is_empty() {
        return Some(None);
    }
    let qualifier = Qualifier::new(key);
    if qualifier.is_err() {
        tracing::error!(%function, key, "a resource policy under an impossible qualifier is left out");
    }
    qualifier.ok().map(Some)
}
