//! A warm Python echo through the gateway, beside three bare things: the same interpreter on a bare
//! Runtime API, that behind a bare hyper, and AWS's own client on a bare Runtime API.
//!
//! The first has nobody in front who speaks HTTP, and the load of a closed loop costs it nothing. The
//! second is what any HTTP server in front of functions must do.

use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::anyhow;
use testkit::PYTHON_ECHO;

use super::{Pace, WARM_UP, cost, cost_row, p50, p99, rate};
use crate::bare_front;
use crate::bare_runtime::{BareRuntime, Client};
use crate::definition::ECHO;
use crate::deployment::{Deployment, unpack};
use crate::language::Language;
use crate::load::Load;
use crate::rounds::{Compared, Round, in_turn};
use crate::server::Server;
use crate::table::{Aim, Row, Unit};

const ENVIRONMENTS: [u32; 3] = [1, 4, 8];
const MOST_ENVIRONMENTS: u32 = 8;
/// Of what the bare loop reaches.
const SHARE: Aim = Aim::AtLeast(80.0);
const P50_MORE: Aim = Aim::AtMost(150.0);
const PER_SECOND: Aim = Aim::AtLeast(5_000.0);
const ABSENT: &str = "awslambdaric is not installed: BENCH_AWSLAMBDARIC names a Python that has it";

/// What is measured, and what is run beside it.
struct Case<'a> {
    api: &'a Deployment,
    pace: &'a Pace,
    /// The handler.
    folder: &'a Path,
    event: &'a [u8],
    environments: u32,
}

pub(super) fn measure(api: &Deployment, pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let mirrored = api.mirror(Language::Python)?;
    let folder = tempfile::tempdir()?;
    unpack(folder.path(), PYTHON_ECHO)?;
    let own = Client::own(Language::Python)?;
    let official = Client::official();
    api.reserve(ECHO, MOST_ENVIRONMENTS)?;
    let mut rows = Vec::new();
    for environments in ENVIRONMENTS {
        let case = Case {
            api,
            pace,
            folder: folder.path(),
            event: mirrored.event.get().as_bytes(),
            environments,
        };
        rows.extend(case.beside_own(&own)?);
        rows.extend(case.beside_front(&own)?);
        rows.extend(case.beside_official(official.as_ref())?);
    }
    Ok(rows)
}

impl Case<'_> {
    fn name(&self) -> String {
        match self.environments {
            1 => "warm Python echo, 1 environment".to_owned(),
            many => format!("warm Python echo, {many} environments"),
        }
    }

    fn beside_own(&self, own: &Client) -> anyhow::Result<Vec<Row>> {
        let compared = self.beside_runtimes(own)?;
        let name = self.name();
        let share = rate(&format!("{name}: share of bare loops"), &compared).aim(SHARE);
        Ok(match self.environments {
            1 => vec![
                p50(&name, &compared).aim(P50_MORE),
                p99(&name, &compared),
                share,
            ],
            4 => vec![throughput(&name, &compared), share],
            _ => vec![share],
        })
    }

    fn beside_front(&self, own: &Client) -> anyhow::Result<Vec<Row>> {
        let front = bare_front::start(own, self.folder, self.environments, self.event)?;
        let here = |time: Duration| self.load(&self.api.server, time);
        let there = |time: Duration| self.load(&front, time);
        here(WARM_UP)?;
        there(WARM_UP)?;
        let round = self.pace.round();
        let compared = in_turn(self.pace.rounds, || here(round), || there(round))?;
        let name = self.name();
        let share = format!("{name}: share of bare loops behind bare hyper");
        let cell = self.pace.cell;
        let ours = cost(cell, || self.api.server.processor_micros(), here)?;
        let theirs = cost(cell, || front.processor_micros(), there)?;
        Ok(vec![
            rate(&share, &compared).aim(SHARE),
            cost_row(&name, ours, theirs),
        ])
    }

    fn beside_official(&self, official: Option<&Client>) -> anyhow::Result<Vec<Row>> {
        let name = format!("{}, beside awslambdaric", self.name());
        let Some(official) = official else {
            self.load(&self.api.server, WARM_UP)?;
            let here = self.load(&self.api.server, self.pace.round())?;
            let row = Row::new(name, Unit::PerSecond.of(here.per_second));
            return Ok(vec![row.note(Some(ABSENT.to_owned()))]);
        };
        let compared = self.beside_runtimes(official)?;
        let mut rows = vec![rate(&name, &compared).aim(SHARE)];
        if self.environments == 1 {
            rows.push(p50(&name, &compared).aim(P50_MORE));
        }
        Ok(rows)
    }

    /// As many connections as environments, so that nobody waits for one.
    fn beside_runtimes(&self, client: &Client) -> anyhow::Result<Compared> {
        let mut bare = BareRuntime::start_all(client, self.folder, self.environments)?;
        let here = |time: Duration| self.load(&self.api.server, time);
        here(WARM_UP)?;
        together(&mut bare, self.event, WARM_UP)?;
        let round = self.pace.round();
        let there = || together(&mut bare, self.event, round);
        in_turn(self.pace.rounds, || here(round), there)
    }

    fn load(&self, server: &Server, time: Duration) -> anyhow::Result<Round> {
        let load = Load {
            address: server.address(),
            request: self.api.request(ECHO),
            connections: self.environments,
            time,
        };
        load.run()
    }
}

/// All at once, each on a thread of its own.
fn together(bare: &mut [BareRuntime], event: &[u8], time: Duration) -> anyhow::Result<Round> {
    thread::scope(|scope| {
        let running: Vec<_> = bare
            .iter_mut()
            .map(|runtime| scope.spawn(move || runtime.run(event, time)))
            .collect();
        let mut nanos = Vec::new();
        for run in running {
            let ended = run.join();
            nanos.extend(ended.map_err(|_| anyhow!("a bare runtime's thread panicked"))??);
        }
        Round::of(nanos, 0, time)
    })
}

/// The aim speaks of what is reached here, not of a share.
fn throughput(name: &str, compared: &Compared) -> Row {
    let refused = compared.here.refused;
    Row::new(name, Unit::PerSecond.of(compared.here.per_second))
        .beside(Unit::PerSecond.of(compared.bare.per_second))
        .aim(PER_SECOND)
        .note((refused > 0).then(|| format!("{refused} answers were not 200")))
}
