//! `EventInvokeConfig`: where results of asynchronous invocations go.

use serde_json::json;

use super::Function;
use super::role::{bucket_policy, bus_policy, invoke_policy, queue_policy, topic_policy};
use crate::sam::hash;
use crate::sam::resource::{Made, kept};
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, Map, attribute, branches, choice, get, is_no_value, reference};

const LONGEST_CONDITION: usize = 255;

/// A destination, and what there has to be for it.
struct Destination {
    arn: Json,
    made: Option<Made>,
    policy: Option<Json>,
}

impl Translator<'_> {
    pub(super) fn invoke_config(
        &mut self,
        function: &Function<'_>,
        alias: Option<&Made>,
        config: &Json,
        policies: &mut Vec<Json>,
    ) -> Result<Vec<Made>, Problem> {
        let config = self.values.resolved(config);
        let id = format!("{}EventInvokeConfig", function.id);
        let mut made = Vec::new();
        let mut destinations = Map::new();
        for name in ["OnSuccess", "OnFailure"] {
            let given = get(&config, "DestinationConfig").and_then(|all| get(all, name));
            let Some(given) = given else { continue };
            let destination = self.destination(function, given, name, &id)?;
            destinations.insert(name.to_owned(), json!({ "Destination": destination.arn }));
            made.extend(destination.made);
            policies.extend(destination.policy);
        }
        let qualifier = alias.and_then(|alias| alias.properties.get("Name").cloned());
        let own = Made::new(
            &id,
            "AWS::Lambda::EventInvokeConfig",
            kept(function.resource),
        )
        .depends_on(alias.map(|alias| json!([alias.id])))
        .with("FunctionName", reference(function.id))
        .with("Qualifier", qualifier.unwrap_or_else(|| json!("$LATEST")))
        .with("DestinationConfig", Json::Object(destinations))
        .with(
            "MaximumEventAgeInSeconds",
            config.get("MaximumEventAgeInSeconds").cloned(),
        )
        .with(
            "MaximumRetryAttempts",
            config.get("MaximumRetryAttempts").cloned(),
        );
        made.push(own);
        Ok(made)
    }

    /// Topics and queues are made where none is named.
    fn destination(
        &mut self,
        function: &Function<'_>,
        given: &Json,
        event: &str,
        id: &str,
    ) -> Result<Destination, Problem> {
        let kind = get(given, "Type")
            .and_then(Json::as_str)
            .unwrap_or_default();
        if !matches!(kind, "SQS" | "SNS" | "EventBridge" | "Lambda" | "S3Bucket") {
            return Err(function.problem(format!(
                "'Type: {kind}' must be one of ['SQS', 'SNS', 'EventBridge', 'Lambda', 'S3Bucket']"
            )));
        }
        let named = get(given, "Destination");
        let (condition, otherwise) = self.half(named, id);
        let own_id = format!("{id}{event}");
        if let Some(named) = named.filter(|_| condition.is_none()) {
            return Ok(Destination {
                arn: named.clone(),
                made: None,
                policy: policy(kind, named, &own_id),
            });
        }
        let attributes = function.passed();
        let (mut made, arn) = match kind {
            "SQS" => {
                let queue = Made::new(format!("{own_id}Queue"), "AWS::SQS::Queue", attributes);
                let arn = attribute(&queue.id, "Arn");
                (queue, arn)
            }
            "SNS" => {
                let topic = Made::new(format!("{own_id}Topic"), "AWS::SNS::Topic", attributes);
                let arn = topic.reference();
                (topic, arn)
            }
            _ => {
                return Err(
                    function.problem("Destination is required if Type is not ['SQS', 'SNS']")
                );
            }
        };
        let arn = match (&condition, otherwise) {
            (Some(condition), Some(otherwise)) => choice(condition, arn, otherwise),
            _ => arn,
        };
        if let Some(condition) = self.both(function, condition) {
            made.attributes.insert("Condition".to_owned(), condition);
        }
        let policy = policy(kind, &arn, &own_id);
        Ok(Destination {
            arn,
            made: Some(made),
            policy,
        })
    }

    /// A destination that is named under a condition alone: that under which none is, and the name.
    fn half(&mut self, named: Option<&Json>, id: &str) -> (Option<Json>, Option<Json>) {
        let Some((condition, yes, no)) = named.and_then(branches) else {
            return (None, None);
        };
        match (is_no_value(yes), is_no_value(no)) {
            (true, false) => (Some(condition.clone()), Some(no.clone())),
            (false, true) => {
                let name = condition.as_str().unwrap_or_default();
                let name = condition_name(&format!("NOT{name}"), id);
                let opposite = json!({ "Fn::Not": [{ "Condition": condition }] });
                self.conditions.insert(name.clone(), opposite);
                (Some(json!(name)), Some(yes.clone()))
            }
            _ => (None, None),
        }
    }

    /// The condition of the function and that of the destination together.
    fn both(&mut self, function: &Function<'_>, own: Option<Json>) -> Option<Json> {
        let whole = function.passed().get("Condition").cloned();
        let (Some(whole), Some(own)) = (&whole, &own) else {
            return own.or(whole);
        };
        let texts = (
            whole.as_str().unwrap_or_default(),
            own.as_str().unwrap_or_default(),
        );
        let name = condition_name(&format!("{}AND{}", texts.0, texts.1), function.id);
        let both = json!({ "Fn::And": [{ "Condition": whole }, { "Condition": own }] });
        self.conditions.insert(name.clone(), both);
        Some(json!(name))
    }
}

fn condition_name(name: &str, content: &str) -> String {
    let whole = hash::id(name, &json!(content));
    whole.chars().take(LONGEST_CONDITION).collect()
}

fn policy(kind: &str, arn: &Json, id: &str) -> Option<Json> {
    match kind {
        "SQS" => Some(queue_policy(arn, id)),
        "SNS" => Some(topic_policy(arn, id)),
        "EventBridge" => Some(bus_policy(arn, id)),
        "Lambda" => Some(invoke_policy(arn, id)),
        "S3Bucket" => Some(bucket_policy(arn, id)),
        _ => None,
    }
}
