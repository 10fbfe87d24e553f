//! GetDeployments, newest first.

use wire::apigateway::{Deployments, GetDeployments, GetDeploymentsRequest};

use model::DeploymentRecord;

use super::super::failures::no_api;
use super::super::{asks, deployments, pages, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDeployments> for Rooms {
    fn needs(&self, call: &Call, input: &GetDeploymentsRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetDeployments>(call, &[&input.rest_api_id]))
    }

    async fn handle(&self, authorized: Authorized<GetDeployments>) -> Result<Deployments, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let mut deployments = deployments::of(self, &api).await?;
        deployments.sort_by_cached_key(|deployment| youth(deployment));
        let page = pages::cut(
            deployments,
            input.limit,
            input.position.as_deref(),
            |deployment| youth(deployment),
        )?;
        Ok(Deployments {
            position: page.position,
            items: Some(
                page.items
                    .iter()
                    .map(|deployment| shown(deployment))
                    .collect(),
            ),
        })
    }
}

/// A key whose order as text is that of creation, turned around.
fn youth(deployment: &DeploymentRecord) -> String {
    format!(
        "{:020} {}",
        i64::MAX - deployment.created.millis(),
        deployment.id
    )
}
