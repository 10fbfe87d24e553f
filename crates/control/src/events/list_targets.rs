//! Lists what a rule invokes.

use model::RuleTarget;
use wire::events::{
    ListTargetsByRule, ListTargetsByRuleRequest, ListTargetsByRuleResponse, RetryPolicy, Target,
};

use super::found::{ask, check_bus, page};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListTargetsByRule> for Rooms {
    fn needs(&self, call: &Call, input: &ListTargetsByRuleRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "events:ListTargetsByRule", &input.rule).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListTargetsByRule>,
    ) -> Result<ListTargetsByRuleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let rule = self.rule(&call, &input.rule).await?.record;
        let targets = rule.targets.into_iter().collect();
        let at = (input.next_token.as_deref(), input.limit);
        let (targets, next_token) = page(targets, at, |(id, _): &(String, RuleTarget)| id.clone())?;
        Ok(ListTargetsByRuleResponse {
            targets: Some(targets.into_iter().map(shown).collect()),
            next_token,
        })
    }
}

fn shown((id, target): (String, RuleTarget)) -> Target {
    Target {
        id,
        arn: target.function.to_string(),
        input: target.input,
        retry_policy: target.retries.map(|retries| RetryPolicy {
            maximum_retry_attempts: retries.attempts,
            maximum_event_age_in_seconds: retries.age_seconds,
        }),
        ..Target::default()
    }
}
