//! Events of topics: directly, or through a queue.

use serde_json::json;

use super::{Event, Grant, Target, permission};
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, Map, attribute, get, reference, referenced, set, truthy};

impl Translator<'_> {
    pub(super) fn topic_event(
        &mut self,
        event: &Event<'_>,
        target: &Target,
        role: &mut Made,
    ) -> Result<Vec<Made>, Problem> {
        let topic = event.needed("Topic")?.clone();
        let Some(by_queue) = event.given("SqsSubscription").filter(truthy) else {
            let grant = Grant {
                principal: "sns.amazonaws.com",
                source_arn: Some(topic.clone()),
                ..Grant::default()
            };
            let subscribed = subscription(event, target, "lambda", &target.arn, &topic);
            return Ok(vec![permission(event, target, grant), subscribed]);
        };
        if by_queue.is_boolean() {
            return self.own_queue(event, target, &topic, role);
        }
        let arn = set(&by_queue, "QueueArn").cloned();
        let url = set(&by_queue, "QueueUrl").cloned();
        let (Some(arn), Some(url)) = (arn, url) else {
            return Err(event.problem("No QueueARN or QueueURL provided."));
        };
        let policy_id = get(&by_queue, "QueuePolicyLogicalId").and_then(Json::as_str);
        let mut made = self.mapping(event, target, (&arn, get(&by_queue, "BatchSize")), role)?;
        made.push(policy(event, target, policy_id, &topic, (&arn, &url)));
        made.push(subscription(event, target, "sqs", &arn, &topic));
        Ok(made)
    }

    fn own_queue(
        &mut self,
        event: &Event<'_>,
        target: &Target,
        topic: &Json,
        role: &mut Made,
    ) -> Result<Vec<Made>, Problem> {
        let id = format!("{}Queue", event.id);
        let fifo = referenced(topic)
            .and_then(|topic| self.resource(topic)?.pointer("/Properties/FifoTopic"))
            .map(|flag| self.values.resolved(flag))
            .filter(truthy);
        let queue =
            Made::new(&id, "AWS::SQS::Queue", target.attributes.clone()).with("FifoQueue", fifo);
        let (arn, url) = (attribute(&id, "Arn"), reference(&id));
        let mut made = self.mapping(event, target, (&arn, None), role)?;
        made.push(queue);
        made.push(policy(event, target, None, topic, (&arn, &url)));
        made.push(subscription(event, target, "sqs", &arn, topic));
        Ok(made)
    }

    fn mapping(
        &mut self,
        event: &Event<'_>,
        target: &Target,
        (queue, batch): (&Json, Option<&Json>),
        role: &mut Made,
    ) -> Result<Vec<Made>, Problem> {
        let mut own = Map::new();
        own.insert("Queue".to_owned(), queue.clone());
        let batch = batch.filter(|batch| truthy(batch)).cloned();
        own.insert("BatchSize".to_owned(), batch.unwrap_or_else(|| json!(10)));
        own.insert("Enabled".to_owned(), json!(true));
        let mapping = Event {
            function: event.function,
            name: event.name,
            id: format!("{}EventSourceMapping", event.id),
            own,
        };
        self.pull_event("SQS", &mapping, target, role)
    }
}

fn subscription(
    event: &Event<'_>,
    target: &Target,
    protocol: &str,
    endpoint: &Json,
    topic: &Json,
) -> Made {
    let mut made = Made::new(
        &event.id,
        "AWS::SNS::Subscription",
        target.attributes.clone(),
    )
    .with("Protocol", json!(protocol))
    .with("Endpoint", endpoint.clone())
    .with("TopicArn", topic.clone());
    for name in [
        "Region",
        "FilterPolicy",
        "FilterPolicyScope",
        "RedrivePolicy",
    ] {
        made.put(name, event.given(name));
    }
    made
}

fn policy(
    event: &Event<'_>,
    target: &Target,
    id: Option<&str>,
    topic: &Json,
    (arn, url): (&Json, &Json),
) -> Made {
    let id = id.map_or_else(|| format!("{}QueuePolicy", event.id), str::to_owned);
    let document = json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Action": "sqs:SendMessage",
            "Effect": "Allow",
            "Principal": "*",
            "Resource": arn,
            "Condition": { "ArnEquals": { "aws:SourceArn": topic } },
        }],
    });
    Made::new(id, "AWS::SQS::QueuePolicy", target.attributes.clone())
        .with("PolicyDocument", document)
        .with("Queues", json!([url]))
}
