//! CreateDeployment: freezes the definition, and shows it on a stage if one is named.

use wire::apigateway::{CreateDeployment, CreateDeploymentRequest, Deployment};

use gateway::Gateway;
use model::{DeploymentRecord, RestApiRecord};

use super::super::failures::{bad_request, no_api};
use super::super::{asks, ids, records, stages};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateDeployment> for Rooms {
    fn needs(&self, call: &Call, input: &CreateDeploymentRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<CreateDeployment>(call, &[&input.rest_api_id]);
        let stage = input.stage_name.as_deref().filter(|name| !name.is_empty());
        Ok(match stage {
            Some(stage) => ask.key("apigateway:Request/StageName", stage),
            None => ask,
        }
        .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateDeployment>,
    ) -> Result<Deployment, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        check(&api, &input)?;
        let stage = stages::DeployedStage::read(&input)?;
        Gateway::check(&api.definition).map_err(|error| bad_request(error.to_string()))?;
        let deployment = freeze(&call, &api, input.description);
        self.records.create(&deployment).await?;
        if let Some(stage) = stage {
            let show = |api: &mut RestApiRecord| stage.show(api, &deployment.id, call.now());
            records::change(self, &call, &input.rest_api_id, missing, show).await?;
        }
        Ok(shown(&deployment))
    }
}

fn check(api: &RestApiRecord, input: &CreateDeploymentRequest) -> Result<(), Refused> {
    // "For a private API, you can't deploy your API without a resource policy" (API Gateway developer
    // guide, "Create and attach an API Gateway resource policy to an API"); the text is AWS's.
    if api.endpoint.is_private() && api.definition.policy.is_none() {
        return Err(bad_request(
            "Private REST API doesn't have a resource policy attached to it",
        ));
    }
    if input.canary_settings.is_none() {
        return Ok(());
    }
    // Recorded by `test_create_canary_deployment_validation`.
    let invalid =
        |reason: String| bad_request(format!("Invalid deployment content specified.{reason}"));
    match input.stage_name.as_deref() {
        None | Some("") => Err(invalid(format!(
            "Non null and non empty stageName must be provided for canary deployment. Provided \
             value is {}",
            input.stage_name.as_deref().unwrap_or("null")
        ))),
        Some(stage) if !api.stages.contains_key(stage) => Err(invalid(format!(
            "Stage {stage} must already be created before making a canary release deployment"
        ))),
        Some(_) => Ok(()),
    }
}

fn freeze(call: &Call, api: &RestApiRecord, description: Option<String>) -> DeploymentRecord {
    DeploymentRecord {
        account: api.account.clone(),
        region: api.region.clone(),
        api_id: api.id.clone(),
        id: ids::own(ids::SHORT),
        description: description.filter(|text| !text.is_empty()),
        created: call.now(),
        definition: api.definition.clone(),
    }
}
