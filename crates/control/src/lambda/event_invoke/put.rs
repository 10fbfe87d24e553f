//! Sets the configuration of a qualifier, whatever it was before.

use model::{EventInvokeConfig, FunctionRecord};
use wire::lambda::{
    FunctionEventInvokeConfig, PutFunctionEventInvokeConfig, PutFunctionEventInvokeConfigRequest,
};

use super::super::target::Target;
use super::{Given, check_qualifier, key, no_function, shown};
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
        given.check_any()?;
        let before = self.function_or(&target, no_function).await?.record;
        check_qualifier(&target, &before)?;
        self.check_destinations(&target, given.destinations.as_ref())
            .await?;
        let change = |record: &mut FunctionRecord| {
            check_qualifier(&target, record)?;
            let mut config = EventInvokeConfig {
                modified: call.now(),
                ..EventInvokeConfig::default()
            };
            given.apply(&mut config);
            record
                .event_invoke_configs
                .insert(key(&target), config.clone());
            Ok(config)
        };
        let updated = self
            .change_function_or(&target, no_function, change)
            .await?;
        Ok(shown(
            &updated.stored.record,
            &key(&target),
            &updated.output,
        ))
    }
}
