//! One run at its time: whether the function may be invoked, and the event that it is given.

use ::lambda::Event;
use identity::invocation::{Invoker, grant};
use model::{FunctionArn, RuleRecord, ScheduleRecord, Timestamp};
use serde_json::{Value, json};

use crate::rooms::Rooms;
use crate::unattended::{Desk, Unattended, Way};

const EVENTS: &str = "events.amazonaws.com";
const SCHEDULER: &str = "scheduler.amazonaws.com";

/// Every target of a rule, each as its own policy allows (EventBridge user guide, "Using resource-based policies for
/// Amazon EventBridge", "Lambda permissions").
pub(super) async fn run_rule(rooms: &Rooms, rule: &RuleRecord, at: Timestamp) {
    let source_arn = rule.arn();
    for target in rule.targets.values() {
        let invoker = Invoker::Service {
            principal: EVENTS,
            source_arn: &source_arn,
            source_account: &rule.account,
        };
        let run = Unattended {
            way: Way::Schedule,
            service: "events",
            name: &rule.name,
            function: Some(&target.function),
            started: at,
        };
        let place = (rule.account.as_str(), rule.region.as_str());
        let event = notification("aws.events", place, &source_arn, (at, json!({})));
        let payload = target.input.clone().unwrap_or(event);
        hand_over(rooms, (&invoker, &target.function), &run, payload).await;
    }
}

/// In the role of the schedule (EventBridge Scheduler user guide, "Setting up the execution role").
pub(super) async fn run_schedule(rooms: &Rooms, schedule: &ScheduleRecord, at: Timestamp) {
    let invoker = Invoker::Role {
        principal: SCHEDULER,
        role_arn: &schedule.role,
    };
    let run = Unattended {
        way: Way::Schedule,
        service: "scheduler",
        name: &schedule.name,
        function: Some(&schedule.function),
        started: at,
    };
    let arn = schedule.arn();
    let payload = if let Some(input) = &schedule.input {
        filled(input, &arn, at)
    } else {
        let place = (schedule.account.as_str(), schedule.region.as_str());
        notification("aws.scheduler", place, &arn, (at, json!("{}")))
    };
    hand_over(rooms, (&invoker, &schedule.function), &run, payload).await;
}

/// Nobody waits for an answer, so that the journal alone tells why nothing ran.
async fn hand_over(
    rooms: &Rooms,
    (invoker, function): (&Invoker<'_>, &FunctionArn),
    run: &Unattended<'_>,
    payload: String,
) {
    let desk = Desk::of(rooms);
    let grant = match grant(&rooms.identity, invoker, function, run.started) {
        Ok(grant) => grant,
        Err(refused) => return run.refused(desk, &refused),
    };
    run.granted(desk, &grant);
    let event = Event {
        payload: payload.into(),
        ..Event::default()
    };
    if let Err(error) = rooms.lambda.enqueue(grant, event).await {
        let (service, name) = (run.service, run.name);
        tracing::warn!(%error, service, name, "a scheduled function could not be run");
        run.failed(desk, &error);
    }
}

/// What a target is given that says nothing else (EventBridge user guide, "Events from EventBridge", "Scheduled events").
fn notification(
    source: &str,
    (account, region): (&str, &str),
    arn: &str,
    (at, detail): (Timestamp, Value),
) -> String {
    json!({
        "version": "0",
        "id": uuid::Uuid::new_v4().to_string(),
        "detail-type": "Scheduled Event",
        "source": source,
        "account": account,
        "time": written(at),
        "region": region,
        "resources": [arn],
        "detail": detail,
    })
    .to_string()
}

/// The attributes of the context that an input may name (EventBridge Scheduler user guide, "Adding context attributes").
fn filled(input: &str, arn: &str, at: Timestamp) -> String {
    input
        .replace("<aws.scheduler.schedule-arn>", arn)
        .replace("<aws.scheduler.scheduled-time>", &written(at))
        .replace("<aws.scheduler.attempt-number>", "1")
        .replace(
            "<aws.scheduler.execution-id>",
            &uuid::Uuid::new_v4().to_string(),
        )
}

/// To the second.
fn written(at: Timestamp) -> String {
    let second = jiff::Timestamp::from_second(at.seconds());
    second.map(|at| at.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_may_name_what_runs() {
        let input =
            r#"{"arn":"<aws.scheduler.schedule-arn>","at":"<aws.scheduler.scheduled-time>"}"#;
        assert_eq!(
            filled(input, "arn:x", Timestamp::from_millis(1_500)),
            r#"{"arn":"arn:x","at":"1970-01-01T00:00:01Z"}"#
        );
    }

    #[test]
    fn an_event_tells_of_its_rule() {
        let event = notification(
            "aws.events",
            ("1", "r"),
            "arn:x",
            (Timestamp::from_millis(0), json!({})),
        );
        let event: Value = serde_json::from_str(&event).unwrap();
        assert_eq!(event["detail-type"], "Scheduled Event");
        assert_eq!(event["resources"], json!(["arn:x"]));
        assert_eq!(event["time"], "1970-01-01T00:00:00Z");
    }
}
