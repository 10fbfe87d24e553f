//! Tags of functions: what the three operations share.

use super::failures::{invalid, not_found};
use super::target::Target;
use crate::call::Call;
use crate::refused::Refused;

/// Only functions have tags here; the other resources that the parameter may name do not exist.
pub(super) fn tagged(call: &Call, resource: &str) -> Result<Target, Refused> {
    let kind = resource.split(':').nth(5).unwrap_or_default();
    let name = match kind {
        "function" => return untagged_versions(call, resource),
        "event-source-mapping" => "Event source mapping",
        "code-signing-config" => "Code signing config",
        "capacity-provider" => "Capacity provider",
        _ => "Layer",
    };
    Err(not_found(format!("{name} not found: {resource}")))
}

fn untagged_versions(call: &Call, resource: &str) -> Result<Target, Refused> {
    let target = Target::read(call, resource, None)?;
    if target.qualifier.is_some() {
        return Err(invalid(
            "Tags on function aliases and versions are not supported. Please specify a function ARN.",
        ));
    }
    Ok(target)
}
