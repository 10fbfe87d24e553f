//! A MOCK method through the whole path, journal on, beside a bare hyper that sends the same bytes.

use std::time::Duration;

use super::{Pace, WARM_UP, cost, cost_row, p50, p99, rate};
use crate::bare_hyper;
use crate::definition::MOCK;
use crate::deployment::Deployment;
use crate::load::Load;
use crate::rounds::in_turn;
use crate::table::{Aim, Row};

const CONNECTIONS: [u32; 2] = [1, 32];
const SHARE: Aim = Aim::AtLeast(60.0);
const P50_MORE: Aim = Aim::AtMost(30.0);

pub(super) fn measure(api: &Deployment, pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let bare = bare_hyper::start(&api.call(MOCK)?)?;
    let mut rows = Vec::new();
    for connections in CONNECTIONS {
        let load = |address, time| Load {
            address,
            request: api.request(MOCK),
            connections,
            time,
        };
        let here = |time: Duration| load(api.server.address(), time).run();
        let there = |time: Duration| load(bare.address(), time).run();
        here(WARM_UP)?;
        there(WARM_UP)?;
        let compared = in_turn(pace.rounds, || here(pace.round()), || there(pace.round()))?;
        let name = match connections {
            1 => "mock, 1 connection".to_owned(),
            many => format!("mock, {many} connections"),
        };
        rows.push(rate(&name, &compared).aim(SHARE));
        let median = p50(&name, &compared);
        // With more connections than cores, a latency is mostly the queue: no aim.
        rows.push(match connections {
            1 => median.aim(P50_MORE),
            _ => median,
        });
        rows.push(p99(&name, &compared));
        let ours = cost(pace.cell, || api.server.processor_micros(), here)?;
        let theirs = cost(pace.cell, || bare.processor_micros(), there)?;
        rows.push(cost_row(&name, ours, theirs));
    }
    Ok(rows)
}
