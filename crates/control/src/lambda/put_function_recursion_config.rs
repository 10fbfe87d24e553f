//! Says what is to happen when a function calls itself in a circle.

use model::{FunctionRecord, RecursiveLoop};
use wire::lambda::{
    PutFunctionRecursionConfig, PutFunctionRecursionConfigRequest,
    PutFunctionRecursionConfigResponse,
};

use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutFunctionRecursionConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &PutFunctionRecursionConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:PutFunctionRecursionConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutFunctionRecursionConfig>,
    ) -> Result<PutFunctionRecursionConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let wanted = match input.recursive_loop.as_str() {
            "Allow" => RecursiveLoop::Allow,
            _ => RecursiveLoop::Terminate,
        };
        let change = |record: &mut FunctionRecord| {
            record.recursive_loop = wanted;
            Ok(())
        };
        self.change_function(&target, change).await?;
        Ok(PutFunctionRecursionConfigResponse {
            recursive_loop: Some(input.recursive_loop),
        })
    }
}
