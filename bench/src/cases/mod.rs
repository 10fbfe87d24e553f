//! The cases, in the order of the table. Each gives its rows.

mod check; // a template, statically
mod cold; // a function that is not there yet
mod functions; // called by Invoke
mod guarded; // what stands before a method
mod many; // APIs
mod mock; // the gateway beside bare hyper
mod peer; // functions, beside another tool that runs them
mod policy; // may they, among many statements
mod proxy; // to an HTTP backend, beside nginx
mod routing; // which method, among many
mod start; // the server itself
mod warm; // a function that is there, beside a bare Runtime API
mod why; // an explanation, out of a full journal

use std::hint::black_box;
use std::io::Write as _;
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::deployment::Deployment;
use crate::rounds::{Compared, Round, median};
use crate::server::Data;
use crate::table::{Figure, Row, Unit};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Case {
    Mock,
    Warm,
    Cold,
    Functions,
    Peer,
    Start,
    Routing,
    Policy,
    Check,
    Proxy,
    Guarded,
    Many,
    Why,
}

/// How long and how often.
#[derive(Debug)]
pub(crate) struct Pace {
    /// One cell of the table, all rounds together.
    cell: Duration,
    rounds: u32,
    cold_starts: u32,
    server_starts: u32,
}

/// Before anything is counted.
const WARM_UP: Duration = Duration::from_millis(300);

impl Pace {
    pub(crate) const FULL: Self = Self {
        cell: Duration::from_secs(3),
        rounds: 15,
        cold_starts: 15,
        server_starts: 11,
    };
    pub(crate) const QUICK: Self = Self {
        cell: Duration::from_secs(1),
        rounds: 9,
        cold_starts: 5,
        server_starts: 5,
    };

    fn round(&self) -> Duration {
        self.cell / self.rounds
    }
}

/// Measures the cases that are asked for; none means all.
pub(crate) fn measure(only: &[Case], pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let asked = |case: &Case| only.is_empty() || only.contains(case);
    let cases: Vec<Case> = Case::value_variants()
        .iter()
        .copied()
        .filter(asked)
        .collect();
    // One server for all that need an API, started only if there is such a case.
    let needs = |case: &Case| match case {
        Case::Mock | Case::Warm | Case::Cold | Case::Proxy | Case::Guarded => true,
        Case::Functions
        | Case::Peer
        | Case::Start
        | Case::Routing
        | Case::Policy
        | Case::Check
        | Case::Many
        | Case::Why => false,
    };
    let needed = cases.iter().any(needs);
    let deployment = needed
        .then(|| Deployment::start(Data::Ephemeral))
        .transpose()?;
    let mut rows = Vec::new();
    for case in cases {
        tell(case)?;
        rows.extend(match (case, &deployment) {
            (Case::Mock, Some(api)) => mock::measure(api, pace)?,
            (Case::Warm, Some(api)) => warm::measure(api, pace)?,
            (Case::Cold, Some(api)) => cold::measure(api, pace)?,
            (Case::Functions, _) => functions::measure(pace)?,
            (Case::Peer, _) => peer::measure(pace)?,
            (Case::Proxy, Some(api)) => proxy::measure(api, pace)?,
            (Case::Guarded, Some(api)) => guarded::measure(api, pace)?,
            (Case::Mock | Case::Warm | Case::Cold | Case::Proxy | Case::Guarded, None) => {
                Vec::new()
            }
            (Case::Many, _) => many::measure(pace)?,
            (Case::Start, _) => start::measure(pace)?,
            (Case::Routing, _) => routing::measure(pace)?,
            (Case::Policy, _) => policy::measure(pace)?,
            (Case::Check, _) => check::measure()?,
            (Case::Why, _) => why::measure(pace)?,
        });
    }
    Ok(rows)
}

/// The table comes at the end, so that whoever waits is told what is going on.
fn tell(case: Case) -> anyhow::Result<()> {
    let name = case.to_possible_value();
    let name = name.as_ref().map_or("", |value| value.get_name());
    Ok(writeln!(std::io::stderr(), "measuring {name}")?)
}

/// Lets what was set off end.
fn pause(time: Duration) {
    let until = Instant::now() + time;
    while let Some(left) = until.checked_duration_since(Instant::now()) {
        std::thread::park_timeout(left);
    }
}

/// Median over batches of calls, each call with a number of its own.
fn nanos_per_call<T>(time: Duration, mut call: impl FnMut(usize) -> T) -> f64 {
    const BATCH: u32 = 1_000;
    let until = Instant::now() + time;
    let mut batches = Vec::new();
    let mut number = 0;
    while batches.is_empty() || Instant::now() < until {
        let began = Instant::now();
        for _ in 0..BATCH {
            black_box(call(number));
            number = number.wrapping_add(1);
        }
        batches.push(began.elapsed().as_secs_f64() * 1e9 / f64::from(BATCH));
    }
    median(batches.into_iter())
}

/// Answers for each second, and how many of the bare thing's that is.
fn rate(name: &str, compared: &Compared) -> Row {
    let refused = compared.here.refused;
    Row::new(name, Unit::PerSecond.of(compared.here.per_second))
        .beside(Unit::PerSecond.of(compared.bare.per_second))
        .compared(Unit::Percent.of(compared.share))
        .note((refused > 0).then(|| format!("{refused} answers were not 200")))
}

fn p50(name: &str, compared: &Compared) -> Row {
    Row::new(format!("{name}: p50"), Unit::Micros.of(compared.here.p50))
        .beside(Unit::Micros.of(compared.bare.p50))
        .compared(Unit::MoreMicros.of(compared.p50_more))
}

fn p99(name: &str, compared: &Compared) -> Row {
    Row::new(format!("{name}: p99"), Unit::Micros.of(compared.here.p99))
        .beside(Unit::Micros.of(compared.bare.p99))
        .compared(Unit::MoreMicros.of(compared.p99_more))
}

/// What a request costs a server in processor time, which hardly depends on what else the machine does.
/// `spent` are microseconds so far.
fn cost(
    time: Duration,
    spent: impl Fn() -> anyhow::Result<f64>,
    run: impl FnOnce(Duration) -> anyhow::Result<Round>,
) -> anyhow::Result<Figure> {
    let before = spent()?;
    let round = run(time)?;
    let answers = (round.per_second * time.as_secs_f64()).max(1.0);
    Ok(Unit::Micros.of((spent()? - before) / answers))
}

fn cost_row(name: &str, here: Figure, beside: Figure) -> Row {
    Row::new(format!("{name}: server's processor time"), here).beside(beside)
}
