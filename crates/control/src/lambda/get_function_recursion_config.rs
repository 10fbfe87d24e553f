//! Shows what happens when a function calls itself in a circle.

use model::RecursiveLoop;
use wire::lambda::{
    GetFunctionRecursionConfig, GetFunctionRecursionConfigRequest,
    GetFunctionRecursionConfigResponse,
};

use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetFunctionRecursionConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetFunctionRecursionConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:GetFunctionRecursionConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetFunctionRecursionConfig>,
    ) -> Result<GetFunctionRecursionConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let record = self.function(&target).await?.record;
        let shown = match record.recursive_loop {
            RecursiveLoop::Terminate => "Terminate",
            RecursiveLoop::Allow => "Allow",
        };
        Ok(GetFunctionRecursionConfigResponse {
            recursive_loop: Some(shown.to_owned()),
        })
    }
}
