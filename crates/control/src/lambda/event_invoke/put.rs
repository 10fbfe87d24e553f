//! Sets the configuration of a qualifier, whatever it was before.

use model::EventInvokeConfig;
use wire::lambda::{
    FunctionEventInvokeConfig, PutFunctionEventInvokeConfig, PutFunctionEventInvokeConfigRequest,
};

use super::super::target::Target;
use super::Given;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutFunctionEventInvokeConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &PutFunctionEventInvokeConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_whole_function("lambda:PutFunctionEventInvokeConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutFunctionEventInvokeConfig>,
    ) -> Result<FunctionEventInvokeConfig, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let given = Given {
            max_retries: input.maximum_retry_attempts,
            max_age: input.maximum_event_age_in_seconds,
            destinations: input.destination_config,
        };
        self.set_config(&call, &target, &given, |_| Ok(EventInvokeConfig::default()))
            .await
    }
}
