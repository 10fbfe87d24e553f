//! Deletes a code signing configuration that no function uses.

use model::{CodeSigningConfigRecord, FunctionRecord};
use wire::lambda::{
    DeleteCodeSigningConfig, DeleteCodeSigningConfigRequest, DeleteCodeSigningConfigResponse,
};

use super::super::failures::conflict;
use super::{ask, id, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteCodeSigningConfig> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteCodeSigningConfigRequest) -> Result<Needs, Refused> {
        Ok(ask(
            "lambda:DeleteCodeSigningConfig",
            &input.code_signing_config_arn,
        )
        .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteCodeSigningConfig>,
    ) -> Result<DeleteCodeSigningConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let arn = &input.code_signing_config_arn;
        let id = id(arn).ok_or_else(|| missing(arn))?;
        let found = self.records.get::<CodeSigningConfigRecord>(&id).await?;
        let found = found.ok_or_else(|| missing(arn))?;
        let functions = self.functions(call.account(), call.region()).await?;
        let uses = |record: &FunctionRecord| record.code_signing.as_deref() == Some(arn.as_str());
        if functions.iter().any(uses) {
            return Err(conflict(format!(
                "Code signing config {arn} is in use by one or more functions."
            )));
        }
        self.records
            .delete::<CodeSigningConfigRecord>(&id, found.version)
            .await?;
        Ok(DeleteCodeSigningConfigResponse {})
    }
}
