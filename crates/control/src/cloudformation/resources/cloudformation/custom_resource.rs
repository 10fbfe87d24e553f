//! AWS::CloudFormation::CustomResource and Custom::…: a function makes, changes and deletes something, and answers to
//! an address (CloudFormation user guide, "Custom resources").

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::lambda::Invoke;

use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::waiting::{broken, mailbox, until_said};

pub(in super::super) struct CustomResource;

/// Seconds that a function may take: the property's greatest value, and what holds without it.
const MOST_SECONDS: u64 = 3600;
/// CloudFormation's quota for a response.
const MOST_PHYSICAL_ID: usize = 1024;

impl ResourceType for CustomResource {
    const NAME: &'static str = "AWS::CloudFormation::CustomResource";
    const PROPERTIES: &'static [Property] = &[
        always("ServiceToken").required(),
        always("ServiceTimeout"),
        // Everything else is the function's.
        always("*"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["*"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let answer = ask(work, "Create", &json!({}), None).await?;
        // A function that names nothing has made something all the same, for all that is known.
        let id = answer.physical_id.clone();
        let made = answer.made(id.unwrap_or_else(|| work.own_name(MOST_PHYSICAL_ID)));
        match answer.problem {
            None if answer.physical_id.is_none() => {
                Err(Failed::plainly("Invalid PhysicalResourceId").leaving(made))
            }
            None => Ok(made),
            Some(problem) => Err(Failed::plainly(problem).leaving(made)),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let more = json!({
            "PhysicalResourceId": before.physical_id,
            "OldResourceProperties": told(&before.properties),
        });
        let answer = ask(work, "Update", &more, None).await?;
        if let Some(problem) = &answer.problem {
            return Err(Failed::plainly(problem.clone()));
        }
        let id = answer.physical_id.clone();
        Ok(answer.made(id.unwrap_or_else(|| before.physical_id.clone())))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let more = json!({"PhysicalResourceId": made.physical_id});
        let answer = ask(work, "Delete", &more, Some(made)).await?;
        answer
            .problem
            .map_or(Ok(()), |problem| Err(Failed::plainly(problem)))
    }
}

/// What a function answered.
struct Answer {
    problem: Option<String>,
    physical_id: Option<String>,
    data: Map<String, Value>,
    no_echo: bool,
}

impl Answer {
    fn made(&self, physical_id: String) -> Made {
        Made {
            physical_id,
            attributes: self.data.clone(),
            no_echo: self.no_echo,
        }
    }
}

/// Invokes the function, unless it was invoked before a restart, and waits for its answer.
async fn ask(
    work: &Work<'_>,
    request: &str,
    more: &Value,
    made: Option<&MadeResource>,
) -> Result<Answer, Failed> {
    let function = work.text("ServiceToken").unwrap_or_default();
    if !function.contains(":lambda:") {
        return Err(Failed::plainly(format!(
            "ServiceToken {function} is not supported by Portcullis: only functions are."
        )));
    }
    let rooms = work.control.rooms();
    let mailbox = mailbox(work, &work.token);
    mailbox.open(rooms).await.map_err(|error| broken(&error))?;
    let address = mailbox.address(rooms, &rooms.lambda.endpoint_of_functions());
    let mut event = json!({
        "RequestType": request,
        "ServiceToken": function,
        "ResponseURL": address,
        "StackId": work.stack.arn,
        "RequestId": work.token,
        "LogicalResourceId": work.logical_id,
        "ResourceType": kind(work, made),
        "ResourceProperties": told(work.properties),
    });
    if let (Value::Object(event), Value::Object(more)) = (&mut event, more) {
        event.extend(more.clone());
    }
    let input = json!({
        "FunctionName": function,
        "InvocationType": "Event",
        "Payload": STANDARD.encode(event.to_string()),
    });
    let waited = match work.call::<Invoke>(input).await {
        Ok(_) => {
            let first = |said: &[String]| said.first().cloned();
            let answered = until_said(work, within(work), &mailbox, first);
            answered.await.map_err(|over| over.failed(|| late(work)))
        }
        Err(failed) => Err(failed),
    };
    mailbox.close(rooms).await.map_err(|error| broken(&error))?;
    match waited {
        Ok(text) => Ok(read(work, &text)),
        // Whether it made anything nobody knows: it is told to delete it.
        Err(failed) if request == "Create" && is_late(&failed) => Ok(Answer {
            problem: Some(failed.message),
            physical_id: None,
            data: Map::new(),
            no_echo: false,
        }),
        Err(failed) => Err(failed),
    }
}

fn is_late(failed: &Failed) -> bool {
    failed.message.starts_with("CloudFormation did not receive")
        || failed.message == "Resource creation cancelled"
}

fn late(work: &Work<'_>) -> String {
    format!(
        "CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [{}]. If you are using the Python cfn-response module, you may need to update your Lambda function code so that CloudFormation can attach the updated version.",
        work.token
    )
}

fn within(work: &Work<'_>) -> Duration {
    let given = work.text("ServiceTimeout");
    let seconds = given.and_then(|text| text.parse::<u64>().ok());
    Duration::from_secs(seconds.unwrap_or(MOST_SECONDS).clamp(1, MOST_SECONDS))
}

/// The type is what the template calls it.
fn kind(work: &Work<'_>, made: Option<&MadeResource>) -> String {
    made.map_or_else(|| work.kind.to_owned(), |made| made.kind.clone())
}

/// CloudFormation hands scalars over as texts.
fn told(properties: &Map<String, Value>) -> Value {
    fn text(value: &Value) -> Value {
        match value {
            Value::Bool(flag) => Value::String(flag.to_string()),
            Value::Number(number) => Value::String(number.to_string()),
            Value::Array(items) => Value::Array(items.iter().map(text).collect()),
            Value::Object(members) => Value::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), text(value)))
                    .collect(),
            ),
            Value::Null | Value::String(_) => value.clone(),
        }
    }
    let properties = properties.iter();
    Value::Object(
        properties
            .filter(|(name, _)| *name != "ServiceTimeout")
            .map(|(name, value)| (name.clone(), text(value)))
            .collect(),
    )
}

/// Functions send `true` and `"true"`.
fn is_set(flag: Option<&Value>) -> bool {
    match flag {
        Some(Value::Bool(flag)) => *flag,
        Some(Value::String(text)) => text.eq_ignore_ascii_case("true"),
        _ => false,
    }
}

fn read(work: &Work<'_>, text: &str) -> Answer {
    let bad = |problem: &str| Answer {
        problem: Some(problem.to_owned()),
        physical_id: None,
        data: Map::new(),
        no_echo: false,
    };
    let Ok(Value::Object(answer)) = serde_json::from_str(text) else {
        return bad("Invalid response from custom resource: it is not a JSON object.");
    };
    let member = |name: &str| answer.get(name).and_then(Value::as_str);
    let physical_id = member("PhysicalResourceId").filter(|id| !id.is_empty());
    if physical_id.is_some_and(|id| id.len() > MOST_PHYSICAL_ID) {
        return bad("PhysicalResourceId of the custom resource is longer than 1024 bytes.");
    }
    let problem = match member("Status") {
        Some("SUCCESS") => None,
        Some(status) => Some(format!(
            "Received response status [{status}] from custom resource. Message returned: {} (RequestId: {})",
            member("Reason").unwrap_or_default(),
            work.token
        )),
        None => Some("Invalid response from custom resource: it has no Status.".to_owned()),
    };
    let data = answer.get("Data").and_then(Value::as_object);
    Answer {
        problem,
        physical_id: physical_id.map(str::to_owned),
        data: data.cloned().unwrap_or_default(),
        no_echo: is_set(answer.get("NoEcho")),
    }
}
