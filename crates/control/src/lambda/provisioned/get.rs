//! Shows what is provisioned for a version or an alias.

use wire::Failure;
use wire::lambda::{
    GetProvisionedConcurrencyConfig, GetProvisionedConcurrencyConfigRequest,
    GetProvisionedConcurrencyConfigResponse,
};

use super::super::configuration::time_text;
use super::super::target::Target;
use super::{NOT_PUBLISHED, check_qualifier, key, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetProvisionedConcurrencyConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetProvisionedConcurrencyConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, Some(&input.qualifier))?;
        Ok(self
            .ask_function("lambda:GetProvisionedConcurrencyConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetProvisionedConcurrencyConfig>,
    ) -> Result<GetProvisionedConcurrencyConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, Some(&input.qualifier))?;
        let key = key(&target, NOT_PUBLISHED)?;
        let record = self.function_or(&target, || missing(&target)).await?.record;
        check_qualifier(&target, &record)?;
        let config = record
            .provisioned_concurrency
            .get(&key)
            .ok_or_else(no_config)?;
        let ready = self.ready(&target, &key, config.requested);
        Ok(GetProvisionedConcurrencyConfigResponse {
            requested_provisioned_concurrent_executions: ready.requested,
            available_provisioned_concurrent_executions: ready.available,
            allocated_provisioned_concurrent_executions: ready.allocated,
            status: Some(ready.status),
            status_reason: ready.reason,
            last_modified: Some(time_text(config.modified)),
        })
    }
}

fn no_config() -> Refused {
    let message = "No Provisioned Concurrency Config found for this function";
    Failure::new(
        "ProvisionedConcurrencyConfigNotFoundException",
        404,
        message,
    )
    .into()
}
