//! Makes a rule, or changes it: what the call does not say is as if it had never been said, but for tags and targets.

use model::RuleRecord;
use store::StoreError;
use wire::Failure;
use wire::events::{PutRule, PutRuleRequest, PutRuleResponse};

use super::failures::{invalid, refuse_unserved};
use super::found::{ask, check_bus, id};
use super::tags;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::schedules::Expression;
use crate::tags::marked;

/// AWS's quota for an event bus.
const MOST_RULES: usize = 300;

impl Handle<PutRule> for Rooms {
    fn needs(&self, call: &Call, input: &PutRuleRequest) -> Result<Needs, Refused> {
        let ask = ask(call, "events:PutRule", &input.name);
        let tags = tags::map_of(input.tags.clone().unwrap_or_default());
        if tags.is_empty() {
            return Ok(ask.into());
        }
        Ok(ask.bringing_tags(&tags).into())
    }

    async fn handle(&self, authorized: Authorized<PutRule>) -> Result<PutRuleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let new = rule(&call, input)?;
        let answer = PutRuleResponse {
            rule_arn: Some(new.arn()),
        };
        loop {
            let Some(found) = self
                .records
                .get::<RuleRecord>(&id(&call, &new.name))
                .await?
            else {
                self.check_room(&call).await?;
                let made = RuleRecord {
                    tags: marked(new.tags.clone()),
                    ..new.clone()
                };
                match self.records.create(&made).await {
                    Ok(_) => return Ok(answer),
                    // Somebody else made it meanwhile.
                    Err(StoreError::Conflict { .. }) => continue,
                    Err(error) => return Err(error.into()),
                }
            };
            let changed = RuleRecord {
                targets: found.targets.clone(),
                tags: found.tags.clone(),
                ..new.clone()
            };
            match self.records.replace(&changed, found.version).await {
                Ok(_) => return Ok(answer),
                Err(StoreError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

impl Rooms {
    /// Each rule has a timer.
    async fn check_room(&self, call: &Call) -> Result<(), Refused> {
        if self.rules(call).await?.len() < MOST_RULES {
            return Ok(());
        }
        let message = "The requested resource exceeds the maximum number allowed.";
        Err(Failure::new("LimitExceededException", 400, message).into())
    }
}

fn rule(call: &Call, input: PutRuleRequest) -> Result<RuleRecord, Refused> {
    let state = input.state.as_deref().unwrap_or("ENABLED");
    refuse_unserved(&[
        (
            "EventPattern",
            input
                .event_pattern
                .as_deref()
                .is_some_and(|text| !text.is_empty()),
        ),
        ("RoleArn of a rule", input.role_arn.is_some()),
        (
            "The state ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
            !matches!(state, "ENABLED" | "DISABLED"),
        ),
    ])?;
    let expression = input.schedule_expression.filter(|text| !text.is_empty());
    let expression = expression.ok_or_else(|| {
        invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.")
    })?;
    match Expression::parse(&expression) {
        Some(Expression::Rate(_) | Expression::Cron(_)) => {}
        // Times that come once are EventBridge Scheduler's.
        Some(Expression::At(_)) | None => {
            return Err(invalid("Parameter ScheduleExpression is not valid."));
        }
    }
    let tags = tags::map_of(input.tags.unwrap_or_default());
    tags::WORDS.check(&tags)?;
    Ok(RuleRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        name: input.name,
        description: input.description,
        expression,
        enabled: state == "ENABLED",
        since: call.now(),
        targets: std::collections::BTreeMap::default(),
        tags,
    })
}
