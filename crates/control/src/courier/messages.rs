//! Requests for each kind of target (Lambda developer guide, "Capturing records of Lambda asynchronous
//! invocations"; the key in a bucket and the words of an event are from the same page).

use bytes::Bytes;
use http::{Request, header};
use lambda::{Message, Parcel, Undelivered, Verdict};
use model::Arn;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

const FORM: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

pub(super) fn request(parcel: &Parcel) -> Result<Request<Bytes>, Undelivered> {
    let target = &parcel.target;
    let built = match (target.service(), &parcel.message) {
        ("sqs", message) => to_queue(target, message),
        ("sns", message) => to_topic(target, message),
        ("events", Message::Destination { verdict, record }) => to_bus(parcel, *verdict, record),
        ("s3", Message::Destination { record, .. }) => {
            let folder = format!("async/{}", parcel.function.name);
            to_bucket(parcel, &folder, record)
        }
        ("s3", Message::Discarded { record, folder }) => to_bucket(parcel, folder, record),
        (
            service,
            Message::Destination { .. } | Message::Discarded { .. } | Message::DeadLetter { .. },
        ) => {
            return Err(Undelivered(format!("{service} takes no such message")));
        }
    };
    built.map_err(|error| Undelivered(error.to_string()))
}

/// Whether EventBridge refused the one event of a call.
pub(super) fn is_failed_entry(answer: &[u8]) -> bool {
    let answer: Option<Value> = serde_json::from_slice(answer).ok();
    let failed = answer
        .as_ref()
        .and_then(|answer| answer.get("FailedEntryCount"));
    failed
        .and_then(Value::as_u64)
        .is_some_and(|count| count > 0)
}

fn json_call(
    (service, region): (&str, &str),
    (version, target): (&str, &str),
    input: &Value,
) -> Result<Request<Bytes>, http::Error> {
    Request::post("/")
        .header(header::HOST, format!("{service}.{region}.amazonaws.com"))
        .header(
            header::CONTENT_TYPE,
            format!("application/x-amz-json-{version}"),
        )
        .header("x-amz-target", target)
        .body(Bytes::from(input.to_string()))
}

/// The attributes of a message for a dead-letter target, with their types.
fn attributes(message: &Message) -> Vec<(&'static str, &'static str, String)> {
    match message {
        Message::Destination { .. } | Message::Discarded { .. } => Vec::new(),
        Message::DeadLetter {
            request_id,
            error_code,
            error_message,
            ..
        } => vec![
            ("RequestID", "String", request_id.clone()),
            ("ErrorCode", "Number", error_code.to_string()),
            ("ErrorMessage", "String", error_message.clone()),
        ],
    }
}

fn text(message: &Message) -> &str {
    match message {
        Message::Destination { record, .. } | Message::Discarded { record, .. } => record,
        Message::DeadLetter { body, .. } => body,
    }
}

fn to_queue(target: &Arn, message: &Message) -> Result<Request<Bytes>, http::Error> {
    let attributes: serde_json::Map<String, Value> = attributes(message)
        .into_iter()
        .map(|(name, kind, value)| {
            let value = json!({ "DataType": kind, "StringValue": value });
            (name.to_owned(), value)
        })
        .collect();
    let mut input = json!({ "QueueUrl": queue_url(target), "MessageBody": text(message) });
    if let (false, Some(input)) = (attributes.is_empty(), input.as_object_mut()) {
        input.insert("MessageAttributes".to_owned(), Value::Object(attributes));
    }
    json_call(
        ("sqs", target.region()),
        ("1.0", "AmazonSQS.SendMessage"),
        &input,
    )
}

/// As AWS has it; whoever sends it on puts the endpoint's own address in front.
pub(crate) fn queue_url(queue: &Arn) -> String {
    let (region, account, name) = (queue.region(), queue.account(), queue.resource());
    format!("https://sqs.{region}.amazonaws.com/{account}/{name}")
}

fn to_topic(target: &Arn, message: &Message) -> Result<Request<Bytes>, http::Error> {
    let mut form = vec![
        ("Action".to_owned(), "Publish".to_owned()),
        ("Version".to_owned(), "2010-03-31".to_owned()),
        ("TopicArn".to_owned(), target.to_string()),
        ("Message".to_owned(), text(message).to_owned()),
    ];
    for (at, (name, kind, value)) in attributes(message).into_iter().enumerate() {
        let entry = format!("MessageAttributes.entry.{}", at + 1);
        form.push((format!("{entry}.Name"), name.to_owned()));
        form.push((format!("{entry}.Value.DataType"), kind.to_owned()));
        form.push((format!("{entry}.Value.StringValue"), value));
    }
    let pairs = form.iter().map(|(name, value)| {
        let (name, value) = (
            utf8_percent_encode(name, FORM),
            utf8_percent_encode(value, FORM),
        );
        format!("{name}={value}")
    });
    let body = pairs.collect::<Vec<_>>().join("&");
    let region = target.region();
    Request::post("/")
        .header(header::HOST, format!("sns.{region}.amazonaws.com"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Bytes::from(body))
}

fn to_bus(parcel: &Parcel, verdict: Verdict, record: &str) -> Result<Request<Bytes>, http::Error> {
    let (bus, function) = (parcel.target.to_string(), parcel.function.to_string());
    let outcome = match verdict {
        Verdict::Success => "Success",
        Verdict::Failure => "Failure",
    };
    let entry = json!({
        "Source": "lambda",
        "DetailType": format!("Lambda Function Invocation Result - {outcome}"),
        "Resources": [bus, function],
        "Detail": record,
        "EventBusName": bus,
    });
    json_call(
        ("events", parcel.target.region()),
        ("1.1", "AWSEvents.PutEvents"),
        &json!({ "Entries": [entry] }),
    )
}

fn to_bucket(parcel: &Parcel, folder: &str, record: &str) -> Result<Request<Bytes>, http::Error> {
    let now = jiff::Timestamp::now();
    let (day, moment) = (now.strftime("%Y/%m/%d"), now.strftime("%Y-%m-%dT%H.%M.%S"));
    let bucket = parcel.target.resource();
    let id = uuid::Uuid::new_v4();
    let path = format!("/{bucket}/aws/lambda/{folder}/{day}/{moment}-{id}");
    let region = &parcel.function.region;
    Request::put(path)
        .header(header::HOST, format!("s3.{region}.amazonaws.com"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Bytes::from(record.to_owned()))
}

#[cfg(test)]
mod tests {
    use identity::{AuthMode, Config, Identity, Permissions, RootKey};
    use model::{AccountId, FunctionArn, Region};

    use super::*;

    fn parcel(target: &str, message: Message) -> Parcel {
        let identity = Identity::new(Config {
            account: AccountId::new("111111111111").unwrap(),
            region: Region::new("us-east-1").unwrap(),
            root_key: RootKey {
                id: "AKIAROOTROOTROOTROOT".into(),
                secret: "s".into(),
            },
            seal: [1; 32],
            auth: AuthMode::Strict,
            permissions: Permissions::Enforce,
        });
        let function = "arn:aws:lambda:us-east-1:111111111111:function:f:1";
        Parcel {
            caller: identity.nobody(),
            function: FunctionArn::parse(function).unwrap(),
            target: Arn::new(target).unwrap(),
            message,
        }
    }

    #[track_caller]
    fn check(target: &str, message: Message, holds: &[&str]) {
        let request = request(&parcel(target, message)).unwrap();
        let (parts, body) = request.into_parts();
        let said = format!(
            "{} {} {:?} {}",
            parts.method,
            parts.uri,
            parts.headers,
            String::from_utf8_lossy(&body)
        );
        for text in holds {
            assert!(said.contains(text), "{text} is not in {said}");
        }
    }

    fn record() -> Message {
        Message::Destination {
            verdict: Verdict::Failure,
            record: r#"{"version":"1.0"}"#.to_owned(),
        }
    }

    #[test]
    fn a_record_is_sent_to_each_kind_of_target() {
        check(
            "arn:aws:sqs:us-east-1:111111111111:q",
            record(),
            &[
                "AmazonSQS.SendMessage",
                r#""QueueUrl":"https://sqs.us-east-1.amazonaws.com/111111111111/q""#,
                r#""MessageBody":"{\"version\":\"1.0\"}""#,
            ],
        );
        check(
            "arn:aws:sns:us-east-1:111111111111:t",
            record(),
            &[
                "Action=Publish",
                "TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A111111111111%3At",
            ],
        );
        check(
            "arn:aws:events:us-east-1:111111111111:event-bus/b",
            record(),
            &[
                "AWSEvents.PutEvents",
                "Lambda Function Invocation Result - Failure",
                r#""Resources":["arn:aws:events:us-east-1:111111111111:event-bus/b","arn:aws:lambda:us-east-1:111111111111:function:f:1"]"#,
            ],
        );
        check(
            "arn:aws:s3:::bucket",
            record(),
            &["PUT /bucket/aws/lambda/async/f/20"],
        );
    }

    #[test]
    fn a_dead_letter_carries_its_error_in_attributes() {
        let letter = || Message::DeadLetter {
            body: "{}".to_owned(),
            request_id: "r-1".to_owned(),
            error_code: 200,
            error_message: "boom".to_owned(),
        };
        check(
            "arn:aws:sqs:us-east-1:111111111111:q",
            letter(),
            &[
                r#""ErrorCode":{"DataType":"Number","StringValue":"200"}"#,
                r#""RequestID":{"DataType":"String","StringValue":"r-1"}"#,
            ],
        );
        check(
            "arn:aws:sns:us-east-1:111111111111:t",
            letter(),
            &["MessageAttributes.entry.3.Name=ErrorMessage"],
        );
        let bucket = parcel("arn:aws:s3:::bucket", letter());
        assert!(request(&bucket).is_err());
    }

    #[test]
    fn an_event_that_the_bus_refused_did_not_arrive() {
        assert!(is_failed_entry(br#"{"FailedEntryCount":1,"Entries":[]}"#));
        assert!(!is_failed_entry(br#"{"FailedEntryCount":0}"#));
        assert!(!is_failed_entry(b"<xml/>"));
    }
}
