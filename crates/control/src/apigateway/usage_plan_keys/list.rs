//! GetUsagePlanKeys: the last that came stands first. A plan that does not exist has none.

use wire::apigateway::{GetUsagePlanKeys, GetUsagePlanKeysRequest, UsagePlanKeys};

use std::collections::HashMap;

use model::UsagePlanRecord;

use super::super::{api_keys, asks, pages};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetUsagePlanKeys> for Rooms {
    fn needs(&self, call: &Call, input: &GetUsagePlanKeysRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetUsagePlanKeys>(
            call,
            &[&input.usage_plan_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetUsagePlanKeys>,
    ) -> Result<UsagePlanKeys, Refused> {
        let (input, call) = authorized.into_parts();
        let id = UsagePlanRecord::id_of(call.account(), call.region(), &input.usage_plan_id);
        let plan = self.records.get::<UsagePlanRecord>(&id).await?;
        let members = plan.map(|plan| plan.record.keys).unwrap_or_default();
        let keys = api_keys::all(self, &call).await?.into_iter();
        let mut keys: HashMap<_, _> = keys.map(|key| (key.id.clone(), key)).collect();
        let members = members.into_iter().enumerate().rev();
        let members = members.filter_map(|(at, member)| Some((at, keys.remove(&member.id)?)));
        let members = members.filter(|(_, key)| {
            let name = key.name.as_deref().unwrap_or_default();
            input
                .name_query
                .as_deref()
                .is_none_or(|start| name.starts_with(start))
        });
        let position = input.position.as_deref();
        let page = pages::cut(members, input.limit, position, |(at, _)| {
            pages::last_first(*at)
        })?;
        let keys = page.items.iter();
        Ok(UsagePlanKeys {
            position: page.position,
            items: Some(keys.map(|(_, key)| shown(key)).collect()),
        })
    }
}
