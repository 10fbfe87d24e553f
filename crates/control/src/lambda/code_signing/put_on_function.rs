//! Puts a function under a code signing configuration.

use model::FunctionRecord;
use wire::lambda::{
    PutFunctionCodeSigningConfig, PutFunctionCodeSigningConfigRequest,
    PutFunctionCodeSigningConfigResponse,
};

use super::super::container::NO_SIGNING;
use super::super::failures::invalid;
use super::super::target::Target;
use super::{ask, not_to_be_found};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutFunctionCodeSigningConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &PutFunctionCodeSigningConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        let (action, arn) = (
            "lambda:PutFunctionCodeSigningConfig",
            &input.code_signing_config_arn,
        );
        let function = self.ask_whole_function(action, &target);
        let function = function.key("lambda:CodeSigningConfigArn", arn.clone());
        let config = ask(action, arn).key("lambda:CodeSigningConfigArn", arn.clone());
        Ok(Needs::Permissions(vec![function, config]))
    }

    async fn handle(
        &self,
        authorized: Authorized<PutFunctionCodeSigningConfig>,
    ) -> Result<PutFunctionCodeSigningConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let arn = input.code_signing_config_arn;
        self.code_signing(&arn)
            .await?
            .ok_or_else(|| not_to_be_found(&arn))?;
        let change = |record: &mut FunctionRecord| {
            if record.latest.image.is_some() {
                return Err(invalid(NO_SIGNING));
            }
            record.code_signing = Some(arn.clone());
            Ok(())
        };
        self.change_function(&target, change).await?;
        Ok(PutFunctionCodeSigningConfigResponse {
            code_signing_config_arn: Some(arn),
            function_name: Some(target.name.to_string()),
        })
    }
}
