//! Deletes a rule that has no targets any more. That there is none is no error.

use model::RuleRecord;
use wire::events::{DeleteRule, DeleteRuleRequest};

use super::failures::invalid;
use super::found::{ask, check_bus, id};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRule> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteRuleRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "events:DeleteRule", &input.name).into())
    }

    /// `Force` is for rules that AWS's services manage; there are none here.
    async fn handle(&self, authorized: Authorized<DeleteRule>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let id = id(&call, &input.name);
        let Some(rule) = self.records.get::<RuleRecord>(&id).await? else {
            return Ok(());
        };
        if !rule.targets.is_empty() {
            return Err(invalid("Rule can't be deleted since it has targets."));
        }
        self.records.delete::<RuleRecord>(&id, rule.version).await?;
        Ok(())
    }
}
