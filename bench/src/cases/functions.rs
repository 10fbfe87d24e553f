//! Functions by themselves, called by Invoke: cold starts in each language, with a runtime that
//! started ahead and without; what an idle environment takes; how fast there are a hundred of them.

use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, anyhow, ensure};
use serde_json::{Value, json};

use super::{Pace, pause};
use crate::deployment::{Deployment, invoke};
use crate::language::Language;
use crate::rounds::{median, percentile_of};
use crate::server::Data;
use crate::table::{Aim, Row, Unit};

/// The environments of the call before are taken down, and a runtime is started ahead.
const TAKE_DOWN: Duration = Duration::from_millis(250);
/// Each call finds a cold start.
const COLD: [&str; 2] = ["--function-keep-alive-seconds", "0"];
const AHEAD: [&str; 4] = [
    "--function-keep-alive-seconds",
    "0",
    "--function-spares",
    "4",
];
const RUST: &str = "rust";
const ENVIRONMENTS: u32 = 20;
const AT_ONCE: usize = 100;
const ANSWERS: &str = "def handler(event, context):\n    return event\n";
/// Says when it began, and stays until all of them run.
const STAYS: &str = "import time\ndef handler(event, context):\n    began = time.time()\n    time.sleep(event)\n    return began\n";

pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let mut rows = cold_starts(
        &COLD,
        pace,
        "",
        &[("Python", 30.0), ("Node", 40.0), ("Rust", 5.0)],
    )?;
    rows.extend(cold_starts(
        &AHEAD,
        pace,
        ", started ahead",
        &[("Python", 6.0), ("Node", 6.0)],
    )?);
    rows.push(idle_memory()?);
    rows.push(hundred_at_once()?);
    Ok(rows)
}

fn cold_starts(
    flags: &[&str],
    pace: &Pace,
    how: &str,
    aims: &[(&str, f64)],
) -> anyhow::Result<Vec<Row>> {
    let deployment = Deployment::with_flags(Data::Ephemeral, flags)?;
    deployment.create_program(RUST)?;
    let mut rows = Vec::new();
    for (language, aim) in aims {
        let function = match *language {
            "Python" => Language::Python.mirror(),
            "Node" => Language::Node.mirror(),
            _ => RUST,
        };
        // The first calls find the interpreter and unpack the code.
        for _ in 0..2 {
            deployment.invoke(function, &json!({}))?;
            pause(TAKE_DOWN);
        }
        let mut took = Vec::new();
        for _ in 0..pace.cold_starts * 2 {
            let sent = Instant::now();
            deployment.invoke(function, &json!({}))?;
            took.push(sent.elapsed().as_secs_f64() * 1e3);
            pause(TAKE_DOWN);
        }
        let name = format!("cold {language} by Invoke{how}");
        let p50 = Unit::Millis.of(median(took.iter().copied()));
        rows.push(Row::new(format!("{name}: p50"), p50).aim(Aim::AtMost(*aim)));
        let p99 = Unit::Millis.of(percentile_of(&took, 99));
        rows.push(Row::new(format!("{name}: p99"), p99));
    }
    Ok(rows)
}

/// Proportional memory of a Python environment that waits, its first process included.
fn idle_memory() -> anyhow::Result<Row> {
    let deployment = Deployment::with_flags(Data::Ephemeral, &[])?;
    deployment.create_python("idle", ANSWERS)?;
    deployment.create_python("stays", STAYS)?;
    let before = deployment.server.functions_memory_kib()?;
    calls(
        &deployment,
        "stays",
        &json!(1),
        usize::try_from(ENVIRONMENTS)?,
    )?;
    let after = deployment.server.functions_memory_kib()?;
    let each = f64::from(after.saturating_sub(before)) / 1024.0 / f64::from(ENVIRONMENTS);
    Ok(Row::new(
        "idle Python environment",
        Unit::Mebibytes.of(each),
    ))
}

/// From the first request until the last of a hundred handlers has begun.
fn hundred_at_once() -> anyhow::Result<Row> {
    let deployment = Deployment::with_flags(Data::Ephemeral, &[])?;
    deployment.create_python("stays", STAYS)?;
    deployment.invoke("stays", &json!(0))?;
    let sent = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    let began = calls(&deployment, "stays", &json!(9), AT_ONCE)?;
    let last = began.iter().filter_map(Value::as_f64).fold(sent, f64::max);
    ensure!(
        began.len() == AT_ONCE,
        "{} calls were answered",
        began.len()
    );
    Ok(Row::new(
        "100 environments at once",
        Unit::Millis.of((last - sent) * 1e3),
    ))
}

fn calls(
    deployment: &Deployment,
    function: &str,
    event: &Value,
    count: usize,
) -> anyhow::Result<Vec<Value>> {
    thread::scope(|scope| {
        let calls: Vec<_> = (0..count)
            .map(|_| deployment.server.client())
            .map(|client| scope.spawn(move || invoke(&client, function, event)))
            .collect();
        let mut answers = Vec::new();
        for call in calls {
            let ended = call.join().map_err(|_| anyhow!("a call panicked"))?;
            answers.push(ended.context(function.to_owned())?);
        }
        Ok(answers)
    })
}
