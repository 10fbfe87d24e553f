//! GetUsagePlanKey.

use wire::apigateway::{GetUsagePlanKey, GetUsagePlanKeyRequest, UsagePlanKey};

use super::super::failures::no_usage_plan;
use super::super::{api_keys, asks, usage_plans};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetUsagePlanKey> for Rooms {
    fn needs(&self, call: &Call, input: &GetUsagePlanKeyRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetUsagePlanKey>(
            call,
            &[&input.usage_plan_id, &input.key_id],
        ))
    }

    /// A key that exists and is not in the plan is answered as if there were no such plan.
    async fn handle(
        &self,
        authorized: Authorized<GetUsagePlanKey>,
    ) -> Result<UsagePlanKey, Refused> {
        let (input, call) = authorized.into_parts();
        let key = api_keys::find(self, &call, &input.key_id).await?;
        let plan = usage_plans::find(self, &call, &input.usage_plan_id).await?;
        if !plan.holds_key(&key.id) {
            return Err(no_usage_plan());
        }
        Ok(shown(&key))
    }
}
