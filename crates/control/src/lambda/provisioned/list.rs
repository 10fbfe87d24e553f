//! Lists what is provisioned of a function.

use wire::lambda::{
    ListProvisionedConcurrencyConfigs, ListProvisionedConcurrencyConfigsRequest,
    ListProvisionedConcurrencyConfigsResponse, ProvisionedConcurrencyConfigListItem,
};

use super::super::configuration::time_text;
use super::super::paging::page;
use super::super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListProvisionedConcurrencyConfigs> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &ListProvisionedConcurrencyConfigsRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:ListProvisionedConcurrencyConfigs", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListProvisionedConcurrencyConfigs>,
    ) -> Result<ListProvisionedConcurrencyConfigsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let record = self.function(&target).await?.record;
        let all = record.provisioned_concurrency.iter().map(|(key, config)| {
            let ready = self.ready(&target, key, config.requested);
            let item = ProvisionedConcurrencyConfigListItem {
                function_arn: Some(target.qualified(Some(key))),
                requested_provisioned_concurrent_executions: ready.requested,
                available_provisioned_concurrent_executions: ready.available,
                allocated_provisioned_concurrent_executions: ready.allocated,
                status: Some(ready.status),
                status_reason: ready.reason,
                last_modified: Some(time_text(config.modified)),
            };
            (key.clone(), item)
        });
        let page = page(all, input.marker.as_deref(), input.max_items);
        Ok(ListProvisionedConcurrencyConfigsResponse {
            provisioned_concurrency_configs: Some(page.items),
            next_marker: page.next_marker,
        })
    }
}
