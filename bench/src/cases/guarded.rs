//! What stands before a method: a template, an authorizer that is remembered, a usage plan. Each
//! beside the same method without it.

use std::time::Duration;

use super::{Pace, WARM_UP, p50, p99, rate};
use crate::definition::{ECHO, GUARDED, KEYED, MOCK, TEMPLATE};
use crate::deployment::Deployment;
use crate::load::Load;
use crate::rounds::in_turn;
use crate::table::{Aim, Row};

const CONNECTIONS: u32 = 4;
const SHARE: Aim = Aim::AtLeast(60.0);

/// Beside a method that is the same but for one thing.
struct Pair {
    name: &'static str,
    method: &'static str,
    beside: &'static str,
}

pub(super) fn measure(api: &Deployment, pace: &Pace) -> anyhow::Result<Vec<Row>> {
    api.reserve(ECHO, CONNECTIONS)?;
    let pairs = [
        Pair {
            name: "mock with a small template",
            method: TEMPLATE,
            beside: MOCK,
        },
        Pair {
            name: "AWS_PROXY with a cached authorizer",
            method: GUARDED,
            beside: ECHO,
        },
        Pair {
            name: "mock with a usage plan",
            method: KEYED,
            beside: MOCK,
        },
    ];
    let mut rows = Vec::new();
    for pair in pairs {
        api.call(pair.method)?;
        let run = |method: &str, time: Duration| {
            let load = Load {
                address: api.server.address(),
                request: api.request(method),
                connections: CONNECTIONS,
                time,
            };
            load.run()
        };
        run(pair.method, WARM_UP)?;
        run(pair.beside, WARM_UP)?;
        let here = || run(pair.method, pace.round());
        let there = || run(pair.beside, pace.round());
        let compared = in_turn(pace.rounds, here, there)?;
        rows.push(rate(pair.name, &compared).aim(SHARE));
        rows.push(p50(pair.name, &compared));
        rows.push(p99(pair.name, &compared));
    }
    Ok(rows)
}
