//! Shows when the runtime of a version is brought up to date.

use model::RuntimeUpdates;
use wire::lambda::{
    GetRuntimeManagementConfig, GetRuntimeManagementConfigRequest,
    GetRuntimeManagementConfigResponse,
};

use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetRuntimeManagementConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetRuntimeManagementConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_function("lambda:GetRuntimeManagementConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetRuntimeManagementConfig>,
    ) -> Result<GetRuntimeManagementConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let record = self.function(&target).await?.record;
        let (number, version) = target.version(&record)?;
        let (on, runtime_version_arn) = match &version.runtime_updates {
            RuntimeUpdates::Auto => ("Auto", None),
            RuntimeUpdates::FunctionUpdate => ("FunctionUpdate", None),
            RuntimeUpdates::Manual(arn) => ("Manual", Some(arn.clone())),
        };
        Ok(GetRuntimeManagementConfigResponse {
            update_runtime_on: Some(on.to_owned()),
            function_arn: Some(target.qualified(Some(&number.to_string()))),
            runtime_version_arn,
        })
    }
}
