//! Takes the configuration of a qualifier away.

use model::FunctionRecord;
use wire::lambda::{DeleteFunctionEventInvokeConfig, DeleteFunctionEventInvokeConfigRequest};

use super::super::target::Target;
use super::{key, no_config};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteFunctionEventInvokeConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteFunctionEventInvokeConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_whole_function("lambda:DeleteFunctionEventInvokeConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteFunctionEventInvokeConfig>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let change = |record: &mut FunctionRecord| {
            let removed = record.event_invoke_configs.remove(&key(&target));
            removed.map(drop).ok_or_else(|| no_config(&target))
        };
        self.change_function_or(&target, || no_config(&target), change)
            .await?;
        Ok(())
    }
}
