//! The machine that a run was made on, and how busy it was with other things.

use std::fmt;

use anyhow::Context as _;
use serde::Serialize;

/// Above this load for each core, figures say more about the neighbours than about us.
const QUIET: f64 = 0.3;

#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    cores: u32,
    kernel: String,
    /// Average of the last minute: before the run, and after it with the run's own share.
    load_before: f64,
    load_after: f64,
}

impl Machine {
    pub(crate) fn look() -> anyhow::Result<Self> {
        let load = load()?;
        Ok(Self {
            cores: cores(),
            kernel: read("/proc/sys/kernel/osrelease")?,
            load_before: load,
            load_after: load,
        })
    }

    pub(crate) fn look_again(self) -> anyhow::Result<Self> {
        let load_after = load()?;
        Ok(Self { load_after, ..self })
    }

    fn was_busy(&self) -> bool {
        self.load_before > QUIET * f64::from(self.cores)
    }
}

pub(crate) fn cores() -> u32 {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    u32::try_from(cores).unwrap_or(u32::MAX)
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "machine: {} cores, Linux {}, load {:.2} before and {:.2} after the run",
            self.cores, self.kernel, self.load_before, self.load_after
        )?;
        if self.was_busy() {
            write!(
                f,
                "\nwarning: the machine was busy before the run; only the comparisons mean something"
            )?;
        }
        Ok(())
    }
}

fn load() -> anyhow::Result<f64> {
    let averages = read("/proc/loadavg")?;
    let first = averages.split(' ').next().unwrap_or_default();
    first
        .parse()
        .with_context(|| format!("/proc/loadavg says {averages:?}"))
}

fn read(path: &str) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(path).with_context(|| path.to_owned())?;
    Ok(text.trim().to_owned())
}
