//! HTTP_PROXY to a bare hyper, beside nginx that proxies to the same, or beside that hyper itself
//! where there is no nginx.

use std::time::Duration;

use super::{Pace, WARM_UP, cost, cost_row, p50, p99, rate};
use crate::bare_hyper;
use crate::definition::MOCK;
use crate::deployment::Deployment;
use crate::load::Load;
use crate::nginx::Nginx;
use crate::rounds::in_turn;
use crate::table::{Aim, Row};

const CONNECTIONS: [u32; 2] = [1, 32];
const SHARE: Aim = Aim::AtLeast(70.0);

pub(super) fn measure(api: &Deployment, pace: &Pace) -> anyhow::Result<Vec<Row>> {
    let backend = bare_hyper::start(&api.call(MOCK)?)?;
    let proxied = api.proxy_to(backend.address())?;
    let nginx = Nginx::before(backend.address())?;
    let beside = nginx.as_ref().map_or(backend.address(), |own| own.address);
    let mut rows = Vec::new();
    for connections in CONNECTIONS {
        let load = |address, time| Load {
            address,
            request: proxied.request(),
            connections,
            time,
        };
        let here = |time: Duration| load(api.server.address(), time).run();
        let there = |time: Duration| load(beside, time).run();
        here(WARM_UP)?;
        there(WARM_UP)?;
        let compared = in_turn(pace.rounds, || here(pace.round()), || there(pace.round()))?;
        let name = match connections {
            1 => "HTTP_PROXY, 1 connection".to_owned(),
            many => format!("HTTP_PROXY, {many} connections"),
        };
        let row = rate(&name, &compared);
        rows.push(match &nginx {
            Some(_) => row.aim(SHARE),
            None => row.note(Some(
                "nginx is not here: beside the backend itself".to_owned(),
            )),
        });
        rows.push(p50(&name, &compared));
        rows.push(p99(&name, &compared));
        let ours = cost(pace.cell, || api.server.processor_micros(), here)?;
        let spent = || match &nginx {
            Some(nginx) => nginx.processor_micros(),
            None => backend.processor_micros(),
        };
        rows.push(cost_row(&name, ours, cost(pace.cell, spent, there)?));
    }
    Ok(rows)
}
