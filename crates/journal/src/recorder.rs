//! Collects the steps of a request while it runs.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use model::Timestamp;

use crate::{Entry, Fact, Outcome, PermissionsMode, Step};

/// Room that is made at once: as many steps as most requests take.
const USUAL_STEPS: usize = 8;
const MOST_STEPS: usize = 256;
const MOST_FACTS: usize = 16;

/// A stranger chooses how long these are; the journal keeps the beginning.
const MOST_TEXT: usize = 4096;

/// What is known of a request when it arrives.
#[derive(Debug, Clone)]
pub struct Request {
    pub request_id: String,
    pub api_id: Arc<str>,
    pub stage: Arc<str>,
    pub method: Cow<'static, str>,
    /// With a query string only if that passed [`crate::mask::query`].
    pub path: String,
    pub source_ip: Option<IpAddr>,
    pub started: Timestamp,
    pub permissions_mode: PermissionsMode,
}

/// The steps so far. Nothing of it is shared, so recording takes no lock.
#[derive(Debug)]
pub struct Recorder {
    request: Request,
    arrived: Instant,
    caller: Option<String>,
    steps: Vec<Step>,
    left_out: u32,
    facts: Vec<Fact>,
}

impl Recorder {
    /// `arrived` is the instant from which the times of the steps are counted.
    pub fn start(request: Request, arrived: Instant) -> Self {
        Self {
            request,
            arrived,
            caller: None,
            steps: Vec::with_capacity(USUAL_STEPS),
            left_out: 0,
            facts: Vec::new(),
        }
    }

    pub fn request_id(&self) -> &str {
        &self.request.request_id
    }

    /// Microseconds since the arrival, for [`Step::took`].
    pub fn elapsed_micros(&self) -> u32 {
        u32::try_from(self.arrived.elapsed().as_micros()).unwrap_or(u32::MAX)
    }

    /// Adds a step that happens now, or that began `took_micros` ago if that is set.
    pub fn step(&mut self, mut step: Step) {
        if self.steps.len() >= MOST_STEPS {
            self.left_out = self.left_out.saturating_add(1);
            return;
        }
        let now = self.elapsed_micros();
        step.at_micros = now.saturating_sub(step.took_micros.unwrap_or(0));
        if let Cow::Owned(text) = &mut step.text {
            shorten(text);
        }
        self.steps.push(step);
    }

    /// Something for whoever asks why; secrets passed [`crate::mask`]. Beyond a few it is dropped.
    pub fn fact(&mut self, fact: Fact) {
        if self.facts.len() < MOST_FACTS {
            self.facts.push(fact.shortened(shorten));
        }
    }

    /// Who is asking: an ARN or another name, never a key or a token.
    pub fn caller(&mut self, name: impl Into<String>) {
        let mut name = name.into();
        shorten(&mut name);
        self.caller = Some(name);
    }

    /// The request was answered with that status.
    pub fn finish(self, status: u16, outcome: Outcome) -> Entry {
        let duration_micros = self.elapsed_micros();
        let mut request = self.request;
        shorten(&mut request.path);
        Entry {
            request_id: request.request_id,
            api_id: request.api_id,
            stage: request.stage,
            method: request.method,
            path: request.path,
            started: request.started,
            duration_micros,
            status,
            outcome,
            source_ip: request.source_ip,
            caller: self.caller,
            permissions_mode: request.permissions_mode,
            steps: self.steps,
            steps_left_out: self.left_out,
            facts: self.facts,
        }
    }
}

fn shorten(text: &mut String) {
    if text.len() <= MOST_TEXT {
        return;
    }
    text.truncate(text.floor_char_boundary(MOST_TEXT));
    text.push('…');
    text.shrink_to_fit();
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;
    use crate::{Decision, Lane, Mark, Refusal, StepKind};

    fn recorder(arrived: Instant) -> Recorder {
        let request = Request {
            request_id: "r".to_owned(),
            api_id: "a1".into(),
            stage: "prod".into(),
            method: "GET".into(),
            path: "/pets".to_owned(),
            source_ip: Some([127, 0, 0, 1].into()),
            started: Timestamp::from_millis(1),
            permissions_mode: PermissionsMode::Enforce,
        };
        Recorder::start(request, arrived)
    }

    fn within(text: impl Into<Cow<'static, str>>) -> Step {
        Step::within(StepKind::Routing, Lane::Gateway, text)
    }

    #[test]
    fn a_step_stands_where_it_began() {
        let arrived = Instant::now().checked_sub(Duration::from_secs(1)).unwrap();
        let mut recorder = recorder(arrived);
        recorder.step(within("now"));
        recorder.step(within("took a while").took(900_000));
        let entry = recorder.finish(200, Outcome::Answered);
        let times: Vec<u32> = entry.steps.iter().map(|step| step.at_micros).collect();
        assert!((1_000_000..30_000_000).contains(&times[0]));
        assert!(times[1] < times[0] && times[1] >= 100_000);
        assert!(entry.duration_micros >= times[0]);
    }

    #[test]
    fn a_stranger_can_not_make_an_entry_large() {
        let mut recorder = recorder(Instant::now());
        recorder.request.path = "é".repeat(100_000);
        recorder.caller("x".repeat(100_000));
        for _ in 0..1000 {
            recorder.step(within("y".repeat(100_000)));
        }
        let entry = recorder.finish(200, Outcome::Answered);
        assert_eq!((entry.steps.len(), entry.steps_left_out), (256, 744));
        assert!(entry.path.ends_with("é…"));
        assert!(entry.weight() < 258 * (MOST_TEXT + 200));
    }

    #[test]
    fn an_entry_is_json() {
        let mut recorder = recorder(Instant::now());
        let explanation = Arc::new(json!({ "allowed": false }));
        let decision = Decision::new(explanation, serde_json::Value::to_string, 20);
        assert_eq!(decision.to_text(), r#"{"allowed":false}"#);
        let step = Step::between(StepKind::Invocation, Lane::Gateway, Lane::Policy, "may it?");
        recorder.step(step.marked(Mark::Refused).decided(decision));
        recorder.caller("arn:aws:iam::123456789012:root");
        let mut entry = recorder.finish(
            500,
            Outcome::refused(Refusal {
                layer: StepKind::Invocation,
                kind: "NotPermitted".into(),
                cause: "no statement allows it".to_owned(),
                fix: None,
                forms: None,
            }),
        );
        entry.duration_micros = 7;
        entry.steps[0].at_micros = 5;
        assert_eq!(
            serde_json::to_value(&entry).unwrap(),
            json!({
                "request_id": "r",
                "api_id": "a1",
                "stage": "prod",
                "method": "GET",
                "path": "/pets",
                "started": 1,
                "duration_micros": 7,
                "status": 500,
                "outcome": { "refused": {
                    "layer": "invocation",
                    "kind": "NotPermitted",
                    "cause": "no statement allows it",
                    "fix": null,
                } },
                "source_ip": "127.0.0.1",
                "caller": "arn:aws:iam::123456789012:root",
                "permissions_mode": "enforce",
                "steps": [{
                    "at_micros": 5,
                    "from": "gateway",
                    "to": "policy",
                    "kind": "invocation",
                    "mark": "refused",
                    "text": "may it?",
                    "decision": { "allowed": false },
                }],
                "steps_left_out": 0,
            })
        );
    }
}
