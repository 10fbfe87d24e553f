//! Shows a version of a layer.

use wire::lambda::{GetLayerVersion, GetLayerVersionRequest, GetLayerVersionResponse};

use super::{LayerTarget, listed};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetLayerVersion> for Rooms {
    fn needs(&self, call: &Call, input: &GetLayerVersionRequest) -> Result<Needs, Refused> {
        let target = LayerTarget::read(call, &input.layer_name)?;
        Ok(target
            .ask("lambda:GetLayerVersion", input.version_number)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetLayerVersion>,
    ) -> Result<GetLayerVersionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = LayerTarget::read(&call, &input.layer_name)?;
        self.read_layer(&call, &target, input.version_number).await
    }
}

impl Rooms {
    pub(super) async fn read_layer(
        &self,
        call: &Call,
        target: &LayerTarget,
        number: i64,
    ) -> Result<GetLayerVersionResponse, Refused> {
        let version = self.layer_version(target, number).await?;
        let shown = listed(&target.arn(), number.unsigned_abs(), &version);
        Ok(GetLayerVersionResponse {
            content: Some(self.layer_content(call, &version)),
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
