//! GetUsagePlans: all of them, or those of a key.

use wire::apigateway::{GetUsagePlans, GetUsagePlansRequest, UsagePlans};

use super::super::{asks, pages};
use super::{all, shown_briefly};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetUsagePlans> for Rooms {
    fn needs(&self, call: &Call, _input: &GetUsagePlansRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetUsagePlans>(call, &[]))
    }

    async fn handle(&self, authorized: Authorized<GetUsagePlans>) -> Result<UsagePlans, Refused> {
        let (input, call) = authorized.into_parts();
        let mut plans = all(self, &call).await?;
        if let Some(key) = &input.key_id {
            plans.retain(|plan| plan.holds_key(key));
        }
        let position = input.position.as_deref();
        let page = pages::cut(plans, input.limit, position, |plan| {
            pages::oldest_first(plan.created, &plan.id)
        })?;
        let plans = page.items.iter();
        Ok(UsagePlans {
            position: page.position,
            items: Some(plans.map(|plan| shown_briefly(plan)).collect()),
        })
    }
}
