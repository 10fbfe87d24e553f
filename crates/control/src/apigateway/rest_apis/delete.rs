//! DeleteRestApi: the API with its stages and deployments.

use wire::apigateway::{DeleteRestApi, DeleteRestApiRequest};

use model::{DeploymentRecord, Record as _, RestApiRecord};

use super::super::failures::no_api;
use super::super::{asks, deployments, records, usage_plans};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRestApi> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteRestApiRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteRestApi>(call, &[&input.rest_api_id]))
    }

    async fn handle(&self, authorized: Authorized<DeleteRestApi>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::find(self, &call, &input.rest_api_id)
            .await?
            .ok_or_else(missing)?;
        self.records
            .delete::<RestApiRecord>(&api.record.id(), api.version)
            .await?;
        // Nothing leads to them any more, so an end between the two writes does no harm.
        for deployment in deployments::of(self, &api.record).await? {
            let id = deployment.record.id();
            self.records
                .delete::<DeploymentRecord>(&id, deployment.version)
                .await?;
        }
        usage_plans::forget_stages(self, &call, &api.record, None).await
    }
}
