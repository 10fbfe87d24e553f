//! Takes away what a rule invokes.

use wire::events::{
    RemoveTargets, RemoveTargetsRequest, RemoveTargetsResponse, RemoveTargetsResultEntry,
};

use super::found::{ask, check_bus};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<RemoveTargets> for Rooms {
    fn needs(&self, call: &Call, input: &RemoveTargetsRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "events:RemoveTargets", &input.rule).into())
    }

    /// What is not there is told, and no error.
    async fn handle(
        &self,
        authorized: Authorized<RemoveTargets>,
    ) -> Result<RemoveTargetsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let rule = self.rule(&call, &input.rule).await?.record;
        let missing = input
            .ids
            .iter()
            .filter(|id| !rule.targets.contains_key(*id));
        let failed: Vec<RemoveTargetsResultEntry> =
            missing.map(|id| not_there(&rule.name, id)).collect();
        self.change_rule(&call, &input.rule, |rule| {
            rule.targets.retain(|id, _| !input.ids.contains(id));
            Ok(())
        })
        .await?;
        Ok(RemoveTargetsResponse {
            failed_entry_count: i32::try_from(failed.len()).ok(),
            failed_entries: Some(failed),
        })
    }
}

fn not_there(rule: &str, id: &str) -> RemoveTargetsResultEntry {
    RemoveTargetsResultEntry {
        target_id: Some(id.to_owned()),
        error_code: Some("ResourceNotFoundException".to_owned()),
        error_message: Some(format!("Rule {rule} does not have target {id}.")),
    }
}
