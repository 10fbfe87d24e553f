//! The calls that a poller makes to SQS, in the execution role: each is decided on its own.

use bytes::Bytes;
use http::{Request, header};
use identity::Caller;
use model::{Arn, Region};
use serde_json::{Value, json};

use crate::body::read_whole;
use crate::control::{Control, Inside, Told};
use crate::courier::queue_url;
use crate::rooms::Rooms;

/// What SQS said instead of an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub(super) struct Fault {
    pub(super) code: String,
    pub(super) message: String,
}

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
    let fault = |code: &str, message: String| Fault {
        code: code.to_owned(),
        message,
    };
    let region = queue.region();
    let request = Request::post("/")
        .header(header::HOST, format!("sqs.{region}.amazonaws.com"))
        .header(header::CONTENT_TYPE, "application/x-amz-json-1.0")
        .header("x-amz-target", format!("AmazonSQS.{operation}"))
        .body(Bytes::from(input.to_string()))
        .map_err(|error| fault("InternalFailure", error.to_string()))?;
    let region = Region::new(region).map_err(|error| fault("InvalidAddress", error.to_string()))?;
    let answer = control.call(Inside {
        caller,
        service: "sqs".to_owned(),
        region,
        request,
        told: Told::Refusals,
    });
    let (parts, body) = answer.await.into_parts();
    let body = read_whole(body).await;
    let body = body.map_err(|cause| fault("InternalFailure", cause))?;
    let read: Value = serde_json::from_slice(&body).unwrap_or_default();
    if parts.status.is_success() {
        return Ok(read);
    }
    let legacy = parts.headers.get("x-amzn-query-error");
    let legacy = legacy.and_then(|value| value.to_str().ok()?.split(';').next());
    let own = read.get("__type").and_then(Value::as_str);
    let own = own.and_then(|name| name.rsplit('#').next());
    let message = ["message", "Message"]
        .iter()
        .find_map(|name| read.get(*name)?.as_str());
    let code = legacy.or(own).unwrap_or("InternalFailure");
    Err(fault(code, message.unwrap_or_default().to_owned()))
}
