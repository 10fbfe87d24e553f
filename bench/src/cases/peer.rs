//! A Python function by Invoke, cold and warm, beside the other tool that runs functions without
//! Docker.

use std::time::Instant;

use anyhow::ensure;
use serde_json::json;
use testkit::Client;

use super::Pace;
use crate::deployment::{Deployment, create_echo, invoke};
use crate::peer::Ministack;
use crate::rounds::median;
use crate::server::Data;
use crate::table::{Figure, Row, Unit};

const WARM_CALLS: u32 = 40;
const ABSENT: &str = "ministack is not installed: BENCH_MINISTACK names it";

/// Milliseconds.
struct Took {
    cold: f64,
    warm: f64,
}

pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let deployment = Deployment::with_flags(Data::Ephemeral, &[])?;
    let here = calls(&deployment.server.client(), pace)?;
    let peer = Ministack::start()?;
    let there = peer.map(|peer| calls(&peer.client(), pace)).transpose()?;
    let row = |name: &str, of: fn(&Took) -> f64, unit: fn(f64) -> Figure| {
        let row = Row::new(name, unit(of(&here)));
        match &there {
            Some(there) => row.beside(unit(of(there))),
            None => row.note(Some(ABSENT.to_owned())),
        }
    };
    let millis = |value| Unit::Millis.of(value);
    let micros = |value| Unit::Micros.of(value * 1e3);
    Ok(vec![
        row(
            "cold Python, beside ministack: p50",
            |took| took.cold,
            millis,
        ),
        row(
            "warm Python by Invoke, beside ministack: p50",
            |took| took.warm,
            micros,
        ),
    ])
}

fn calls(client: &Client, pace: &Pace) -> anyhow::Result<Took> {
    let mut cold = Vec::new();
    for number in 0..pace.cold_starts {
        let name = format!("peer-{number}");
        create_echo(client, &name)?;
        cold.push(call(client, &name)?);
    }
    let warm: Vec<f64> = (0..WARM_CALLS)
        .map(|_| call(client, "peer-0"))
        .collect::<anyhow::Result<_>>()?;
    Ok(Took {
        cold: median(cold.into_iter()),
        warm: median(warm.into_iter()),
    })
}

fn call(client: &Client, function: &str) -> anyhow::Result<f64> {
    let sent = Instant::now();
    let event = json!({ "path": "/echo" });
    let answer = invoke(client, function, &event)?;
    let took = sent.elapsed();
    ensure!(answer.get("body") == event.get("path"), "{answer}");
    Ok(took.as_secs_f64() * 1e3)
}
