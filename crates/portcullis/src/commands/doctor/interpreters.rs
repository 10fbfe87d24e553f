//! What runs functions: Python and Node.js of this machine.

use lambda::{Interpreter, Runtime};

use super::Finding;

const PYTHONS: std::ops::RangeInclusive<u8> = 8..=14;
const NODES: [u8; 5] = [16, 18, 20, 22, 24];

pub(super) async fn look() -> Vec<Finding> {
    let pythons = PYTHONS.map(|minor| (format!("python3.{minor}"), Runtime::Python { minor }));
    let nodes = NODES.map(|major| (format!("nodejs{major}.x"), Runtime::Node { major }));
    vec![
        family(
            "python",
            pythons,
            "install python3 (Debian: apt install python3)",
        )
        .await,
        family(
            "node",
            nodes,
            "install Node.js (Debian: apt install nodejs)",
        )
        .await,
    ]
}

async fn family(
    what: &'static str,
    runtimes: impl IntoIterator<Item = (String, Runtime)>,
    advice: &str,
) -> Finding {
    let mut exact = Vec::new();
    let mut others = Vec::new();
    let mut stand_in = None;
    for (name, runtime) in runtimes {
        match Interpreter::on_host(runtime).await {
            Some(found) if found.exact => exact.push(format!("{name} ({})", found.version)),
            Some(found) => {
                stand_in = Some(found);
                others.push(name);
            }
            None => {}
        }
    }
    match (exact.is_empty(), stand_in) {
        (true, None) => {
            let advice = format!("functions of this language can't run: {advice}");
            Finding::limited(what, "none is on the PATH", advice)
        }
        (false, None) => Finding::good(what, exact.join(", ")),
        (is_empty, Some(found)) => {
            let shown = if is_empty {
                "none exactly".to_owned()
            } else {
                exact.join(", ")
            };
            let seen = format!("{shown}; {} run with {}", others.join(", "), found.version);
            Finding::good(what, seen)
        }
    }
}
