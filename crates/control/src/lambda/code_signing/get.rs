//! Shows a code signing configuration.

use wire::lambda::{
    GetCodeSigningConfig, GetCodeSigningConfigRequest, GetCodeSigningConfigResponse,
};

use super::{ask, missing, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetCodeSigningConfig> for Rooms {
    fn needs(&self, _: &Call, input: &GetCodeSigningConfigRequest) -> Result<Needs, Refused> {
        Ok(ask(
            "lambda:GetCodeSigningConfig",
            &input.code_signing_config_arn,
        )
        .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetCodeSigningConfig>,
    ) -> Result<GetCodeSigningConfigResponse, Refused> {
        let (input, _) = authorized.into_parts();
        let arn = &input.code_signing_config_arn;
        let found = self.code_signing(arn).await?.ok_or_else(|| missing(arn))?;
        Ok(GetCodeSigningConfigResponse {
            code_signing_config: Some(shown(&found)),
        })
    }
}
