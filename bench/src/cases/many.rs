//! A mock among ten APIs and among ten thousand, beside the same on a server that has one: what a
//! request costs must not depend on what else is there. With the memory that all of them take.

use std::time::Duration;

use super::{Pace, WARM_UP, p50, p99, rate};
use crate::definition::MOCK;
use crate::deployment::Deployment;
use crate::load::Load;
use crate::rounds::{Round, in_turn};
use crate::server::Data;
use crate::table::{Aim, Row, Unit};

const SIZES: [u32; 2] = [10, 10_000];
const CONNECTIONS: u32 = 4;
const SHARE: Aim = Aim::AtLeast(90.0);

/// Servers of their own, since the others shall not have so many.
pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let one = Deployment::start(Data::Ephemeral)?;
    let many = Deployment::start(Data::Ephemeral)?;
    let mut rows = Vec::new();
    let mut there = 1;
    for size in SIZES {
        while there < size {
            many.import_small()?;
            there += 1;
        }
        run(&many, WARM_UP)?;
        run(&one, WARM_UP)?;
        let here = || run(&many, pace.round());
        let beside = || run(&one, pace.round());
        let compared = in_turn(pace.rounds, here, beside)?;
        let name = format!("mock among {size} APIs");
        rows.push(rate(&name, &compared).aim(SHARE));
        rows.push(p50(&name, &compared));
        rows.push(p99(&name, &compared));
        let resident = f64::from(many.server.memory_kib("Rss")?) / 1024.0;
        let memory = Unit::Mebibytes.of(resident);
        rows.push(Row::new(format!("{name}: memory"), memory));
    }
    Ok(rows)
}

fn run(api: &Deployment, time: Duration) -> anyhow::Result<Round> {
    let load = Load {
        address: api.server.address(),
        request: api.request(MOCK),
        connections: CONNECTIONS,
        time,
    };
    load.run()
}
