//! The resource policies of a function: one for each qualifier that has grants.

use std::collections::BTreeMap;

use model::{FunctionArn, FunctionRecord, Qualifier, ResourcePolicy};
use policy::Kind;

use super::NamedPolicy;

#[derive(Debug)]
pub struct FunctionPolicies {
    arn: FunctionArn,
    policies: BTreeMap<Option<Qualifier>, NamedPolicy>,
    /// Whether the function's own policy has a say about its versions and aliases.
    is_spread: bool,
}

impl FunctionPolicies {
    pub(super) fn compile(record: &FunctionRecord) -> Self {
        let arn = record.arn();
        let spread = record.policies.get("");
        let spread = spread.filter(|policy| names_more_than(policy, &arn));
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
                let spread = spread.filter(|_| qualifier.is_some());
                let document = spread.map_or_else(|| policy.document(), |all| both(policy, all));
                let compiled = NamedPolicy::compile(name, &document, Kind::Resource);
                Some((qualifier, compiled))
            })
            .collect();
        Self {
            arn,
            policies,
            is_spread: spread.is_some(),
        }
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
            Some(_) => {
                let function = || self.policies.get(&None).filter(|_| self.is_spread);
                self.policies.get(qualifier).or_else(function)
            }
        }
    }
}

/// Whether a policy may be about versions and aliases too: one that was written whole may name them ("you
/// can also use a wildcard character to specify all of your function's versions and aliases"), while
/// AddPermission's statements name the function and nothing else.
fn names_more_than(policy: &ResourcePolicy, function: &FunctionArn) -> bool {
    let function = serde_json::Value::from(function.to_string());
    policy.statements.iter().any(|statement| {
        let statement: Option<serde_json::Value> = serde_json::from_str(&statement.document).ok();
        let resource = statement.and_then(|statement| statement.get("Resource").cloned());
        resource.as_ref() != Some(&function)
    })
}

/// The statements of a qualifier and those of the whole function, each with its own resource.
fn both(own: &ResourcePolicy, function: &ResourcePolicy) -> String {
    let statements = own.statements.iter().chain(&function.statements);
    ResourcePolicy {
        statements: statements.cloned().collect(),
        ..ResourcePolicy::default()
    }
    .document()
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
