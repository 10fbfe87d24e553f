//! `CreationPolicy`: for how many signals a resource waits, and how long (CloudFormation template reference,
//! "CreationPolicy attribute").

use std::time::Duration;

use document::Entry;
use template::{Evaluated, Evaluator, Resource};

use super::Invalid;

/// Of the types that may have one, this alone is served.
const WAITS: &str = "AWS::CloudFormation::WaitCondition";
/// Without a time of its own, five minutes; twelve hours at most.
const USUAL: Duration = Duration::from_mins(5);
const MOST: Duration = Duration::from_hours(12);

/// The signals that a resource is complete with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cloudformation) struct Awaited {
    pub(in crate::cloudformation) count: u64,
    pub(in crate::cloudformation) within: Duration,
}

/// What the policy of a resource says.
pub(super) fn awaited(
    resource: &Resource<'_>,
    entry: &Entry,
    evaluator: &Evaluator<'_>,
) -> Result<Option<Awaited>, Invalid> {
    let id = resource.id;
    if resource.kind != WAITS {
        let reason = format!("CreationPolicy is not supported for resource {id}");
        return Err(Invalid::at(reason, entry.key_span.start));
    }
    let policy = evaluator.evaluate(&entry.node)?;
    if let Some(name) = other_than(&policy, &["ResourceSignal"]) {
        let reason = format!("CreationPolicy {name} is not supported for resource {id}");
        return Err(Invalid::at(reason, entry.key_span.start));
    }
    let Some(signal) = policy.get("ResourceSignal") else {
        return Ok(None);
    };
    if let Some(name) = other_than(signal, &["Count", "Timeout"]) {
        let reason = format!(
            "Encountered unsupported property {name} in the CreationPolicy of resource {id}"
        );
        return Err(Invalid::at(reason, entry.key_span.start));
    }
    let wrong = |name: &str, expected: &str| {
        let reason = format!("CreationPolicy {name} of resource {id} must be {expected}");
        Invalid::at(reason, entry.key_span.start)
    };
    let text = |name: &str| signal.get(name).and_then(Evaluated::known_text);
    let count = text("Count").map_or(Some(1), |text| text.parse::<u64>().ok());
    let count = count
        .filter(|count| *count > 0)
        .ok_or_else(|| wrong("Count", "a number of signals"))?;
    let within = text("Timeout").map_or(Some(USUAL), |text| duration(&text));
    let within = within
        .filter(|within| *within <= MOST)
        .ok_or_else(|| wrong("Timeout", "a duration of twelve hours at most, as PT15M"))?;
    Ok(Some(Awaited { count, within }))
}

fn other_than<'a>(value: &'a Evaluated, names: &[&str]) -> Option<&'a str> {
    let mut given = value.members().iter().map(|member| member.key.as_str());
    given.find(|name| !names.contains(name))
}

/// Of ISO 8601, as `PT1H30M`.
fn duration(text: &str) -> Option<Duration> {
    let parsed: jiff::SignedDuration = text.parse().ok()?;
    let is_iso = text.starts_with('P');
    Duration::try_from(parsed).ok().filter(|_| is_iso)
}
