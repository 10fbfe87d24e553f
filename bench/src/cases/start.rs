//! The server itself: from its start to a good answer of its health, and what it takes when idle.

use std::time::{Duration, Instant};

use anyhow::ensure;

use super::{Pace, pause};
use crate::deployment::Deployment;
use crate::rounds::median;
use crate::server::{Data, Server};
use crate::table::{Aim, Row, Unit};

const HEALTHY_WITHIN: Aim = Aim::AtMost(100.0);
const MEMORY: Aim = Aim::AtMost(30.0);
const SETTLED: Duration = Duration::from_millis(500);

pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let place = tempfile::tempdir()?;
    // Stopped at once: what it leaves is what the next server finds.
    drop(Deployment::start(Data::In(place.path()))?);
    let ephemeral = starts(pace.server_starts, Data::Ephemeral)?;
    let existing = starts(pace.server_starts, Data::In(place.path()))?;
    let idle = healthy(Data::In(place.path()))?.0;
    pause(SETTLED);
    let memory = |name| anyhow::Ok(Unit::Mebibytes.of(f64::from(idle.memory_kib(name)?) / 1024.0));
    Ok(vec![
        Row::new("start to healthy, ephemeral", ephemeral).aim(HEALTHY_WITHIN),
        Row::new("start to healthy, on existing data", existing).aim(HEALTHY_WITHIN),
        Row::new("idle memory, resident", memory("Rss")?).aim(MEMORY),
        Row::new("idle memory, proportional", memory("Pss")?),
    ])
}

fn starts(times: u32, data: Data<'_>) -> anyhow::Result<crate::table::Figure> {
    let took = (0..times).map(|_| Ok(healthy(data)?.1.as_secs_f64() * 1e3));
    let took: Vec<f64> = took.collect::<anyhow::Result<_>>()?;
    Ok(Unit::Millis.of(median(took.into_iter())))
}

/// A server that answers, and how long that took.
fn healthy(data: Data<'_>) -> anyhow::Result<(Server, Duration)> {
    let began = Instant::now();
    let server = Server::portcullis(data, &[])?;
    let answer = server.client().send("GET /_portcullis/health", &[], b"")?;
    let took = began.elapsed();
    ensure!(answer.status == 200, "health is {}", answer.status);
    Ok((server, took))
}
