//! UpdateUsage: how many requests are left to a key in the running period.

use wire::apigateway::{UpdateUsage, UpdateUsageRequest, Usage};

use std::collections::BTreeMap;

use model::{Quota, Record as _, UsageGrant, UsageRecord};
use store::{StoreError, UpdateError};

use super::super::failures::{bad_request, no_api_key};
use super::super::patch::{self, Patch};
use super::super::{asks, usage_plans};
use super::{daily, read, write_date};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateUsage> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateUsageRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateUsage>(
            call,
            &[&input.usage_plan_id, &input.key_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<UpdateUsage>) -> Result<Usage, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let plan = usage_plans::find(self, &call, &input.usage_plan_id).await?;
        if !plan.holds_key(&input.key_id) {
            return Err(no_api_key());
        }
        let quota = plan.quota;
        let quota = quota.ok_or_else(|| bad_request("The Usage Plan has no quota to extend"))?;
        self.usage.flush().await?;
        let mut usage = read(self, &plan, &input.key_id).await?;
        let today = call.now().day();
        for patch in &patches {
            let left = remaining(patch)?;
            let grant = grant(&usage, &quota, today, left);
            usage = save(self, usage, grant).await?;
        }
        Ok(Usage {
            usage_plan_id: Some(plan.id.clone()),
            start_date: Some(write_date(today)),
            end_date: Some(write_date(today)),
            position: None,
            items: Some(BTreeMap::from([(
                input.key_id,
                daily(&usage, &plan, today..today + 1),
            )])),
        })
    }
}

fn remaining(patch: &Patch) -> Result<u64, Refused> {
    patch.among(&["/remaining"])?;
    let left = patch.filled().and_then(|value| value.parse().ok());
    left.ok_or_else(|| bad_request("Invalid remaining quota specified"))
}

fn grant(usage: &UsageRecord, quota: &Quota, today: model::Day, left: u64) -> UsageGrant {
    let period = quota.period_of(today);
    UsageGrant {
        period: period.start,
        limit: usage.used(period).saturating_add(left),
    }
}

/// The counts may be written at the same time; both stay.
async fn save(
    rooms: &Rooms,
    mut new: UsageRecord,
    grant: UsageGrant,
) -> Result<UsageRecord, Refused> {
    let gone = || Refused::internal("the usage went away");
    new.grant = Some(grant);
    match rooms.records.create(&new).await {
        Ok(_) => return Ok(new),
        Err(StoreError::Conflict { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let give = |usage: &mut UsageRecord| {
        usage.grant = Some(grant);
        Ok(())
    };
    let updated = rooms.records.update(&new.id(), give).await;
    updated
        .map(|updated| updated.stored.record)
        .map_err(|error: UpdateError<Refused>| Refused::of_update(error, gone))
}
