//! Shows the reserved concurrency of a function.

use wire::lambda::{
    GetFunctionConcurrency, GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse,
};

use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetFunctionConcurrency> for Rooms {
    fn needs(&self, call: &Call, input: &GetFunctionConcurrencyRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:GetFunctionConcurrency", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetFunctionConcurrency>,
    ) -> Result<GetFunctionConcurrencyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let reserved = self.function(&target).await?.record.reserved_concurrency;
        Ok(GetFunctionConcurrencyResponse {
            reserved_concurrent_executions: reserved.and_then(|n| i32::try_from(n).ok()),
        })
    }
}
