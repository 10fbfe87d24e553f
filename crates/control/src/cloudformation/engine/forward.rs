//! Going on: every resource is made what the design of the stack says.

use std::collections::{BTreeMap, BTreeSet};

use model::{StackOperationKind, StackOutput, StackRecord};

use super::frontier::Frontier;
use super::ledger::Unwritten;
use super::phases::Phase;
use super::steps::{Halt, Site};
use crate::clock::now;
use crate::cloudformation::blueprint::Blueprint;
use crate::cloudformation::stack_policy::StackPolicy;
use crate::cloudformation::{exports, masking};

/// How it went.
pub(super) enum Outcome {
    Done(Finished),
    Failed(String),
    Stopped,
}

pub(super) struct Finished {
    pub(super) outputs: Vec<StackOutput>,
    pub(super) imports: Vec<String>,
}

impl Phase<'_> {
    /// Makes what the stack's design says.
    pub(super) async fn forward(&self, stack: &StackRecord) -> Result<Outcome, Unwritten> {
        let by = match &self.by {
            Ok(by) => by,
            Err(reason) => return Ok(Outcome::Failed(reason.clone())),
        };
        let exports = exports::of(self.rooms, stack).await?;
        let blueprint = match Blueprint::of(&stack.design, &self.facts, exports) {
            Ok(blueprint) => blueprint,
            Err(invalid) => return Ok(Outcome::Failed(format!("{} ", invalid.message()))),
        };
        if let Some(name) = blueprint.missing_import() {
            return Ok(Outcome::Failed(format!("No export named {name} found. ")));
        }
        let policy = self.operation.policy.as_ref().or(stack.policy.as_ref());
        let policy = policy.and_then(|text| StackPolicy::parse(text).ok());
        let guard = policy
            .as_ref()
            .filter(|_| self.operation.kind == StackOperationKind::Update);
        let site = self.site(by, guard);
        let unserved = blueprint.unserved_properties();
        if !unserved.is_empty() {
            return halted(refuse_all(&site, &blueprint, unserved).await);
        }
        let Stepped { failed, is_late } = self.steps(&site, &blueprint, stack).await;
        if !failed.is_empty() {
            let halted = halted(failed)?;
            // What was cut off failed for want of time.
            return Ok(if is_late { too_late() } else { halted });
        }
        if self.stop.is_cancelled() {
            return Ok(Outcome::Stopped);
        }
        if self.cancelled.is_cancelled() {
            let by_user = Outcome::Failed("User Initiated".to_owned());
            return Ok(if is_late { too_late() } else { by_user });
        }
        match blueprint.outputs(&self.ledger) {
            Ok(outputs) => match exports::clash(self.rooms, stack, &outputs).await? {
                Some(reason) => Ok(Outcome::Failed(reason)),
                None => Ok(Outcome::Done(Finished {
                    outputs: self.echoed(outputs),
                    imports: blueprint.imports().into_iter().collect(),
                })),
            },
            Err(invalid) => Ok(Outcome::Failed(format!("{} ", invalid.message()))),
        }
    }

    /// Outputs without what a custom resource hides.
    fn echoed(&self, outputs: Vec<StackOutput>) -> Vec<StackOutput> {
        let hidden = self.ledger.hidden_attributes();
        let shown = outputs.into_iter().map(|mut output| {
            for secret in &hidden {
                output.value = output.value.replace(secret.as_str(), masking::HIDDEN);
            }
            output
        });
        shown.collect()
    }

    async fn steps(&self, site: &Site<'_>, blueprint: &Blueprint, stack: &StackRecord) -> Stepped {
        let needs: BTreeMap<String, Vec<String>> = blueprint
            .resources()
            .iter()
            .map(|(id, planned)| (id.clone(), planned.needs.clone()))
            .collect();
        let step = |id: String| async move {
            let outcome = site.step(blueprint, &id).await;
            (id, outcome)
        };
        let is_over = |failed: &[(String, Halt)]| {
            if !failed.is_empty() {
                self.cancelled.cancel();
            }
            self.cancelled.is_cancelled() || self.stop.is_cancelled()
        };
        let work = Frontier::of(&needs).work(step, is_over);
        let Some(minutes) = stack.timeout_minutes else {
            return Stepped::in_time(work.await);
        };
        tokio::pin!(work);
        let end = self
            .operation
            .started
            .plus_seconds(i64::from(minutes) * 60)
            .millis()
            .saturating_sub(now().millis());
        let left = std::time::Duration::from_millis(u64::try_from(end).unwrap_or_default());
        tokio::select! {
            failed = &mut work => Stepped::in_time(failed),
            () = tokio::time::sleep(left) => {
                self.cancelled.cancel();
                Stepped { failed: work.await, is_late: true }
            }
        }
    }
}

/// Says of every resource what of it is not served, before anything is made.
async fn refuse_all(
    site: &Site<'_>,
    blueprint: &Blueprint,
    unserved: Vec<(String, String)>,
) -> Vec<(String, Halt)> {
    let mut failed = Vec::new();
    for (id, wrong) in unserved {
        let Some(planned) = blueprint.resources().get(&id) else {
            continue;
        };
        let current = site.ledger.resource(&id);
        let refused = site.refuse(current, (&id, planned), &wrong).await;
        failed.extend(refused.err().map(|halt| (id, halt)));
    }
    failed
}

/// What failed of the steps, and whether the stack's time was over.
struct Stepped {
    failed: Vec<(String, Halt)>,
    is_late: bool,
}

impl Stepped {
    fn in_time(failed: Vec<(String, Halt)>) -> Self {
        Self {
            failed,
            is_late: false,
        }
    }
}

fn too_late() -> Outcome {
    Outcome::Failed("Stack creation time exceeded the specified timeout. ".to_owned())
}

/// Which resources failed, as the stack's reason.
fn halted(failed: Vec<(String, Halt)>) -> Result<Outcome, Unwritten> {
    let (mut created, mut updated) = (BTreeSet::new(), BTreeSet::new());
    for (id, halt) in failed {
        match halt {
            Halt::Failed { is_new: true } => created.insert(id),
            Halt::Failed { is_new: false } => updated.insert(id),
            Halt::Store(error) => return Err(error.into()),
        };
    }
    let told = |ids: BTreeSet<String>, verb: &str| {
        let ids: Vec<String> = ids.into_iter().collect();
        if ids.is_empty() {
            return String::new();
        }
        let ids = ids.join(", ");
        format!("The following resource(s) failed to {verb}: [{ids}]. ")
    };
    let reason = told(created, "create") + &told(updated, "update");
    Ok(Outcome::Failed(reason))
}
