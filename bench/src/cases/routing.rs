//! Route look-up among few and among many methods: the same few routes, which are in the caches of
//! the processor, and all routes, which for the largest API are not.

use anyhow::{Context as _, ensure};
use gateway::routing::{Routes, find};
use model::MethodVerb;

use super::{Pace, nanos_per_call};
use crate::table::{Aim, Row, Unit};

const SIZES: [usize; 3] = [10, 1_000, 100_000];
/// Called flat: among the most methods, at most twice the time it takes among the fewest.
const FLAT: Aim = Aim::AtMost(2.0);
/// Routes that are asked for over and over.
const BUSY: usize = 10;
/// Coprime with every size, so that multiples of it visit all routes in an unpredictable order.
const STRIDE: usize = 7_919;

pub(super) fn measure(pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let time = pace.round();
    let mut rows = Vec::new();
    let mut fewest = None;
    for size in SIZES {
        let api = Api::of(size)?;
        let busy = nanos_per_call(time, |number| api.look_up(number % BUSY));
        let all = nanos_per_call(time, |number| {
            api.look_up(number.wrapping_mul(STRIDE) % size)
        });
        let (least_busy, least_all) = *fewest.get_or_insert((busy, all));
        let row = |which: &str, nanos: f64, least: f64| {
            Row::new(
                format!("route among {size}, {which}"),
                Unit::Nanos.of(nanos),
            )
            .compared(Unit::Times.of(nanos / least))
        };
        rows.push(row("10 busy ones", busy, least_busy).aim(FLAT));
        rows.push(row("all in turn", all, least_all));
    }
    Ok(rows)
}

struct Api {
    routes: Routes<usize>,
    paths: Vec<String>,
}

impl Api {
    /// Paths as large APIs have them: teams, their services, and a parameter in the middle.
    fn of(size: usize) -> anyhow::Result<Self> {
        let mut routes = Routes::default();
        let mut paths = Vec::with_capacity(size);
        for number in 0..size {
            let folder = format!("/team-{}/service-{number}", number % 100);
            routes.insert(&format!("{folder}/{{id}}/items"), MethodVerb::Get, number)?;
            paths.push(format!("{folder}/8476a536/items"));
        }
        let api = Self { routes, paths };
        for number in 0..size {
            let found = api.look_up(number).context("a route is not found")?;
            ensure!(found == number, "route {found} is found for {number}");
        }
        Ok(api)
    }

    fn look_up(&self, number: usize) -> Option<usize> {
        let path = self.paths.get(number)?;
        Some(*find(&self.routes, MethodVerb::Get, path)?.target)
    }
}
