//! AWS::CloudFormation::WaitCondition: waits until its handle was sent as many signals as it counts, or SignalResource
//! was called as often as its creation policy says.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use model::MadeResource;
use serde_json::{Value, json};

use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::wait_condition_handle::token_of;
use super::waiting::{broken, mailbox, until_said};
use crate::cloudformation::blueprint::Awaited;
use crate::cloudformation::signals::token_of_policy;

pub(in super::super) struct WaitCondition;

/// Template reference, "AWS::CloudFormation::WaitCondition": twelve hours at most.
const MOST_SECONDS: u64 = 43_200;

impl ResourceType for WaitCondition {
    const NAME: &'static str = "AWS::CloudFormation::WaitCondition";
    const PROPERTIES: &'static [Property] = &[always("Count"), always("Handle"), always("Timeout")];
    const ATTRIBUTES: &'static [&'static str] = &["Data"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        match work.awaited {
            Some(awaited) => signalled(work, awaited).await,
            None => told(work).await,
        }
    }

    /// AWS does not update it: the signals have come.
    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(Made {
            physical_id: before.physical_id.clone(),
            attributes: before.attributes.clone(),
            no_echo: before.no_echo,
        })
    }

    async fn delete(_: &Work<'_>, _: &MadeResource) -> Result<(), Failed> {
        Ok(())
    }
}

/// Waits for what the handle is sent.
async fn told(work: &Work<'_>) -> Result<Made, Failed> {
    let handle = work.required("Handle")?;
    let token = token_of(&handle).ok_or_else(|| {
        Failed::plainly(format!(
            "Handle {handle} is not the address of a wait condition handle."
        ))
    })?;
    let number = |property: &str| {
        work.text(property)
            .and_then(|text| text.parse::<u64>().ok())
    };
    let count = number("Count").unwrap_or(1);
    let seconds =
        number("Timeout").ok_or_else(|| Failed::plainly("Property Timeout cannot be empty."))?;
    let mailbox = mailbox(work, &token);
    let within = Duration::from_secs(seconds.min(MOST_SECONDS));
    let waited = until_said(work, within, &mailbox, |said| outcome(said, count));
    let data = waited.await.map_err(|over| {
        over.failed(|| {
            format!("WaitCondition timed out. Received 0 conditions when expecting {count}")
        })
    })?;
    let data = data.map_err(Failed::plainly)?;
    Ok(Made::new(work.own_name(255)).with("Data", data))
}

/// Waits for what a creation policy asks for.
async fn signalled(work: &Work<'_>, awaited: Awaited) -> Result<Made, Failed> {
    let token = token_of_policy(work.logical_id, work.generation);
    let (mailbox, rooms) = (mailbox(work, &token), work.control.rooms());
    mailbox.open(rooms).await.map_err(|error| broken(&error))?;
    let count = awaited.count;
    let waited = until_said(work, awaited.within, &mailbox, |said| enough(said, count)).await;
    mailbox.close(rooms).await.map_err(|error| broken(&error))?;
    let ended = waited.map_err(|over| {
        over.failed(|| {
            format!("Failed to receive {count} resource signal(s) within the specified duration")
        })
    })?;
    ended.map_err(Failed::plainly)?;
    Ok(Made::new(work.own_name(255)).with("Data", "{}"))
}

/// Whether there are enough signals of success, or one of failure.
fn enough(said: &[String], count: u64) -> Option<Result<(), String>> {
    let (mut succeeded, mut failed) = (BTreeSet::new(), BTreeSet::new());
    for text in said {
        let signal: Value = serde_json::from_str(text).unwrap_or_default();
        let id = text_of(&signal, "UniqueId");
        match text_of(&signal, "Status").as_str() {
            "SUCCESS" => succeeded.insert(id),
            _ => failed.insert(id),
        };
    }
    if !failed.is_empty() {
        return Some(Err(format!(
            "Received {} FAILURE signal(s) out of {count}. Unable to satisfy 100% MinSuccessfulInstancesPercent requirement",
            failed.len()
        )));
    }
    let received = u64::try_from(succeeded.len()).unwrap_or(u64::MAX);
    (received >= count).then_some(Ok(()))
}

/// The data of enough signals, or what one of them failed with; nothing yet.
fn outcome(said: &[String], count: u64) -> Option<Result<Value, String>> {
    let mut data = BTreeMap::new();
    for text in said {
        let Ok(signal) = serde_json::from_str::<Value>(text) else {
            continue;
        };
        let member = |name: &str| signal.get(name).and_then(Value::as_str).unwrap_or_default();
        if member("Status") == "FAILURE" {
            let reason = member("Reason");
            let message = format!(
                "WaitCondition received failed message: '{reason}' for uniqueId: {}",
                member("UniqueId")
            );
            return Some(Err(message));
        }
        data.insert(member("UniqueId").to_owned(), member("Data").to_owned());
    }
    let received = u64::try_from(data.len()).unwrap_or(u64::MAX);
    (received >= count).then(|| Ok(Value::String(json!(data).to_string())))
}
