//! Shows the code signing configuration of a function.

use wire::lambda::{
    GetFunctionCodeSigningConfig, GetFunctionCodeSigningConfigRequest,
    GetFunctionCodeSigningConfigResponse,
};

use super::super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetFunctionCodeSigningConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetFunctionCodeSigningConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:GetFunctionCodeSigningConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetFunctionCodeSigningConfig>,
    ) -> Result<GetFunctionCodeSigningConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let record = self.function(&target).await?.record;
        let named = record.code_signing.is_some();
        Ok(GetFunctionCodeSigningConfigResponse {
            code_signing_config_arn: record.code_signing,
            function_name: named.then(|| target.name.to_string()),
        })
    }
}
