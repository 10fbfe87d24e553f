//! Events of EventBridge: rules and schedules.

use serde_json::json;

use super::{Event, Grant, Target, permission};
use crate::sam::resource::Made;
use crate::sam::translator::Problem;
use crate::sam::values::{Json, Map, attribute, get, reference, truthy};

const LONGEST_ID: usize = 64;
const SUFFIX: &str = "LambdaTarget";

pub(super) fn schedule(event: &Event<'_>, target: &Target) -> Result<Vec<Made>, Problem> {
    let mut rule = Made::new(&event.id, "AWS::Events::Rule", target.attributes.clone())
        .with("ScheduleExpression", event.needed("Schedule")?.clone());
    rule.put("Name", event.given("Name"));
    rule.put("Description", event.given("Description"));
    finished(event, target, rule, None)
}

pub(super) fn rule(event: &Event<'_>, target: &Target) -> Result<Vec<Made>, Problem> {
    let rule = Made::new(&event.id, "AWS::Events::Rule", target.attributes.clone())
        .with("EventBusName", event.given("EventBusName"))
        .with("EventPattern", event.given("Pattern"))
        .with("Name", event.given("RuleName"));
    let id = event
        .given("Target")
        .and_then(|given| get(&given, "Id").cloned());
    finished(event, target, rule, id)
}

fn finished(
    event: &Event<'_>,
    target: &Target,
    mut rule: Made,
    id: Option<Json>,
) -> Result<Vec<Made>, Problem> {
    let enabled = event.given("Enabled");
    match event.given("State").filter(truthy) {
        Some(_) if enabled.is_some() => {
            return Err(event.problem("State and Enabled Properties cannot both be specified."));
        }
        Some(state) => rule.put("State", state),
        None => {
            let state = enabled.map(|flag| if truthy(&flag) { "ENABLED" } else { "DISABLED" });
            rule.put("State", state.map(|state| json!(state)));
        }
    }
    let source = attribute(&rule.id, "Arn");
    let (queue, extra) = dead_letters(event, &source, &target.attributes)?;
    let mut called = Map::new();
    called.insert("Arn".to_owned(), target.arn.clone());
    called.insert(
        "Id".to_owned(),
        id.unwrap_or_else(|| json!(target_id(&event.id))),
    );
    for name in ["Input", "InputPath", "RetryPolicy", "InputTransformer"] {
        if let Some(value) = event.given(name) {
            called.insert(name.to_owned(), value);
        }
    }
    if let Some(queue) = queue {
        called.insert("DeadLetterConfig".to_owned(), json!({ "Arn": queue }));
    }
    rule.put("Targets", json!([called]));
    let grant = Grant {
        principal: "events.amazonaws.com",
        source_arn: Some(source),
        ..Grant::default()
    };
    let mut made = vec![rule];
    made.extend(extra);
    made.push(permission(event, target, grant));
    Ok(made)
}

fn target_id(id: &str) -> String {
    let room = LONGEST_ID - SUFFIX.len();
    let kept: String = id.chars().take(room).collect();
    format!("{kept}{SUFFIX}")
}

/// The queue for what can't be delivered: named, or made with a policy that lets the rule write to it.
fn dead_letters(
    event: &Event<'_>,
    rule: &Json,
    attributes: &Map,
) -> Result<(Option<Json>, Vec<Made>), Problem> {
    let Some(config) = event.given("DeadLetterConfig") else {
        return Ok((None, Vec::new()));
    };
    check_dead_letters(event, &config)?;
    if let Some(arn) = get(&config, "Arn") {
        return Ok((Some(arn.clone()), Vec::new()));
    }
    let id = get(&config, "QueueLogicalId").and_then(Json::as_str);
    let id = id.map_or_else(|| format!("{}Queue", event.id), str::to_owned);
    let arn = attribute(&id, "Arn");
    let policy = json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Action": "sqs:SendMessage",
            "Effect": "Allow",
            "Principal": { "Service": "events.amazonaws.com" },
            "Resource": arn,
            "Condition": { "ArnEquals": { "aws:SourceArn": rule } },
        }],
    });
    let made = vec![
        Made::new(&id, "AWS::SQS::Queue", attributes.clone()),
        Made::new(
            format!("{}QueuePolicy", event.id),
            "AWS::SQS::QueuePolicy",
            attributes.clone(),
        )
        .with("PolicyDocument", policy)
        .with("Queues", json!([reference(&id)])),
    ];
    Ok((Some(arn), made))
}

pub(super) fn check_dead_letters(event: &Event<'_>, config: &Json) -> Result<(), Problem> {
    let (arn, kind) = (config.get("Arn"), config.get("Type"));
    match (arn, kind) {
        (Some(_), Some(_)) => {
            Err(event
                .problem("You can either define 'Arn' or 'Type' property of DeadLetterConfig."))
        }
        (None, None) => {
            Err(event.problem("No 'Arn' or 'Type' property provided for DeadLetterConfig."))
        }
        (None, Some(kind)) if kind != &json!("SQS") => {
            Err(event
                .problem("The only valid value for 'Type' property of DeadLetterConfig is 'SQS'."))
        }
        _ => Ok(()),
    }
}
