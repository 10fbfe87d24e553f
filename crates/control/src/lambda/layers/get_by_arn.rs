//! Shows a version of a layer by its ARN.

use wire::lambda::{GetLayerVersionByArn, GetLayerVersionByArnRequest, GetLayerVersionResponse};

use super::{LayerTarget, listed};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetLayerVersionByArn> for Rooms {
    fn needs(&self, call: &Call, input: &GetLayerVersionByArnRequest) -> Result<Needs, Refused> {
        let target = LayerTarget::read(call, &input.arn)?;
        Ok(target
            .ask("lambda:GetLayerVersion", version(&input.arn))
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetLayerVersionByArn>,
    ) -> Result<GetLayerVersionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = LayerTarget::read(&call, &input.arn)?;
        let number = version(&input.arn);
        let version = self.layer_version(&target, number).await?;
        let shown = listed(&target.arn(), number.unsigned_abs(), &version);
        Ok(GetLayerVersionResponse {
            content: Some(self.layer_content(&call, &version)),
            layer_arn: Some(target.arn()),
            layer_version_arn: shown.layer_version_arn,
            description: shown.description,
            created_date: shown.created_date,
            version: shown.version,
            compatible_architectures: shown.compatible_architectures,
            compatible_runtimes: shown.compatible_runtimes,
            license_info: shown.license_info,
        })
    }
}

/// `wire` has checked the pattern; what AWS itself owns has no number and is not here.
fn version(arn: &str) -> i64 {
    let number = arn.rsplit(':').next().unwrap_or_default();
    number.parse().unwrap_or(i64::MAX)
}
