//! Requests as rows of a list: the newest first, without their steps.
//!
//! A page that shows ten thousand of them asks for all once, and then for what came since.

use journal::{Entry, Journal};
use serde_json::{Value, json};

/// As many as the journal keeps.
const MOST: usize = 10_000;

/// With `since=ID`, only what is newer than that request.
pub(super) fn answer(journal: &Journal, query: Option<&str>) -> Value {
    let since = query.and_then(|query| query.strip_prefix("since="));
    let entries = match since {
        Some(id) => journal.since(MOST, id),
        None => journal.recent(MOST),
    };
    let rows = entries.iter().map(|entry| row(entry));
    json!({ "entries": rows.collect::<Vec<_>>() })
}

fn row(entry: &Entry) -> Value {
    json!({
        "request_id": entry.request_id,
        "api_id": entry.api_id,
        "stage": entry.stage,
        "method": entry.method,
        "path": entry.path,
        "started": entry.started,
        "duration_micros": entry.duration_micros,
        "status": entry.status,
        "outcome": entry.outcome,
        "source_ip": entry.source_ip,
        "caller": entry.caller,
        "permissions_mode": entry.permissions_mode,
    })
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use journal::{Outcome, PermissionsMode, Recorder, Request};
    use model::Timestamp;

    use super::*;

    fn journal() -> Journal {
        let journal = Journal::default();
        for id in ["a", "b", "c"] {
            let request = Request {
                request_id: id.to_owned(),
                api_id: "a1".into(),
                stage: "prod".into(),
                method: "GET".into(),
                path: "/pets".to_owned(),
                source_ip: None,
                started: Timestamp::from_millis(1),
                permissions_mode: PermissionsMode::Enforce,
            };
            journal.record(Recorder::start(request, Instant::now()).finish(200, Outcome::Answered));
        }
        journal
    }

    #[track_caller]
    fn check(query: Option<&str>, expected: &[&str]) {
        let answer = answer(&journal(), query);
        let rows = answer["entries"].as_array().unwrap();
        let ids: Vec<&str> = rows
            .iter()
            .filter_map(|row| row["request_id"].as_str())
            .collect();
        assert_eq!(ids, expected);
        assert!(rows.iter().all(|row| row.get("steps").is_none()));
    }

    #[test]
    fn rows_come_newest_first_and_then_only_what_is_new() {
        check(None, &["c", "b", "a"]);
        check(Some("since=b"), &["c"]);
        check(Some("since=c"), &[]);
        check(Some("since=gone"), &["c", "b", "a"]);
    }
}
