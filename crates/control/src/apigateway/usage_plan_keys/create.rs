//! CreateUsagePlanKey.

use wire::apigateway::{CreateUsagePlanKey, CreateUsagePlanKeyRequest, UsagePlanKey};

use model::{PlanKey, UsagePlanRecord};

use super::super::failures::{bad_request, conflict};
use super::super::usage_plans::{self, refuse_second_plan};
use super::super::{api_keys, asks, quotas};
use super::{API_KEY, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateUsagePlanKey> for Rooms {
    fn needs(&self, call: &Call, input: &CreateUsagePlanKeyRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<CreateUsagePlanKey>(
            call,
            &[&input.usage_plan_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateUsagePlanKey>,
    ) -> Result<UsagePlanKey, Refused> {
        let (input, call) = authorized.into_parts();
        if input.key_type != API_KEY {
            return Err(bad_request(format!(
                "Invalid key type specified. Must be one of: [{API_KEY}]"
            )));
        }
        let key = api_keys::find(self, &call, &input.key_id).await?;
        let plan = usage_plans::find(self, &call, &input.usage_plan_id).await?;
        if plan.holds_key(&key.id) {
            return Err(conflict(format!(
                "Usage Plan {} already has API Key {}",
                plan.id, key.id
            )));
        }
        add(self, &call, &plan.id, &key.id).await?;
        Ok(shown(&key))
    }
}

/// A key that is in the plan already stays there.
pub(in super::super) async fn add(
    rooms: &Rooms,
    call: &Call,
    plan: &str,
    key: &str,
) -> Result<(), Refused> {
    let record = usage_plans::find(rooms, call, plan).await?;
    refuse_second_plan(rooms, call, &record, key, &record.stages).await?;
    if !record.holds_key(key) {
        let plans = usage_plans::all(rooms, call).await?;
        quotas::check_plans_of_key(
            rooms,
            plans.iter().filter(|plan| plan.holds_key(key)).count(),
        )?;
    }
    let add = |plan: &mut UsagePlanRecord| {
        if !plan.holds_key(key) {
            plan.keys.push(PlanKey {
                id: key.to_owned(),
                added: call.now(),
            });
        }
        Ok(())
    };
    usage_plans::change(rooms, call, plan, add).await?;
    Ok(())
}
