//! DeleteDeployment: one that no stage shows.

use wire::apigateway::{DeleteDeployment, DeleteDeploymentRequest};

use model::{DeploymentRecord, Record as _};

use super::super::failures::{bad_request, no_deployment};
use super::super::{asks, deployments, records};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDeployment> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDeploymentRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteDeployment>(
            call,
            &[&input.rest_api_id, &input.deployment_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteDeployment>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let api = records::read(self, &call, &input.rest_api_id, no_deployment).await?;
        let found = deployments::find(self, &api, &input.deployment_id).await?;
        let deployment = found.ok_or_else(no_deployment)?;
        if api
            .stages
            .values()
            .any(|stage| stage.shows(&input.deployment_id))
        {
            return Err(bad_request(
                "Active stages pointing to this deployment must be moved or deleted",
            ));
        }
        let id = deployment.record.id();
        self.records
            .delete::<DeploymentRecord>(&id, deployment.version)
            .await?;
        Ok(())
    }
}
