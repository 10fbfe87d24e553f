//! Usage plans: which keys may use which stages, how fast and how often.

mod create;
mod delete;
mod get;
mod limits;
mod list;
mod stages;
mod update;

use model::{PlanStage, Record as _, RestApiRecord, ThrottleLimits, UsagePlanRecord};
use store::Stored;
use wire::apigateway::{ApiStage, QuotaSettings, ThrottleSettings, UsagePlan};

pub(super) use stages::refuse_second_plan;

use super::failures::no_usage_plan;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

fn shown(plan: &UsagePlanRecord) -> UsagePlan {
    let quota = plan.quota.map(|quota| QuotaSettings {
        limit: i32::try_from(quota.limit).ok(),
        offset: i32::try_from(quota.offset).ok(),
        period: Some(quota.period.to_string()),
    });
    UsagePlan {
        id: Some(plan.id.clone()),
        name: Some(plan.name.clone()),
        description: plan.description.clone(),
        api_stages: Some(plan.stages.iter().map(shown_stage).collect()),
        throttle: plan.throttle.map(shown_throttle),
        quota,
        product_code: plan.product_code.clone(),
        tags: Some(plan.tags.clone()),
    }
}

/// As it is shown by who makes or lists it: without tags when there are none (recorded by
/// `test_usage_plan_crud`).
fn shown_briefly(plan: &UsagePlanRecord) -> UsagePlan {
    let shown = shown(plan);
    UsagePlan {
        tags: shown.tags.filter(|tags| !tags.is_empty()),
        ..shown
    }
}

fn shown_stage(stage: &PlanStage) -> ApiStage {
    let throttle = stage.throttle.iter();
    let throttle = throttle.map(|(method, limits)| (method.clone(), shown_throttle(*limits)));
    ApiStage {
        api_id: Some(stage.api_id.clone()),
        stage: Some(stage.stage.clone()),
        throttle: Some(throttle.collect())
            .filter(|all: &std::collections::BTreeMap<_, _>| !all.is_empty()),
    }
}

fn shown_throttle(limits: ThrottleLimits) -> ThrottleSettings {
    ThrottleSettings {
        burst_limit: limits.burst,
        rate_limit: limits.rate,
    }
}

/// All plans of the account, in the order in which they were made.
pub(super) async fn all(
    rooms: &Rooms,
    call: &Call,
) -> Result<Vec<Stored<UsagePlanRecord>>, Refused> {
    let prefix = UsagePlanRecord::id_of(call.account(), call.region(), "");
    let mut plans = rooms.records.list::<UsagePlanRecord>(&prefix).await?;
    plans.sort_by(|left, right| {
        left.created
            .cmp(&right.created)
            .then(left.id.cmp(&right.id))
    });
    Ok(plans)
}

pub(super) async fn find(
    rooms: &Rooms,
    call: &Call,
    id: &str,
) -> Result<Stored<UsagePlanRecord>, Refused> {
    let id = UsagePlanRecord::id_of(call.account(), call.region(), id);
    let found = rooms.records.get(&id).await?;
    found.ok_or_else(no_usage_plan)
}

/// Changes the plan, or leaves it as it was if the change is refused.
pub(super) async fn change<T>(
    rooms: &Rooms,
    call: &Call,
    id: &str,
    change: impl FnMut(&mut UsagePlanRecord) -> Result<T, Refused>,
) -> Result<(UsagePlanRecord, T), Refused> {
    let id = UsagePlanRecord::id_of(call.account(), call.region(), id);
    match rooms.records.update(&id, change).await {
        Ok(updated) => Ok((updated.stored.record, updated.output)),
        Err(error) => Err(Refused::of_update(error, no_usage_plan)),
    }
}

/// Takes stages that are gone out of the plans: all of an API, or one.
pub(super) async fn forget_stages(
    rooms: &Rooms,
    call: &Call,
    api: &RestApiRecord,
    stage: Option<&str>,
) -> Result<(), Refused> {
    let gone = |own: &PlanStage| {
        own.api_id == api.id.as_str() && stage.is_none_or(|stage| own.stage == stage)
    };
    for plan in all(rooms, call).await? {
        if !plan.stages.iter().any(gone) {
            continue;
        }
        let forget = |plan: &mut UsagePlanRecord| {
            plan.stages.retain(|own| !gone(own));
            Ok::<_, Refused>(())
        };
        let updated = rooms.records.update(&plan.record.id(), forget).await;
        updated
            .map(|_| ())
            .or_else(|error| match Refused::of_update(error, no_usage_plan) {
                // Somebody deleted the plan meanwhile.
                Refused::Failure(_) => Ok(()),
                refused => Err(refused),
            })?;
    }
    Ok(())
}
