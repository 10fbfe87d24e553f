//! DeleteUsagePlanKey: what the key used stays counted, should it come back.

use wire::apigateway::{DeleteUsagePlanKey, DeleteUsagePlanKeyRequest};

use model::UsagePlanRecord;

use super::super::failures::no_api_key;
use super::super::{asks, usage_plans};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteUsagePlanKey> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteUsagePlanKeyRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteUsagePlanKey>(
            call,
            &[&input.usage_plan_id, &input.key_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteUsagePlanKey>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let remove = |plan: &mut UsagePlanRecord| {
            if !plan.holds_key(&input.key_id) {
                return Err(no_api_key());
            }
            plan.keys.retain(|own| own.id != input.key_id);
            Ok(())
        };
        usage_plans::change(self, &call, &input.usage_plan_id, remove).await?;
        Ok(())
    }
}
