//! What a role or a user did: its calls of AWS APIs that the journal holds, counted by operation.

use std::collections::BTreeMap;

use journal::{Entry, Journal};
use model::Arn;
use serde_json::{Value, json};

/// The stage under which the journal has calls of AWS APIs.
const CONTROL_PLANE: &str = "control-plane";

#[derive(Default)]
struct Count {
    calls: u64,
    refused: u64,
    last: i64,
}

/// `principal` is the ARN of a role, whose sessions count, or of a user.
pub(super) fn answer(journal: &Journal, principal: &str) -> Value {
    let entries = journal.recent(usize::MAX);
    let mut done: BTreeMap<(&str, &str), Count> = BTreeMap::new();
    let own = entries
        .iter()
        .filter(|entry| &*entry.stage == CONTROL_PLANE && is_of(entry, principal));
    for entry in own {
        let count = done.entry((&entry.api_id, &entry.path)).or_default();
        count.calls += 1;
        count.refused += u64::from(entry.is_refused());
        count.last = count.last.max(entry.started.millis());
    }
    let done = done.iter().map(|((service, operation), count)| {
        json!({
            "service": service,
            "operation": operation,
            "calls": count.calls,
            "refused": count.refused,
            "last": count.last,
        })
    });
    json!({ "principal": principal, "done": done.collect::<Vec<_>>() })
}

fn is_of(entry: &Entry, principal: &str) -> bool {
    let Some(caller) = entry.caller.as_deref() else {
        return false;
    };
    caller == principal || session_of(principal).is_some_and(|start| caller.starts_with(&start))
}

/// How the ARNs of a role's sessions begin: they have the role's name without its path.
fn session_of(role: &str) -> Option<String> {
    let arn = Arn::new(role).ok()?;
    let name = arn.resource().strip_prefix("role/")?.rsplit('/').next()?;
    let (partition, account) = (model::PARTITION, arn.account());
    Some(format!(
        "arn:{partition}:sts::{account}:assumed-role/{name}/"
    ))
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use journal::{Outcome, PermissionsMode, Recorder, Request};
    use model::Timestamp;

    use super::*;

    fn journal() -> Journal {
        let journal = Journal::default();
        for (stage, operation, caller) in [
            (CONTROL_PLANE, "GetItem", "assumed-role/worker/one"),
            (CONTROL_PLANE, "GetItem", "assumed-role/worker/two"),
            (CONTROL_PLANE, "PutItem", "assumed-role/worker/one"),
            (CONTROL_PLANE, "PutItem", "assumed-role/worker2/one"),
            ("prod", "/pets", "assumed-role/worker/one"),
        ] {
            let request = Request {
                request_id: "r".to_owned(),
                api_id: "dynamodb".into(),
                stage: stage.into(),
                method: "POST".into(),
                path: operation.to_owned(),
                source_ip: None,
                started: Timestamp::from_millis(7),
                permissions_mode: PermissionsMode::Enforce,
            };
            let mut recorder = Recorder::start(request, Instant::now());
            recorder.caller(format!("arn:aws:sts::111111111111:{caller}"));
            journal.record(recorder.finish(200, Outcome::Answered));
        }
        journal
    }

    #[track_caller]
    fn check(principal: &str, expected: &[(&str, u64)]) {
        let answer = answer(&journal(), principal);
        let done = answer["done"].as_array().unwrap().iter();
        let done: Vec<(&str, u64)> = done
            .map(|one| {
                (
                    one["operation"].as_str().unwrap(),
                    one["calls"].as_u64().unwrap(),
                )
            })
            .collect();
        assert_eq!(done, expected, "{principal}");
    }

    #[test]
    fn the_sessions_of_a_role_count_for_it() {
        let both = [("GetItem", 2), ("PutItem", 1)];
        check("arn:aws:iam::111111111111:role/worker", &both);
        check("arn:aws:iam::111111111111:role/team/worker", &both);
        check("arn:aws:iam::222222222222:role/worker", &[]);
        check("arn:aws:iam::111111111111:role/work", &[]);
        check("nobody", &[]);
    }
}
