//! Canaries: a second deployment that a part of a stage's requests goes to.

use std::collections::BTreeMap;

use model::{Canary, Stage};
use wire::apigateway::{CanarySettings, DeploymentCanarySettings};

use super::super::failures::bad_request;
use super::super::patch::{Op, Patch};
use super::{filled, method_settings, variables};
use crate::refused::Refused;

pub(super) fn shown(canary: &Canary) -> CanarySettings {
    CanarySettings {
        percent_traffic: Some(canary.percent_traffic),
        deployment_id: Some(canary.deployment_id.clone()),
        stage_variable_overrides: filled(&canary.variables),
        use_stage_cache: Some(canary.use_stage_cache),
    }
}

/// For CreateStage: of the stage's own deployment if it names none.
pub(super) fn of_stage(given: &CanarySettings, deployment_id: &str) -> Result<Canary, Refused> {
    let named = given.deployment_id.as_deref();
    read(
        named.unwrap_or(deployment_id),
        given.percent_traffic,
        given.stage_variable_overrides.as_ref(),
        given.use_stage_cache,
    )
}

/// For CreateDeployment: of the new deployment.
pub(super) fn of_deployment(
    given: &DeploymentCanarySettings,
    deployment_id: &str,
) -> Result<Canary, Refused> {
    read(
        deployment_id,
        given.percent_traffic,
        given.stage_variable_overrides.as_ref(),
        given.use_stage_cache,
    )
}

fn read(
    deployment_id: &str,
    percent: Option<f64>,
    overrides: Option<&BTreeMap<String, String>>,
    use_stage_cache: Option<bool>,
) -> Result<Canary, Refused> {
    let variables = overrides.cloned().unwrap_or_default();
    variables::check_all(&variables)?;
    Ok(Canary {
        percent_traffic: check_percent(percent.unwrap_or_default())?,
        variables,
        use_stage_cache: use_stage_cache.unwrap_or(false),
        ..new(deployment_id)
    })
}

/// As AWS makes one of a patch (recorded by `test_update_stage_with_copy_ops`).
fn new(deployment_id: &str) -> Canary {
    Canary {
        deployment_id: deployment_id.to_owned(),
        percent_traffic: 0.0,
        variables: BTreeMap::new(),
        use_stage_cache: false,
    }
}

/// "The percent (0-100) of traffic diverted to a canary deployment." (API Gateway API reference,
/// `CanarySettings`). No recording shows how AWS refuses another.
fn check_percent(percent: f64) -> Result<f64, Refused> {
    if (0.0..=100.0).contains(&percent) {
        return Ok(percent);
    }
    Err(bad_request(
        "Invalid canary percentTraffic specified. Must be between 0 and 100",
    ))
}

/// A patch below `/canarySettings`; the first one makes a canary, of the stage's own deployment.
/// Recorded by `test_update_stage_canary_deployment_validation`.
pub(super) fn apply(stage: &mut Stage, patch: &Patch, rest: &[&str]) -> Result<(), Refused> {
    match (patch.op, rest) {
        (Op::Remove, []) => stage.canary = None,
        (Op::Remove, ["stageVariableOverrides", name]) => {
            let canary = stage.canary.as_mut();
            let removed = canary.and_then(|canary| canary.variables.remove(*name));
            removed.ok_or_else(|| method_settings::nothing_to_remove(patch))?;
        }
        (Op::Remove, _) => return Err(method_settings::nothing_to_remove(patch)),
        (Op::Add, ["deploymentId"]) => {
            let path = &patch.path;
            return Err(bad_request(format!(
                "Invalid add operation with path: {path}"
            )));
        }
        (_, rest) => set(stage, patch, rest)?,
    }
    Ok(())
}

fn set(stage: &mut Stage, patch: &Patch, rest: &[&str]) -> Result<(), Refused> {
    let mut canary = match stage.canary.take() {
        Some(canary) => canary,
        None => new(&stage.deployment_id),
    };
    match rest {
        // That the deployment exists was looked up.
        ["deploymentId"] => canary.deployment_id = patch.replacement()?.unwrap_or_default(),
        ["percentTraffic"] => canary.percent_traffic = percent(patch)?,
        ["useStageCache"] => canary.use_stage_cache = patch.switch()?,
        ["stageVariableOverrides", name] => {
            let value = patch.value().unwrap_or_default();
            variables::check(name, value)?;
            canary
                .variables
                .insert((*name).to_owned(), value.to_owned());
        }
        _ => return Err(method_settings::invalid(patch)),
    }
    stage.canary = Some(canary);
    Ok(())
}

fn percent(patch: &Patch) -> Result<f64, Refused> {
    let given = patch.filled().and_then(|value| value.trim().parse().ok());
    check_percent(given.unwrap_or(f64::NAN))
}

/// `copy` makes the canary's deployment, or its variables, the stage's own; the canary stays.
/// Recorded by `test_update_stage_with_copy_ops`.
pub(super) fn promote(stage: &mut Stage, patch: &Patch) -> Result<(), Refused> {
    let from = patch.from.as_deref().unwrap_or("null");
    let pair = (patch.path.as_str(), from);
    let no_canary = || bad_request("Promotion not available. Canary does not exist.");
    match pair {
        ("/deploymentId", "/canarySettings/deploymentId") => {
            let canary = stage.canary.as_ref().ok_or_else(no_canary)?;
            stage.deployment_id.clone_from(&canary.deployment_id);
        }
        ("/variables", "/canarySettings/stageVariableOverrides") => {
            let canary = stage.canary.as_ref().ok_or_else(no_canary)?;
            stage.variables.extend(canary.variables.clone());
        }
        (path, from) => {
            return Err(bad_request(format!(
                "Invalid copy operation with path: {path} and from {from}. Valid copy:path are \
                 [/deploymentId, /variables] and valid copy:from are \
                 [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]"
            )));
        }
    }
    Ok(())
}
