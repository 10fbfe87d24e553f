//! Changes a code signing configuration.

use model::CodeSigningConfigRecord;
use wire::lambda::{
    UpdateCodeSigningConfig, UpdateCodeSigningConfigRequest, UpdateCodeSigningConfigResponse,
};

use super::{ask, id, missing, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateCodeSigningConfig> for Rooms {
    fn needs(&self, _: &Call, input: &UpdateCodeSigningConfigRequest) -> Result<Needs, Refused> {
        Ok(ask(
            "lambda:UpdateCodeSigningConfig",
            &input.code_signing_config_arn,
        )
        .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateCodeSigningConfig>,
    ) -> Result<UpdateCodeSigningConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let arn = &input.code_signing_config_arn;
        let change = |record: &mut CodeSigningConfigRecord| {
            if let Some(description) = &input.description {
                record.description = Some(description.clone());
            }
            if let Some(publishers) = &input.allowed_publishers {
                record
                    .publishers
                    .clone_from(&publishers.signing_profile_version_arns);
            }
            let policies = input.code_signing_policies.as_ref();
            if let Some(policy) =
                policies.and_then(|all| all.untrusted_artifact_on_deployment.as_ref())
            {
                record.untrusted_artifacts.clone_from(policy);
            }
            record.modified = call.now();
            Ok(())
        };
        let id = id(arn).ok_or_else(|| missing(arn))?;
        let updated = self.records.update(&id, change).await;
        let updated = updated.map_err(|error| Refused::of_update(error, || missing(arn)))?;
        Ok(UpdateCodeSigningConfigResponse {
            code_signing_config: Some(shown(&updated.stored.record)),
        })
    }
}
