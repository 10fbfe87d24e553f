//! GetUsage.

use wire::apigateway::{GetUsage, GetUsageRequest, Usage};

use std::collections::BTreeMap;

use super::super::failures::{bad_request, no_api_key};
use super::super::{asks, pages, usage_plans};
use super::{daily, read, read_date, write_date};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// "The data of the last 90 days" is what AWS keeps.
const MOST_DAYS: i32 = 90;

impl Handle<GetUsage> for Rooms {
    fn needs(&self, call: &Call, input: &GetUsageRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetUsage>(call, &[&input.usage_plan_id]))
    }

    async fn handle(&self, authorized: Authorized<GetUsage>) -> Result<Usage, Refused> {
        let (input, call) = authorized.into_parts();
        let (start, end) = (read_date(&input.start_date)?, read_date(&input.end_date)?);
        if end < start || end - start > MOST_DAYS {
            return Err(bad_request(format!(
                "Invalid date range: the end must be at most {MOST_DAYS} days after the start"
            )));
        }
        let plan = usage_plans::find(self, &call, &input.usage_plan_id).await?;
        let mut keys: Vec<_> = plan.keys.iter().map(|key| key.id.clone()).collect();
        if let Some(wanted) = &input.key_id {
            keys.retain(|key| key == wanted);
            if keys.is_empty() {
                return Err(no_api_key());
            }
        }
        keys.sort_unstable();
        self.usage.flush().await?;
        let page = pages::cut(keys, input.limit, input.position.as_deref(), Clone::clone)?;
        let mut items = BTreeMap::new();
        for key in page.items {
            let usage = read(self, &plan, &key).await?;
            items.insert(key, daily(&usage, &plan, start..end + 1));
        }
        Ok(Usage {
            usage_plan_id: Some(plan.id.clone()),
            start_date: Some(write_date(start)),
            end_date: Some(write_date(end)),
            position: page.position,
            items: Some(items),
        })
    }
}
