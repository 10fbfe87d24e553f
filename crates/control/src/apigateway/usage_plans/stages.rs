//! The stages of a plan: they must exist, and a key can have one plan for each.

use model::{PlanStage, UsagePlanRecord};

use super::super::failures::{bad_request, conflict, not_found};
use super::super::records;
use super::all;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// `API:STAGE`
pub(super) fn split(text: &str) -> Result<(&str, &str), Refused> {
    let parts = text.split_once(':');
    let parts =
        parts.filter(|(api, stage)| !api.is_empty() && !stage.is_empty() && !stage.contains(':'));
    parts.ok_or_else(invalid)
}

pub(super) fn invalid() -> Refused {
    bad_request("Invalid API Stage specified")
}

/// Recorded by `test_usage_plan_crud`.
pub(super) fn unknown(plan: &str, api: &str, stage: &str) -> Refused {
    not_found(format!(
        "Invalid API Stage {{api: {api}, stage: {stage}}} specified for usageplan {plan}"
    ))
}

pub(super) async fn must_exist(
    rooms: &Rooms,
    call: &Call,
    plan: &str,
    (api, stage): (&str, &str),
) -> Result<(), Refused> {
    let missing = || unknown(plan, api, stage);
    let record = records::read(rooms, call, api, missing).await?;
    if record.stages.contains_key(stage) {
        return Ok(());
    }
    Err(missing())
}

/// "A given API key can only be associated with one usage plan for each stage of an API"
/// (developer guide, "Usage plans and API keys for REST APIs").
pub(in super::super) async fn refuse_second_plan(
    rooms: &Rooms,
    call: &Call,
    plan: &UsagePlanRecord,
    key: &str,
    stages: &[PlanStage],
) -> Result<(), Refused> {
    for other in all(rooms, call).await? {
        if other.id == plan.id || !other.holds_key(key) {
            continue;
        }
        if let Some(stage) = stages
            .iter()
            .find(|own| other.serves(&own.api_id, &own.stage))
        {
            return Err(conflict(format!(
                "Usage Plan {} cannot be added because API Key {key} cannot reference multiple \
                 Usage Plans with the same API Stage: {}:{}",
                plan.id, stage.api_id, stage.stage
            )));
        }
    }
    Ok(())
}
