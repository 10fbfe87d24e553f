//! A mock among ten APIs and among ten thousand, beside the same among one: what a request costs
//! must not depend on what else is there. With the memory that all of them take.

use std::time::Duration;

use super::{Pace, WARM_UP, median};
use crate::deployment::{Deployment, MOCK};
use crate::load::Load;
use crate::rounds::Round;
use crate::server::Data;
use crate::table::{Aim, Row, Unit};

const SIZES: [u32; 2] = [10, 10_000];
const CONNECTIONS: u32 = 4;
const SHARE: Aim = Aim::AtLeast(90.0);

/// A server of its own, since the others shall not have so many.
pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let api = Deployment::start(Data::Ephemeral)?;
    let one = rounds(&api, pace)?;
    let mut rows = Vec::new();
    let mut there = 1;
    for size in SIZES {
        while there < size {
            api.import_small()?;
            there += 1;
        }
        let many = rounds(&api, pace)?;
        let name = format!("mock among {size} APIs");
        let share = 100.0 * many.per_second / one.per_second;
        rows.push(
            Row::new(name.as_str(), Unit::PerSecond.of(many.per_second))
                .beside(Unit::PerSecond.of(one.per_second))
                .compared(Unit::Percent.of(share))
                .aim(SHARE),
        );
        for (which, here, beside) in [("p50", many.p50, one.p50), ("p99", many.p99, one.p99)] {
            rows.push(
                Row::new(format!("{name}: {which}"), Unit::Micros.of(here))
                    .beside(Unit::Micros.of(beside)),
            );
        }
        let resident = f64::from(api.server.memory_kib("Rss")?) / 1024.0;
        rows.push(Row::new(
            format!("{name}: memory"),
            Unit::Mebibytes.of(resident),
        ));
    }
    Ok(rows)
}

/// Medians over the rounds.
fn rounds(api: &Deployment, pace: &Pace) -> anyhow::Result<Round> {
    let run = |time: Duration| {
        let load = Load {
            address: api.server.address(),
            request: api.request(MOCK),
            connections: CONNECTIONS,
            time,
        };
        load.run()
    };
    run(WARM_UP)?;
    let mut rounds = Vec::new();
    for _ in 0..pace.rounds {
        rounds.push(run(pace.round())?);
    }
    let over = |of: fn(&Round) -> f64| median(rounds.iter().map(of));
    Ok(Round {
        per_second: over(|round| round.per_second),
        p50: over(|round| round.p50),
        p99: over(|round| round.p99),
        refused: rounds.iter().map(|round| round.refused).sum(),
    })
}
