//! DeleteUsagePlan: one that has no stages any more.

use wire::apigateway::{DeleteUsagePlan, DeleteUsagePlanRequest};

use model::{Record as _, UsagePlanRecord};

use super::super::failures::bad_request;
use super::super::{asks, usage};
use super::find;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteUsagePlan> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteUsagePlanRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteUsagePlan>(
            call,
            &[&input.usage_plan_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteUsagePlan>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let plan = find(self, &call, &input.usage_plan_id).await?;
        // The words are AWS's own, seen by its clients.
        if let Some(stage) = plan.stages.first() {
            return Err(bad_request(format!(
                "Cannot delete Usage Plan {} because there are API Stages associated with it, \
                 including {}:{}",
                plan.id, stage.api_id, stage.stage
            )));
        }
        self.records
            .delete::<UsagePlanRecord>(&plan.record.id(), plan.version)
            .await?;
        usage::forget(self, &plan.record, None).await
    }
}
