//! Shows a version of a layer by its ARN.

use wire::lambda::{GetLayerVersionByArn, GetLayerVersionByArnRequest, GetLayerVersionResponse};

use super::LayerTarget;
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
        self.read_layer(&call, &target, version(&input.arn)).await
    }
}

/// `wire` has checked the pattern; what AWS itself owns has no number and is not here.
fn version(arn: &str) -> i64 {
    let number = arn.rsplit(':').next().unwrap_or_default();
    number.parse().unwrap_or(i64::MAX)
}
