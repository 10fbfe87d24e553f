//! Functions that no environment waits for: a role assumed, a sandbox built, an interpreter started,
//! a module loaded, an event answered. Beside it, the interpreter alone, without any walls.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::ensure;

use super::{Pace, pause};
use crate::bare_runtime::{BareRuntime, Client};
use crate::deployment::{Deployment, unpack};
use crate::language::Language;
use crate::rounds::median;
use crate::table::{Aim, Row, Unit};

/// The environments of the configuration before are taken down meanwhile.
const TAKE_DOWN: Duration = Duration::from_millis(100);

pub(super) fn measure(api: &Deployment, pace: &Pace) -> anyhow::Result<Vec<Row>> {
    Language::ALL
        .into_iter()
        .map(|language| row(api, language, pace.cold_starts))
        .collect()
}

fn aim(language: Language) -> Aim {
    match language {
        Language::Python => Aim::AtMost(40.0),
        Language::Node => Aim::AtMost(60.0),
    }
}

fn row(api: &Deployment, language: Language, times: u32) -> anyhow::Result<Row> {
    let folder = tempfile::tempdir()?;
    unpack(folder.path(), language.mirror_code())?;
    // The first call finds the interpreter, which later ones are spared.
    api.mirror(language)?;
    let client = Client::own(language)?;
    let (mut here, mut bare) = (Vec::new(), Vec::new());
    for round in 0..times {
        here.push(cold_call(api, language, round)?);
        bare.push(bare_start(&client, folder.path())?);
    }
    let name = format!("cold {}, sandbox included", language.name());
    Ok(Row::new(name, Unit::Millis.of(median(here.into_iter())))
        .beside(Unit::Millis.of(median(bare.into_iter())))
        .aim(aim(language)))
}

/// Milliseconds from the request to its answer.
fn cold_call(api: &Deployment, language: Language, round: u32) -> anyhow::Result<f64> {
    api.change_variable(language.mirror(), &round.to_string())?;
    pause(TAKE_DOWN);
    let sent = Instant::now();
    let mirrored = api.mirror(language)?;
    let took = sent.elapsed();
    ensure!(
        mirrored.calls == 1,
        "an environment that should be cold was on its call {}",
        mirrored.calls
    );
    Ok(took.as_secs_f64() * 1e3)
}

fn bare_start(client: &Client, folder: &Path) -> anyhow::Result<f64> {
    let began = Instant::now();
    let mut runtime = BareRuntime::start(client, folder)?;
    runtime.invoke(b"{}")?;
    Ok(began.elapsed().as_secs_f64() * 1e3)
}
