//! The stage that CreateDeployment names: made, or moved to the new deployment.

use std::collections::BTreeMap;

use model::{RestApiRecord, StageName, Timestamp};
use wire::apigateway::{CreateDeploymentRequest, DeploymentCanarySettings};

use super::{cache_cluster, canary, new, read_name, variables};
use crate::refused::Refused;

#[derive(Debug)]
pub(in super::super) struct DeployedStage {
    name: StageName,
    description: Option<String>,
    variables: Option<BTreeMap<String, String>>,
    tracing_enabled: Option<bool>,
    canary: Option<DeploymentCanarySettings>,
    cache_cluster_enabled: Option<bool>,
    cache_cluster_size: Option<String>,
}

impl DeployedStage {
    pub(in super::super) fn read(input: &CreateDeploymentRequest) -> Result<Option<Self>, Refused> {
        let Some(name) = input.stage_name.as_deref().filter(|name| !name.is_empty()) else {
            return Ok(None);
        };
        if let Some(given) = &input.variables {
            variables::check_all(given)?;
        }
        Ok(Some(Self {
            name: read_name(name)?,
            description: input.stage_description.clone(),
            variables: input.variables.clone(),
            tracing_enabled: input.tracing_enabled,
            canary: input.canary_settings.clone(),
            cache_cluster_enabled: input.cache_cluster_enabled,
            cache_cluster_size: input.cache_cluster_size.clone(),
        }))
    }

    /// What is not named stays as it was.
    pub(in super::super) fn show(
        &self,
        api: &mut RestApiRecord,
        deployment_id: &str,
        now: Timestamp,
    ) -> Result<(), Refused> {
        let name = self.name.clone();
        let stage = api
            .stages
            .entry(name.clone())
            .or_insert_with(|| new(name, deployment_id.to_owned(), now));
        match &self.canary {
            Some(canary) => stage.canary = Some(canary::of_deployment(canary, deployment_id)?),
            None => deployment_id.clone_into(&mut stage.deployment_id),
        }
        stage.updated = now;
        if let Some(description) = &self.description {
            stage.description = Some(description.clone()).filter(|text| !text.is_empty());
        }
        if let Some(variables) = &self.variables {
            stage.variables.clone_from(variables);
        }
        if let Some(tracing) = self.tracing_enabled {
            stage.tracing_enabled = tracing;
        }
        let size = self.cache_cluster_size.as_deref();
        cache_cluster::set(stage, self.cache_cluster_enabled, size)
    }
}
