//! Makes a code signing configuration.

use model::CodeSigningConfigRecord;
use wire::lambda::{
    CreateCodeSigningConfig, CreateCodeSigningConfigRequest, CreateCodeSigningConfigResponse,
};

use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::chosen;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::marked;

impl Handle<CreateCodeSigningConfig> for Rooms {
    fn needs(&self, _: &Call, input: &CreateCodeSigningConfigRequest) -> Result<Needs, Refused> {
        let tags = input.tags.clone().unwrap_or_default();
        let ask = Ask::anything("lambda:CreateCodeSigningConfig");
        Ok(ask.bringing_tags(&tags).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateCodeSigningConfig>,
    ) -> Result<CreateCodeSigningConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let policies = input.code_signing_policies.unwrap_or_default();
        let record = CodeSigningConfigRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            config: new_id(),
            description: input.description,
            publishers: input.allowed_publishers.signing_profile_version_arns,
            untrusted_artifacts: policies
                .untrusted_artifact_on_deployment
                .unwrap_or_else(|| "Warn".to_owned()),
            modified: call.now(),
            tags: marked(input.tags.unwrap_or_default()),
        };
        self.records.create(&record).await?;
        Ok(CreateCodeSigningConfigResponse {
            code_signing_config: Some(shown(&record)),
        })
    }
}

/// `csc-` and 17 hexadecimal digits.
fn new_id() -> String {
    if let Some(chosen) = chosen::id() {
        return chosen;
    }
    let random = uuid::Uuid::new_v4().simple().to_string();
    format!("csc-{}", random.get(..17).unwrap_or(&random))
}
