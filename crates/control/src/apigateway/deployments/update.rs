//! UpdateDeployment: its description.

use wire::apigateway::{Deployment, UpdateDeployment, UpdateDeploymentRequest};

use model::DeploymentRecord;

use super::super::failures::no_deployment;
use super::super::{asks, patch, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateDeployment> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateDeploymentRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateDeployment>(
            call,
            &[&input.rest_api_id, &input.deployment_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateDeployment>,
    ) -> Result<Deployment, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let api = records::read(self, &call, &input.rest_api_id, no_deployment).await?;
        let (account, region) = (call.account(), call.region());
        let id = DeploymentRecord::id_of(account, region, &api.id, &input.deployment_id);
        let change = |deployment: &mut DeploymentRecord| {
            for patch in &patches {
                patch.among(&["/description"])?;
                deployment.description = patch.filled().map(str::to_owned);
            }
            Ok(())
        };
        let updated = self.records.update(&id, change).await;
        let updated = updated.map_err(|error| Refused::of_update(error, no_deployment))?;
        Ok(shown(&updated.stored))
    }
}
