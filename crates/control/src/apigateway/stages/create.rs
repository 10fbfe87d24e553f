//! CreateStage.

use wire::apigateway::{CreateStage, CreateStageRequest, Stage};

use model::RestApiRecord;

use super::super::failures::{conflict, no_api};
use super::super::{asks, deployments, records, tags};
use super::{cache_cluster, canary, documented, new, read_name, shown, variables};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateStage> for Rooms {
    fn needs(&self, call: &Call, input: &CreateStageRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<CreateStage>(call, &[&input.rest_api_id]);
        let asks = asks::with_tags(call, ask, input.tags.as_ref());
        Ok(Needs::Permissions(asks))
    }

    async fn handle(&self, authorized: Authorized<CreateStage>) -> Result<Stage, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let stage = read(&call, &input)?;
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        deployments::must_exist(self, &api, &input.deployment_id).await?;
        if let Some(canary) = &stage.canary {
            deployments::must_exist(self, &api, &canary.deployment_id).await?;
        }
        let change = |api: &mut RestApiRecord| {
            if api.stages.contains_key(&stage.name) {
                return Err(conflict("Stage already exists"));
            }
            documented(api, &stage)?;
            api.stages.insert(stage.name.clone(), stage.clone());
            Ok(())
        };
        records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(shown(&stage))
    }
}

fn read(call: &Call, input: &CreateStageRequest) -> Result<model::Stage, Refused> {
    let name = read_name(&input.stage_name)?;
    let given = input.variables.clone().unwrap_or_default();
    variables::check_all(&given)?;
    let tags = input.tags.clone().unwrap_or_default();
    tags::check(&tags)?;
    let canary = input.canary_settings.as_ref();
    let canary = canary
        .map(|given| canary::of_stage(given, &input.deployment_id))
        .transpose()?;
    let mut stage = model::Stage {
        canary,
        description: input.description.clone().filter(|text| !text.is_empty()),
        variables: given,
        documentation_version: input
            .documentation_version
            .clone()
            .filter(|version| !version.is_empty()),
        tracing_enabled: input.tracing_enabled.unwrap_or(false),
        tags: crate::tags::marked(tags),
        ..new(name, input.deployment_id.clone(), call.now())
    };
    let size = input.cache_cluster_size.as_deref();
    cache_cluster::set(&mut stage, input.cache_cluster_enabled, size)?;
    Ok(stage)
}
