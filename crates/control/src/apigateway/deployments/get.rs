//! GetDeployment.

use wire::apigateway::{Deployment, GetDeployment, GetDeploymentRequest};

use super::super::failures::no_deployment;
use super::super::{asks, deployments, records};
use super::{read_embed, shown, summary};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDeployment> for Rooms {
    fn needs(&self, call: &Call, input: &GetDeploymentRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetDeployment>(
            call,
            &[&input.rest_api_id, &input.deployment_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetDeployment>) -> Result<Deployment, Refused> {
        let (input, call) = authorized.into_parts();
        let embed_summary = read_embed(input.embed)?;
        let api = records::read(self, &call, &input.rest_api_id, no_deployment).await?;
        let deployment = deployments::read(self, &api, &input.deployment_id).await?;
        Ok(Deployment {
            api_summary: embed_summary.then(|| summary(&deployment)),
            ..shown(&deployment)
        })
    }
}
