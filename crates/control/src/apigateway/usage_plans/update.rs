//! UpdateUsagePlan.

use std::collections::BTreeMap;

use serde_json::Value;
use wire::apigateway::{ThrottleSettings, UpdateUsagePlan, UpdateUsagePlanRequest, UsagePlan};

use model::{PlanStage, ThrottleLimits, UsagePlanRecord};

use super::super::failures::bad_request;
use super::super::patch::{self, Op, Patch};
use super::super::{asks, quotas};
use super::limits::{self, QuotaParts, check_method, check_throttle};
use super::{change, find, shown, stages};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// What clients saw AWS list for `remove`.
const REMOVABLE: &str = "/apiStages, /quota, /throttle, /productCode, \
    /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>, \
    /apiStages/<apidId:stageName>/throttle";
const SETTABLE: &str = "/name, /description, /productCode, /quota/limit, /quota/offset, \
    /quota/period, /throttle/rateLimit, /throttle/burstLimit, \
    /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>/rateLimit, \
    /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>/burstLimit";

impl Handle<UpdateUsagePlan> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateUsagePlanRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateUsagePlan>(
            call,
            &[&input.usage_plan_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<UpdateUsagePlan>) -> Result<UsagePlan, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let plan = find(self, &call, &input.usage_plan_id).await?;
        for patch in &patches {
            check_stage(self, &call, &plan, patch).await?;
        }
        let apply = |plan: &mut UsagePlanRecord| {
            let held = limits::most_methods(&plan.stages);
            apply_all(plan, &patches)?;
            quotas::check_method_throttles(self, held, limits::most_methods(&plan.stages))
        };
        let (plan, ()) = change(self, &call, &input.usage_plan_id, apply).await?;
        Ok(shown(&plan))
    }
}

/// The stage of a patch exists, and no key of the plan has another plan for it.
async fn check_stage(
    rooms: &Rooms,
    call: &Call,
    plan: &UsagePlanRecord,
    patch: &Patch,
) -> Result<(), Refused> {
    if patch.parts().as_slice() != ["apiStages"] {
        return Ok(());
    }
    let (api, stage) = stages::split(patch.filled().ok_or_else(stages::invalid)?)?;
    stages::must_exist(rooms, call, &plan.id, (api, stage)).await?;
    if patch.op != Op::Add {
        return Ok(());
    }
    let added = [plan_stage(api, stage)];
    for key in &plan.keys {
        stages::refuse_second_plan(rooms, call, plan, &key.id, &added).await?;
    }
    Ok(())
}

fn plan_stage(api: &str, stage: &str) -> PlanStage {
    PlanStage {
        api_id: api.to_owned(),
        stage: stage.to_owned(),
        throttle: BTreeMap::new(),
    }
}

/// A quota is looked at when all of its parts are there.
fn apply_all(plan: &mut UsagePlanRecord, patches: &[Patch]) -> Result<(), Refused> {
    let mut quota = QuotaParts::of(plan.quota.as_ref());
    for patch in patches {
        apply(plan, &mut quota, patch)?;
    }
    plan.quota = quota.read()?;
    Ok(())
}

fn apply(plan: &mut UsagePlanRecord, quota: &mut QuotaParts, patch: &Patch) -> Result<(), Refused> {
    let parts = patch.parts();
    match (patch.op, parts.as_slice()) {
        (Op::Replace, ["name"]) => plan.name = name(patch)?,
        (Op::Replace, ["description"]) => plan.description = patch.optional()?,
        (Op::Add | Op::Replace | Op::Remove, ["productCode"]) => {
            plan.product_code = patch.optional()?;
        }
        (Op::Remove, ["quota"]) => *quota = QuotaParts::default(),
        (Op::Remove, ["throttle"]) => plan.throttle = None,
        (Op::Add | Op::Replace, ["quota", "limit"]) => quota.limit = Some(number(patch)?),
        (Op::Add | Op::Replace, ["quota", "offset"]) => quota.offset = Some(number(patch)?),
        (Op::Add | Op::Replace, ["quota", "period"]) => quota.period = patch.optional()?,
        (Op::Add | Op::Replace, ["throttle", limit]) => {
            set_limit(plan.throttle.get_or_insert_default(), limit, patch)?;
        }
        (Op::Add | Op::Remove, ["apiStages"]) => stage(plan, patch)?,
        (op, ["apiStages", stage, "throttle", method @ ..]) if op != Op::Test => {
            throttle_of_method(plan, stage, method, patch)?;
        }
        _ => return Err(invalid_path(patch)),
    }
    Ok(())
}

fn name(patch: &Patch) -> Result<String, Refused> {
    let name = patch.replacement()?.filter(|name| !name.trim().is_empty());
    name.ok_or_else(|| bad_request("Usage Plan name cannot be blank"))
}

fn stage(plan: &mut UsagePlanRecord, patch: &Patch) -> Result<(), Refused> {
    let (api, stage) = stages::split(patch.filled().ok_or_else(stages::invalid)?)?;
    if patch.op == Op::Remove {
        let before = plan.stages.len();
        plan.stages.retain(|own| !own.is(api, stage));
        if plan.stages.len() == before {
            return Err(stages::unknown(&plan.id, api, stage));
        }
    } else if !plan.serves(api, stage) {
        plan.stages.push(plan_stage(api, stage));
    }
    Ok(())
}

/// `~1pets/GET/rateLimit`, or with the slashes of the path as they are.
fn throttle_of_method(
    plan: &mut UsagePlanRecord,
    stage: &str,
    method: &[&str],
    patch: &Patch,
) -> Result<(), Refused> {
    let (api, name) = stages::split(stage)?;
    let missing = stages::unknown(&plan.id, api, name);
    let stage = plan.stages.iter_mut().find(|own| own.is(api, name));
    let stage = stage.ok_or(missing)?;
    match (patch.op, method) {
        (Op::Remove, []) => stage.throttle.clear(),
        (Op::Remove, method) => {
            let removed = stage.throttle.remove(&method.join("/"));
            removed.ok_or_else(|| invalid_path(patch))?;
        }
        (Op::Add | Op::Replace, []) => stage.throttle = all_throttles(patch)?,
        (Op::Add | Op::Replace, [method @ .., limit]) => {
            let method = method.join("/");
            check_method(&method)?;
            set_limit(stage.throttle.entry(method).or_default(), limit, patch)?;
        }
        _ => return Err(invalid_path(patch)),
    }
    Ok(())
}

/// All limits of a stage's methods at once, as the developer guide writes them ("Maintain a usage plan for REST APIs in API
/// Gateway"): an object by `/PATH/VERB`, or that as text once more.
fn all_throttles(patch: &Patch) -> Result<BTreeMap<String, ThrottleLimits>, Refused> {
    let path = &patch.path;
    let unreadable = || bad_request(format!("Invalid value specified for {path}"));
    let read = |text: &str| serde_json::from_str::<Value>(text).map_err(|_| unreadable());
    let value = match read(patch.filled().ok_or_else(unreadable)?)? {
        Value::String(text) => read(&text)?,
        value => value,
    };
    let Value::Object(methods) = value else {
        return Err(unreadable());
    };
    let given = methods.into_iter().map(|(method, limits)| {
        let rate = limits.get("rateLimit");
        let burst = limits.get("burstLimit").and_then(Value::as_i64);
        let limits = ThrottleSettings {
            rate_limit: rate.and_then(Value::as_f64),
            burst_limit: burst.and_then(|burst| i32::try_from(burst).ok()),
        };
        (method, limits)
    });
    limits::read_methods(given.collect())
}

fn set_limit(limits: &mut ThrottleLimits, limit: &str, patch: &Patch) -> Result<(), Refused> {
    match limit {
        "rateLimit" => limits.rate = Some(number(patch)?),
        "burstLimit" => limits.burst = Some(number(patch)?),
        _ => return Err(invalid_path(patch)),
    }
    check_throttle(limits)
}

fn number<T: std::str::FromStr>(patch: &Patch) -> Result<T, Refused> {
    let number = patch.filled().and_then(|value| value.trim().parse().ok());
    number.ok_or_else(|| {
        let (path, value) = (&patch.path, patch.value().unwrap_or("null"));
        bad_request(format!("Invalid value {value} specified for {path}"))
    })
}

fn invalid_path(patch: &Patch) -> Refused {
    let known = match patch.op {
        Op::Remove => REMOVABLE,
        Op::Add | Op::Replace | Op::Move | Op::Copy | Op::Test => SETTABLE,
    };
    bad_request(format!(
        "Invalid patch path  '{}' specified for op '{}'. Must be one of: [{known}]",
        patch.path,
        patch.op.as_str()
    ))
}
