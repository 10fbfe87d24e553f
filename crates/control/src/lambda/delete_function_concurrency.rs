//! Gives reserved concurrency back.

use model::FunctionRecord;
use wire::lambda::{DeleteFunctionConcurrency, DeleteFunctionConcurrencyRequest};

use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteFunctionConcurrency> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteFunctionConcurrencyRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:DeleteFunctionConcurrency", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteFunctionConcurrency>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let change = |record: &mut FunctionRecord| {
            record.reserved_concurrency = None;
            Ok(())
        };
        self.change_function(&target, change).await?;
        Ok(())
    }
}
