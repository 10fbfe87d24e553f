//! Why was it refused? Asked of a journal that a hundred thousand refusals went through.

use std::sync::Arc;
use std::time::{Duration, Instant};

use journal::why::{Colours, Surroundings, to_text, why};
use journal::{
    Decision, Entry, Journal, Lane, Mark, Outcome, PermissionsMode, Recorder, Refusal, Request,
    Step, StepKind,
};
use serde_json::json;

use super::Pace;
use crate::rounds::median;
use crate::table::{Aim, Row, Unit};

const REQUESTS: usize = 100_000;
const MILLIS: Aim = Aim::AtMost(50.0);
const WIDTH: usize = 100;

pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let journal = Journal::default();
    for number in 0..REQUESTS {
        journal.record(refused(number));
    }
    let kept = journal.recent(usize::MAX);
    let oldest = kept.last().map(|entry| entry.request_id.clone());
    let oldest = oldest.unwrap_or_default();
    let until = Instant::now() + pace.cell;
    let mut times = Vec::new();
    while times.is_empty() || Instant::now() < until {
        times.push(told(&journal, &oldest)?.as_secs_f64() * 1e3);
    }
    let name = format!("why, the oldest of {} kept of {REQUESTS}", kept.len());
    let row = Row::new(name, Unit::Millis.of(median(times.into_iter())));
    Ok(vec![row.aim(MILLIS)])
}

/// Found, told and drawn.
fn told(journal: &Journal, request: &str) -> anyhow::Result<Duration> {
    let began = Instant::now();
    let entry = journal.find(request);
    let entry = entry.ok_or_else(|| anyhow::anyhow!("{request} is not in the journal"))?;
    let text = to_text(&why(&entry, &Surroundings::default()), WIDTH, Colours::None);
    anyhow::ensure!(text.contains("nearest: statement"), "{text}");
    Ok(began.elapsed())
}

fn refused(number: usize) -> Entry {
    let request = Request {
        request_id: format!("request-{number}"),
        api_id: "a1b2c3".into(),
        stage: "prod".into(),
        method: "GET".into(),
        path: "/prod/pets".to_owned(),
        source_ip: None,
        started: model::Timestamp::default(),
        permissions_mode: PermissionsMode::Enforce,
    };
    let mut recorder = Recorder::start(request, Instant::now());
    let explanation = json!({ "nearest": {
        "source": "resource policy of pets", "sid": "gw", "sentence": "it allows POST",
        "failing": [{ "element": "Condition ArnLike AWS:SourceArn", "patterns": ["a/POST"],
            "seen": ["a/GET"], "difference": null }],
    } });
    let decision = Decision::new(Arc::new(explanation), serde_json::Value::to_string, 2048);
    let step = Step::between(StepKind::Invocation, Lane::Gateway, Lane::Policy, "no");
    recorder.step(step.marked(Mark::Refused).decided(decision));
    recorder.finish(
        500,
        Outcome::refused(Refusal {
            layer: StepKind::Invocation,
            kind: "API_CONFIGURATION_ERROR".into(),
            cause: "no statement allows it".to_owned(),
            fix: Some("aws lambda add-permission --function-name pets".to_owned()),
            forms: None,
        }),
    )
}
