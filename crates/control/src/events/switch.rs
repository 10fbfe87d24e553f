//! Lets a rule run, or rest.

use wire::events::{DisableRule, DisableRuleRequest, EnableRule, EnableRuleRequest};

use super::found::{ask, check_bus};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<EnableRule> for Rooms {
    fn needs(&self, call: &Call, input: &EnableRuleRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "events:EnableRule", &input.name).into())
    }

    async fn handle(&self, authorized: Authorized<EnableRule>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let now = call.now();
        self.change_rule(&call, &input.name, |rule| {
            if !rule.enabled {
                rule.enabled = true;
                rule.since = now;
            }
            Ok(())
        })
        .await
    }
}

impl Handle<DisableRule> for Rooms {
    fn needs(&self, call: &Call, input: &DisableRuleRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "events:DisableRule", &input.name).into())
    }

    async fn handle(&self, authorized: Authorized<DisableRule>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        self.change_rule(&call, &input.name, |rule| {
            rule.enabled = false;
            Ok(())
        })
        .await
    }
}
