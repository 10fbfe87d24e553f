//! Shows the configuration of a qualifier.

use wire::lambda::{
    FunctionEventInvokeConfig, GetFunctionEventInvokeConfig, GetFunctionEventInvokeConfigRequest,
};

use super::super::target::Target;
use super::{key, no_config, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetFunctionEventInvokeConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetFunctionEventInvokeConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_whole_function("lambda:GetFunctionEventInvokeConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetFunctionEventInvokeConfig>,
    ) -> Result<FunctionEventInvokeConfig, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let record = self
            .function_or(&target, || no_config(&target))
            .await?
            .record;
        let key = key(&target);
        let config = record.event_invoke_configs.get(&key);
        Ok(shown(
            &record,
            &key,
            config.ok_or_else(|| no_config(&target))?,
        ))
    }
}
