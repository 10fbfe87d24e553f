//! Shows the policy of a version of a layer.

use wire::lambda::{
    GetLayerVersionPolicy, GetLayerVersionPolicyRequest, GetLayerVersionPolicyResponse,
};

use super::super::failures::not_found;
use super::{LayerTarget, no_version, number};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetLayerVersionPolicy> for Rooms {
    fn needs(&self, call: &Call, input: &GetLayerVersionPolicyRequest) -> Result<Needs, Refused> {
        let target = LayerTarget::read(call, &input.layer_name)?;
        Ok(target
            .ask("lambda:GetLayerVersionPolicy", input.version_number)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetLayerVersionPolicy>,
    ) -> Result<GetLayerVersionPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = LayerTarget::read(&call, &input.layer_name)?;
        let number = number(input.version_number)?;
        let layer = self.layer(&target).await?;
        let version = layer.and_then(|layer| layer.record.versions.get(&number).cloned());
        let version = version.ok_or_else(|| no_version(&target, input.version_number))?;
        if version.policy.statements.is_empty() {
            return Err(not_found(
                "No policy is associated with the given resource.",
            ));
        }
        Ok(GetLayerVersionPolicyResponse {
            policy: Some(version.policy.document()),
            revision_id: Some(version.policy.revision_id),
        })
    }
}
