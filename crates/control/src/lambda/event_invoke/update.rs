//! Changes what is given of the configuration of a qualifier.

use model::FunctionRecord;
use wire::lambda::{
    FunctionEventInvokeConfig, UpdateFunctionEventInvokeConfig,
    UpdateFunctionEventInvokeConfigRequest,
};

use super::super::target::Target;
use super::{Given, key, no_config};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateFunctionEventInvokeConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &UpdateFunctionEventInvokeConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_whole_function("lambda:UpdateFunctionEventInvokeConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateFunctionEventInvokeConfig>,
    ) -> Result<FunctionEventInvokeConfig, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let given = Given {
            max_retries: input.maximum_retry_attempts,
            max_age: input.maximum_event_age_in_seconds,
            destinations: input.destination_config,
        };
        let present = |record: &FunctionRecord| {
            let config = record.event_invoke_configs.get(&key(&target)).cloned();
            config.ok_or_else(|| no_config(&target))
        };
        self.set_config(&call, &target, &given, present).await
    }
}
