//! Events of EventBridge Scheduler, which invokes in a role of its own.

use serde_json::json;

use super::bridge::check_dead_letters;
use super::{Event, Target};
use crate::sam::function::role::{assumed_by, invoke_policy, queue_policy};
use crate::sam::resource::Made;
use crate::sam::translator::Problem;
use crate::sam::values::{Json, Map, attribute, get, truthy};

pub(super) fn schedule(event: &Event<'_>, target: &Target) -> Result<Vec<Made>, Problem> {
    let mut made = Made::new(
        &event.id,
        "AWS::Scheduler::Schedule",
        target.attributes.clone(),
    )
    .with(
        "ScheduleExpression",
        event.needed("ScheduleExpression")?.clone(),
    )
    .with("State", event.given("State").filter(truthy));
    let named = event.given("Name").filter(truthy);
    if event.given("OmitName").is_some_and(|flag| truthy(&flag)) {
        if named.is_some() {
            return Err(event.problem("Name cannot be set when OmitName is True"));
        }
    } else {
        made.put("Name", named.unwrap_or_else(|| json!(event.id)));
    }
    let window = event.given("FlexibleTimeWindow").filter(truthy);
    made.put(
        "FlexibleTimeWindow",
        window.unwrap_or_else(|| json!({ "Mode": "OFF" })),
    );
    for name in [
        "Description",
        "StartDate",
        "EndDate",
        "ScheduleExpressionTimezone",
        "GroupName",
        "KmsKeyArn",
    ] {
        made.put(name, event.given(name));
    }
    let (queue, extra) = dead_letters(event, &target.attributes)?;
    let role = role(event, target, queue.as_ref());
    let role_arn = event.given("RoleArn").filter(truthy);
    let mut called = Map::new();
    called.insert("Arn".to_owned(), target.arn.clone());
    let own_arn = attribute(&role.id, "Arn");
    called.insert("RoleArn".to_owned(), role_arn.clone().unwrap_or(own_arn));
    for name in ["Input", "RetryPolicy"] {
        if let Some(value) = event.given(name) {
            called.insert(name.to_owned(), value);
        }
    }
    if let Some(queue) = &queue {
        called.insert("DeadLetterConfig".to_owned(), json!({ "Arn": queue }));
    }
    made.put("Target", Json::Object(called));
    let mut all = vec![made];
    all.extend(extra);
    if role_arn.is_none() {
        all.push(role);
    }
    Ok(all)
}

fn role(event: &Event<'_>, target: &Target, queue: Option<&Json>) -> Made {
    let mut policies = vec![invoke_policy(&target.arn, &event.id)];
    policies.extend(queue.map(|queue| queue_policy(queue, &event.id)));
    Made::new(
        format!("{}Role", event.id),
        "AWS::IAM::Role",
        target.attributes.clone(),
    )
    .with(
        "AssumeRolePolicyDocument",
        assumed_by("scheduler.amazonaws.com"),
    )
    .with("Policies", Json::Array(policies))
    .with(
        "PermissionsBoundary",
        event.given("PermissionsBoundary").filter(truthy),
    )
}

fn dead_letters(event: &Event<'_>, attributes: &Map) -> Result<(Option<Json>, Vec<Made>), Problem> {
    let Some(config) = event.given("DeadLetterConfig") else {
        return Ok((None, Vec::new()));
    };
    check_dead_letters(event, &config)?;
    if let Some(arn) = get(&config, "Arn") {
        return Ok((Some(arn.clone()), Vec::new()));
    }
    let id = get(&config, "QueueLogicalId").and_then(Json::as_str);
    let id = id.map_or_else(|| format!("{}Queue", event.id), str::to_owned);
    let queue = Made::new(&id, "AWS::SQS::Queue", attributes.clone());
    Ok((Some(attribute(&id, "Arn")), vec![queue]))
}
