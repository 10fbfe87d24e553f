//! Dependencies between rooms point one way, and pure rooms stay pure all the way down.

use std::collections::BTreeSet;

use anyhow::Context as _;
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Node, PackageId};

use super::Offence;
use crate::workspace::Workspace;

/// Rooms without I/O, clock, randomness and async.
pub(super) const PURE: [&str; 9] = [
    "policy",
    "reference",
    "remedy",
    "check",
    "document",
    "template",
    "mapping",
    "openapi",
    "model",
];

/// What a room may depend on beside `model`; the data plane never names the control plane.
const MAY_USE: [(&str, &[&str]); 23] = [
    ("model", &[]),
    ("policy", &[]),
    ("reference", &["policy"]),
    ("remedy", &["policy"]),
    ("document", &[]),
    ("template", &["document", "mapping"]),
    (
        "check",
        &[
            "document",
            "openapi",
            "policy",
            "reference",
            "remedy",
            "template",
        ],
    ),
    ("mapping", &[]),
    ("openapi", &["document"]),
    ("wire", &[]),
    ("sandbox", &[]),
    ("journal", &[]),
    ("store", &[]),
    ("objects", &[]),
    ("image", &[]),
    ("testkit", &[]),
    ("xtask", &[]),
    ("identity", &["policy", "remedy", "store"]),
    ("console", &["identity"]),
    ("upstream", &["identity", "policy", "reference"]),
    ("lambda", &["identity", "image", "sandbox", "store"]),
    (
        "gateway",
        &[
            "lambda", "identity", "mapping", "policy", "remedy", "journal", "store",
        ],
    ),
    (
        "control",
        &[
            "document",
            "gateway",
            "lambda",
            "identity",
            "mapping",
            "openapi",
            "policy",
            "reference",
            "remedy",
            "journal",
            "store",
            "objects",
            "check",
            "template",
            "upstream",
            "wire",
        ],
    ),
];
/// Puts everything together, and measures it.
const MAY_USE_ALL: [&str; 2] = ["portcullis", "bench"];

/// What brings I/O, a clock, randomness or async into whoever depends on it.
const IMPURE: [&str; 16] = [
    "tokio",
    "async-std",
    "smol",
    "mio",
    "hyper",
    "reqwest",
    "rusqlite",
    "ring",
    "rand",
    "getrandom",
    "uuid",
    "jiff",
    "chrono",
    "time",
    "nix",
    "socket2",
];

pub(super) fn judge(workspace: &Workspace) -> anyhow::Result<Vec<Offence>> {
    let metadata = MetadataCommand::new()
        .manifest_path(workspace.root().join("Cargo.toml"))
        .other_options(vec!["--locked".to_owned()])
        .exec()
        .context("reading cargo metadata")?;
    let mut offences = directions(&metadata);
    for room in PURE {
        offences.extend(impurities(&metadata, room));
    }
    Ok(offences)
}

fn directions(metadata: &Metadata) -> Vec<Offence> {
    let rooms: BTreeSet<&str> = metadata
        .workspace_packages()
        .iter()
        .map(|package| package.name.as_str())
        .collect();
    let mut offences = Vec::new();
    for package in metadata.workspace_packages() {
        let used = package
            .dependencies
            .iter()
            .filter(|used| used.kind != DependencyKind::Development);
        for used in used.filter(|used| rooms.contains(used.name.as_str())) {
            if !may_use(&package.name, &used.name) {
                offences.push(format!("{} must not depend on {}", package.name, used.name));
            }
        }
    }
    offences
}

fn may_use(room: &str, other: &str) -> bool {
    if MAY_USE_ALL.contains(&room) {
        return true;
    }
    let allowed = MAY_USE.iter().find(|(name, _)| *name == room);
    allowed.is_some_and(|(_, rooms)| other == "model" || rooms.contains(&other))
}

fn impurities(metadata: &Metadata, room: &str) -> Vec<Offence> {
    let reached = reached(metadata, room);
    let names = metadata
        .packages
        .iter()
        .filter(|package| reached.contains(&package.id));
    names
        .filter(|package| IMPURE.contains(&package.name.as_str()))
        .map(|package| format!("{room} is pure and must not depend on {}", package.name))
        .collect()
}

/// Everything that is linked into a room's product code.
fn reached(metadata: &Metadata, room: &str) -> BTreeSet<PackageId> {
    let nodes: &[Node] = metadata
        .resolve
        .as_ref()
        .map_or(&[], |resolve| resolve.nodes.as_slice());
    let start = metadata
        .packages
        .iter()
        .find(|package| package.name == room);
    let mut waiting: Vec<PackageId> = start
        .map(|package| package.id.clone())
        .into_iter()
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let node = nodes.iter().find(|node| node.id == id);
        if !seen.insert(id) {
            continue;
        }
        let linked = node.into_iter().flat_map(|node| &node.deps).filter(|used| {
            used.dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal)
        });
        waiting.extend(linked.map(|used| used.pkg.clone()));
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(room: &str, other: &str, allowed: bool) {
        assert_eq!(may_use(room, other), allowed, "{room} -> {other}");
    }

    #[test]
    fn dependencies_point_one_way() {
        check("control", "gateway", true);
        check("gateway", "control", false);
        check("lambda", "gateway", false);
        check("identity", "policy", true);
        check("policy", "model", true);
        check("model", "policy", false);
        check("portcullis", "control", true);
    }

    #[test]
    fn a_room_that_nobody_planned_may_use_nothing() {
        check("newcomer", "model", false);
    }
}
