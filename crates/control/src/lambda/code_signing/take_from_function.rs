//! Takes a function from under its code signing configuration.

use model::FunctionRecord;
use wire::lambda::{DeleteFunctionCodeSigningConfig, DeleteFunctionCodeSigningConfigRequest};

use super::super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteFunctionCodeSigningConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteFunctionCodeSigningConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:DeleteFunctionCodeSigningConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteFunctionCodeSigningConfig>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let change = |record: &mut FunctionRecord| {
            record.code_signing = None;
            Ok(())
        };
        self.change_function(&target, change).await?;
        Ok(())
    }
}
