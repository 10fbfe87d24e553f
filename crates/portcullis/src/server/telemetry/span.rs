//! An entry of the journal as spans (OpenTelemetry protocol, JSON encoding: ids are lower-case
//! hexadecimal, numbers of 64 bits are text).

use std::sync::Arc;

use journal::{Entry, Fact, Lane, Mark, Outcome, Step};
use serde_json::{Value, json};

const SERVER: u8 = 2;
const CLIENT: u8 = 3;
const FAILED: u8 = 2;

/// ExportTraceServiceRequest.
pub(super) fn message(entries: &[Arc<Entry>]) -> Value {
    let spans: Vec<Value> = entries.iter().flat_map(|entry| spans(entry)).collect();
    json!({ "resourceSpans": [{
        "resource": { "attributes": [
            text("service.name", "portcullis"),
            text("service.version", env!("CARGO_PKG_VERSION")),
        ] },
        "scopeSpans": [{ "scope": { "name": "portcullis.gateway" }, "spans": spans }],
    }] })
}

/// One for the request, and one for each time that somebody was waited for.
fn spans(entry: &Entry) -> Vec<Value> {
    let trace = Trace::of(entry);
    let mut spans = vec![request(entry, &trace)];
    for (at, step) in entry.steps.iter().enumerate() {
        let waited_for = matches!(step.to, Lane::Authorizer | Lane::Backend);
        if step.from != Lane::Gateway || !waited_for {
            continue;
        }
        let rest = entry.steps.get(at + 1..).unwrap_or_default();
        let answer = rest.iter().find(|later| later.from == step.to);
        let until = answer.map_or(entry.duration_micros, |answer| answer.at_micros);
        spans.push(json!({
            "traceId": trace.id,
            "spanId": span_id(entry, at + 1),
            "parentSpanId": trace.span,
            "name": step.text,
            "kind": CLIENT,
            "startTimeUnixNano": nanos(entry, step.at_micros),
            "endTimeUnixNano": nanos(entry, until),
            "attributes": [text("portcullis.lane", step.to.name())],
            "status": {},
        }));
    }
    spans
}

fn request(entry: &Entry, trace: &Trace) -> Value {
    let path = entry.path.split('?').next().unwrap_or_default();
    let mut attributes = vec![
        text("http.request.method", &entry.method),
        text("url.path", path),
        json!({ "key": "http.response.status_code", "value": { "intValue": entry.status.to_string() } }),
        text("aws.request_id", &entry.request_id),
        text("portcullis.api", &entry.api_id),
        text("portcullis.stage", &entry.stage),
    ];
    attributes.extend(entry.caller.iter().map(|caller| text("enduser.id", caller)));
    attributes.extend(
        entry
            .source_ip
            .map(|ip| text("client.address", &ip.to_string())),
    );
    let mut status = json!({});
    if let Outcome::Refused(refusal) = &entry.outcome {
        attributes.push(text("portcullis.refused_by", refusal.layer.name()));
        attributes.push(text("error.type", &refusal.kind));
        status = json!({ "code": FAILED, "message": refusal.cause });
    } else if entry.status >= 500 {
        status = json!({ "code": FAILED });
    }
    let events: Vec<Value> = entry.steps.iter().map(|step| event(entry, step)).collect();
    json!({
        "traceId": trace.id,
        "spanId": trace.span,
        "parentSpanId": trace.parent,
        "name": format!("{} {path}", entry.method),
        "kind": SERVER,
        "startTimeUnixNano": nanos(entry, 0),
        "endTimeUnixNano": nanos(entry, entry.duration_micros),
        "attributes": attributes,
        "events": events,
        "droppedEventsCount": entry.steps_left_out,
        "status": status,
    })
}

fn event(entry: &Entry, step: &Step) -> Value {
    let mark = match step.mark {
        Mark::Plain => None,
        Mark::Permitted => Some("permitted"),
        Mark::Refused => Some("refused"),
        Mark::Reported => Some("reported"),
    };
    let mut attributes = vec![
        text("portcullis.part", step.kind.name()),
        text("portcullis.from", step.from.name()),
        text("portcullis.to", step.to.name()),
    ];
    attributes.extend(mark.map(|mark| text("portcullis.decision", mark)));
    json!({
        "timeUnixNano": nanos(entry, step.at_micros),
        "name": step.text,
        "attributes": attributes,
    })
}

struct Trace {
    id: String,
    span: String,
    parent: String,
}

impl Trace {
    /// The trace that the request brought or was given; else the request's own id, which is a UUID
    /// and so as long as a trace's.
    fn of(entry: &Entry) -> Self {
        let brought = entry.facts.iter().find_map(|fact| match fact {
            Fact::Trace { id, parent } => Some((id.clone(), parent.clone())),
            Fact::Browser { .. }
            | Fact::AuthorizerPolicy { .. }
            | Fact::Role { .. }
            | Fact::StageVariable { .. }
            | Fact::LogLine { .. } => None,
        });
        let own = || entry.request_id.replace('-', "");
        let (id, parent) = brought.unwrap_or_else(|| (own(), None));
        Self {
            id,
            span: span_id(entry, 0),
            parent: parent.unwrap_or_default(),
        }
    }
}

/// Sixteen digits: the end of the request's id, which is random, and the number of the span.
fn span_id(entry: &Entry, number: usize) -> String {
    let digits: String = entry
        .request_id
        .chars()
        .filter(char::is_ascii_hexdigit)
        .collect();
    let start = digits.len().saturating_sub(12);
    let random = digits.get(start..).unwrap_or_default();
    format!("{random:0>12}{:04x}", number.saturating_add(1) & 0xffff).to_ascii_lowercase()
}

fn nanos(entry: &Entry, micros: u32) -> String {
    let started = entry.started.millis().saturating_mul(1_000_000);
    started
        .saturating_add(i64::from(micros).saturating_mul(1000))
        .to_string()
}

fn text(key: &str, value: &str) -> Value {
    json!({ "key": key, "value": { "stringValue": value } })
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use journal::{PermissionsMode, Recorder, Refusal, StepKind};
    use model::Timestamp;

    use super::*;

    fn entry(facts: Vec<Fact>) -> Entry {
        let request = journal::Request {
            request_id: "0b0c0d0e-1111-4222-8333-444455556666".to_owned(),
            api_id: "a1".into(),
            stage: "prod".into(),
            method: "GET".into(),
            path: "/prod/pets?token=*****".to_owned(),
            source_ip: None,
            started: Timestamp::from_millis(1_000),
            permissions_mode: PermissionsMode::Enforce,
        };
        let mut recorder = Recorder::start(request, Instant::now());
        let call = (StepKind::Integrations, Lane::Gateway, Lane::Backend);
        recorder.step(Step::between(call.0, call.1, call.2, "function pets"));
        recorder.step(Step::between(call.0, call.2, call.1, "answers"));
        for fact in facts {
            recorder.fact(fact);
        }
        let refusal = Refusal {
            layer: StepKind::Integrations,
            kind: "DEFAULT_5XX".into(),
            cause: "the function failed".to_owned(),
            fix: None,
            forms: None,
        };
        let mut entry = recorder.finish(502, Outcome::refused(refusal));
        entry.duration_micros = 900;
        for (at, step) in (0..).zip(&mut entry.steps) {
            step.at_micros = 100 + at * 500;
        }
        entry
    }

    #[test]
    fn a_request_is_a_span_and_so_is_each_wait() {
        let message = message(&[Arc::new(entry(Vec::new()))]);
        let spans = &message["resourceSpans"][0]["scopeSpans"][0]["spans"];
        let (request, backend) = (&spans[0], &spans[1]);
        assert_eq!(request["traceId"], "0b0c0d0e111142228333444455556666");
        assert_eq!(request["spanId"], "4444555566660001");
        assert_eq!(request["name"], "GET /prod/pets");
        assert_eq!(request["startTimeUnixNano"], "1000000000");
        assert_eq!(request["endTimeUnixNano"], "1000900000");
        assert_eq!(request["status"]["message"], "the function failed");
        assert_eq!(request["events"].as_array().map(Vec::len), Some(2));
        assert_eq!(backend["parentSpanId"], request["spanId"]);
        assert_eq!(backend["spanId"], "4444555566660002");
        assert_eq!(backend["startTimeUnixNano"], "1000100000");
        assert_eq!(backend["endTimeUnixNano"], "1000600000");
        assert!(!message.to_string().contains("token"));
    }

    #[test]
    fn a_trace_that_was_brought_goes_on() {
        let fact = Fact::Trace {
            id: "4bf92f3577b34da6a3ce929d0e0e4736".to_owned(),
            parent: Some("00f067aa0ba902b7".to_owned()),
        };
        let message = message(&[Arc::new(entry(vec![fact]))]);
        let span = &message["resourceSpans"][0]["scopeSpans"][0]["spans"][0];
        assert_eq!(span["traceId"], "4bf92f3577b34da6a3ce929d0e0e4736");
        assert_eq!(span["parentSpanId"], "00f067aa0ba902b7");
    }
}
