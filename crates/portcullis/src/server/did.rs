//! What a role or a user did: what it was allowed, counted by action and resource since the start, and
//! its calls of AWS APIs that were refused, as long as the journal holds them.

use std::collections::BTreeMap;

use journal::{Entry, Journal, Outcome};
use model::Arn;
use serde_json::{Value, json};

/// The stage under which the journal has calls of AWS APIs.
const CONTROL_PLANE: &str = "control-plane";

#[derive(Default)]
struct Count {
    calls: u64,
    refused: u64,
    /// When it was refused last, in milliseconds since 1970.
    last: Option<i64>,
}

/// `principal` is the ARN of a role, whose sessions count, or of a user.
pub(super) fn answer(journal: &Journal, principal: &str) -> Value {
    let mut done: BTreeMap<(String, String), Count> = BTreeMap::new();
    for one in journal.uses().all() {
        if one.principal == principal {
            done.entry((one.action, one.resource)).or_default().calls += one.calls;
        }
    }
    let entries = journal.recent(usize::MAX);
    let refused = entries.iter().filter(|entry| {
        &*entry.stage == CONTROL_PLANE && is_denied(entry) && is_of(entry, principal)
    });
    for entry in refused {
        let action = format!("{}:{}", entry.api_id, entry.path);
        // What it was refused on is in the entry's decision; here the operation is enough.
        let count = done.entry((action, String::new())).or_default();
        count.calls += 1;
        count.refused += 1;
        count.last = count.last.max(Some(entry.started.millis()));
    }
    let done = done.iter().map(|((action, resource), count)| {
        json!({
            "action": action,
            "resource": resource,
            "calls": count.calls,
            "refused": count.refused,
            "last": count.last,
        })
    });
    json!({ "principal": principal, "done": done.collect::<Vec<_>>() })
}

/// Whether the caller itself may not: a document that can't be read, or a role that lacks something, are refused in
/// other words.
pub(super) fn is_denied(entry: &Entry) -> bool {
    match &entry.outcome {
        Outcome::Refused(refusal) => refusal.kind == "AccessDenied",
        Outcome::Answered => false,
    }
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

    use journal::{PermissionsMode, Recorder, Refusal, Request, StepKind};
    use model::Timestamp;

    use super::*;

    fn journal() -> Journal {
        let journal = Journal::default();
        for role in ["worker", "team/worker"] {
            let arn = format!("arn:aws:iam::111111111111:role/{role}");
            journal
                .uses()
                .note(&arn, "s3:GetObject", "arn:aws:s3:::b/k");
        }
        let denied = "AccessDenied";
        for (stage, operation, caller, kind) in [
            (CONTROL_PLANE, "GetItem", "assumed-role/worker/one", denied),
            (CONTROL_PLANE, "GetItem", "assumed-role/worker/two", denied),
            (CONTROL_PLANE, "PutItem", "assumed-role/worker2/one", denied),
            ("prod", "/pets", "assumed-role/worker/one", denied),
            // The caller may, and some role may not.
            (
                CONTROL_PLANE,
                "GetItem",
                "assumed-role/worker/one",
                "BadRequestException",
            ),
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
            let refusal = Refusal {
                layer: StepKind::Authorization,
                kind: kind.into(),
                cause: "no".to_owned(),
                fix: None,
                forms: None,
            };
            journal.record(recorder.finish(403, Outcome::refused(refusal)));
        }
        journal
    }

    #[track_caller]
    fn check(principal: &str, expected: &[(&str, u64, u64)]) {
        let answer = answer(&journal(), principal);
        let done = answer["done"].as_array().unwrap().iter();
        let done: Vec<(&str, u64, u64)> = done
            .map(|one| {
                let count = |name: &str| one[name].as_u64().unwrap();
                (
                    one["action"].as_str().unwrap(),
                    count("calls"),
                    count("refused"),
                )
            })
            .collect();
        assert_eq!(done, expected, "{principal}");
    }

    #[test]
    fn the_sessions_of_a_role_count_for_it() {
        let both = [("dynamodb:GetItem", 2, 2), ("s3:GetObject", 1, 0)];
        check("arn:aws:iam::111111111111:role/worker", &both);
        check("arn:aws:iam::111111111111:role/team/worker", &both);
        check("arn:aws:iam::222222222222:role/worker", &[]);
        check("arn:aws:iam::111111111111:role/work", &[]);
        check("nobody", &[]);
    }
}
