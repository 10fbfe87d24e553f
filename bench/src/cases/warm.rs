//! A warm Python echo through the gateway, beside the same interpreter on a bare Runtime API.

use std::thread;
use std::time::Duration;

use anyhow::anyhow;
use testkit::PYTHON_ECHO;

use super::{Pace, WARM_UP, p50, p99, rate};
use crate::bare_runtime::BareRuntime;
use crate::deployment::{Deployment, ECHO, Language, unpack};
use crate::load::Load;
use crate::rounds::{Compared, Round, in_turn};
use crate::table::{Aim, Row, Unit};

const ENVIRONMENTS: u32 = 8;
/// Of what the bare loop reaches.
const SHARE: Aim = Aim::AtLeast(80.0);
const P50_MORE: Aim = Aim::AtMost(150.0);
const PER_SECOND: Aim = Aim::AtLeast(5_000.0);

pub(super) fn measure(api: &Deployment, pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let mirrored = api.mirror(Language::Python)?;
    let event = mirrored.event.get().as_bytes();
    let folder = tempfile::tempdir()?;
    unpack(folder.path(), PYTHON_ECHO)?;
    let interpreter = Language::Python.interpreter()?;
    let start = || BareRuntime::start(Language::Python, &interpreter, folder.path());
    api.reserve(ECHO, ENVIRONMENTS)?;
    let one = compare(api, &mut [start()?], (event, pace))?;
    let mut four = [start()?, start()?, start()?, start()?];
    let four = compare(api, &mut four, (event, pace))?;
    let mut eight = (0..8).map(|_| start()).collect::<Result<Vec<_>, _>>()?;
    let eight = compare(api, &mut eight, (event, pace))?;
    let name = "warm Python echo, 1 connection";
    Ok(vec![
        p50(name, &one).aim(P50_MORE),
        p99(name, &one),
        rate(name, &one).aim(SHARE),
        throughput("warm Python echo, 4 environments", &four),
        rate("warm Python echo, 4 environments: share", &four).aim(SHARE),
        rate("warm Python echo, 8 environments: share", &eight).aim(SHARE),
    ])
}

/// As many connections as environments, so that nobody waits for one.
fn compare(
    api: &Deployment,
    bare: &mut [BareRuntime],
    (event, pace): (&[u8], &Pace),
) -> anyhow::Result<Compared> {
    let connections = u32::try_from(bare.len())?;
    let here = |time: Duration| {
        let load = Load {
            address: api.server.address(),
            request: api.request(ECHO),
            connections,
            time,
        };
        load.run()
    };
    here(WARM_UP)?;
    together(bare, event, WARM_UP)?;
    let round = pace.round();
    in_turn(pace.rounds, || here(round), || together(bare, event, round))
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
