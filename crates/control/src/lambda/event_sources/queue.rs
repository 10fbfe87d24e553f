//! The calls that a poller makes to SQS, in the execution role: each is decided on its own.

use identity::Caller;
use model::Arn;
use serde_json::{Value, json};

use super::calls::{self, Called, Fault};
use crate::control::Control;
use crate::courier::queue_url;
use crate::rooms::Rooms;

/// Whether the queue is there, for whoever the caller is.
pub(super) async fn look(rooms: &Rooms, caller: Caller, queue: &Arn) -> Result<(), Fault> {
    let control = Control::over(rooms);
    let input = json!({ "QueueUrl": queue_url(queue), "AttributeNames": ["QueueArn"] });
    let looked = call(&control, (caller, queue), "GetQueueAttributes", &input);
    looked.await.map(drop)
}

/// Waits for messages, as long as SQS lets anybody wait.
pub(super) async fn receive(
    control: &Control,
    by: (Caller, &Arn),
    (most, seconds): (u32, u32),
) -> Result<Vec<Value>, Fault> {
    let input = json!({
        "QueueUrl": queue_url(by.1),
        "MaxNumberOfMessages": most,
        "WaitTimeSeconds": seconds,
        "AttributeNames": ["All"],
        "MessageAttributeNames": ["All"],
    });
    let mut answer = call(control, by, "ReceiveMessage", &input).await?;
    match answer.get_mut("Messages").map(Value::take) {
        Some(Value::Array(messages)) => Ok(messages),
        Some(_) | None => Ok(Vec::new()),
    }
}

/// Takes messages out of the queue, ten at a time.
pub(super) async fn delete(
    control: &Control,
    (caller, queue): (&Caller, &Arn),
    receipts: &[String],
) -> Result<(), Fault> {
    for some in receipts.chunks(10) {
        let entries = some.iter().enumerate();
        let entries: Vec<Value> = entries
            .map(|(at, receipt)| json!({ "Id": at.to_string(), "ReceiptHandle": receipt }))
            .collect();
        let input = json!({ "QueueUrl": queue_url(queue), "Entries": entries });
        call(
            control,
            (caller.clone(), queue),
            "DeleteMessageBatch",
            &input,
        )
        .await?;
    }
    Ok(())
}

async fn call(
    control: &Control,
    (caller, queue): (Caller, &Arn),
    operation: &str,
    input: &Value,
) -> Result<Value, Fault> {
    let called = Called {
        service: "sqs",
        host: "sqs",
        region: queue.region(),
        version: "1.0",
        target: format!("AmazonSQS.{operation}"),
    };
    calls::call(control, caller, &called, input).await
}
