//! GetUsagePlan.

use wire::apigateway::{GetUsagePlan, GetUsagePlanRequest, UsagePlan};

use super::super::asks;
use super::{find, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetUsagePlan> for Rooms {
    fn needs(&self, call: &Call, input: &GetUsagePlanRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetUsagePlan>(call, &[&input.usage_plan_id]))
    }

    async fn handle(&self, authorized: Authorized<GetUsagePlan>) -> Result<UsagePlan, Refused> {
        let (input, call) = authorized.into_parts();
        let plan = find(self, &call, &input.usage_plan_id).await?;
        Ok(shown(&plan))
    }
}
