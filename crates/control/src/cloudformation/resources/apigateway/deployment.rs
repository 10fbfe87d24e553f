//! AWS::ApiGateway::Deployment, and the stage that it may bring.

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::apigateway::{
    CreateDeployment, CreateStage, DeleteDeployment, DeleteStage, GetDeployment, GetStage,
    UpdateDeployment, UpdateStage,
};

use super::super::naming;
use super::super::values::{members, property, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;
use super::stage_settings::{self, Whose};

pub(in super::super) struct Deployment;

const ID: usize = 6;
/// Which deployment the stage showed before this one; no template can ask for it.
const PREVIOUS: &str = "PreviousDeploymentId";

impl ResourceType for Deployment {
    const NAME: &'static str = "AWS::ApiGateway::Deployment";
    const PROPERTIES: &'static [Property] = &[
        fixed("DeploymentCanarySettings").holding(&[
            "PercentTraffic",
            "StageVariableOverrides",
            "UseStageCache",
        ]),
        always("Description"),
        fixed("RestApiId").required(),
        always("StageDescription").holding(&[
            "AccessLogSetting.DestinationArn",
            "AccessLogSetting.Format",
            "CacheClusterEnabled",
            "CacheClusterSize",
            "CacheDataEncrypted",
            "CacheTtlInSeconds",
            "CachingEnabled",
            "CanarySetting.DeploymentId",
            "CanarySetting.PercentTraffic",
            "CanarySetting.StageVariableOverrides",
            "CanarySetting.UseStageCache",
            "ClientCertificateId",
            "DataTraceEnabled",
            "Description",
            "DocumentationVersion",
            "LoggingLevel",
            "MethodSettings.CacheDataEncrypted",
            "MethodSettings.CacheTtlInSeconds",
            "MethodSettings.CachingEnabled",
            "MethodSettings.DataTraceEnabled",
            "MethodSettings.HttpMethod",
            "MethodSettings.LoggingLevel",
            "MethodSettings.MetricsEnabled",
            "MethodSettings.ResourcePath",
            "MethodSettings.ThrottlingBurstLimit",
            "MethodSettings.ThrottlingRateLimit",
            "MetricsEnabled",
            "Tags",
            "ThrottlingBurstLimit",
            "ThrottlingRateLimit",
            "TracingEnabled",
            "Variables",
        ]),
        always("StageName"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["DeploymentId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = naming::id(work, ID);
        let place = work.only(&["RestApiId"]);
        let mut input = work.only(&["Description", "StageName"]);
        let canary = work.get("DeploymentCanarySettings").cloned();
        input.extend(canary.map(|canary| ("canarySettings".to_owned(), canary)));
        let previous = match work.text("StageName") {
            Some(stage) => shown_by(work, &work.required("RestApiId")?, &stage).await?,
            None => None,
        };
        let named = ("deploymentId", id.as_str());
        let made =
            naming::make::<CreateDeployment, GetDeployment>(work, named, &place, input).await?;
        let id = text_of(&made, "id");
        let made = shown(&id, previous.filter(|previous| *previous != id));
        match describe_stage(work, &Map::new()).await {
            Ok(()) => Ok(made),
            Err(failed) => Err(failed.leaving(made)),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let (api, id) = (work.required("RestApiId")?, &before.physical_id);
        let mut patches = Patches::default();
        patches.changed(work, &before.properties, &[("Description", "/description")]);
        if !patches.is_empty() {
            let input = json!({"restApiId": api, "deploymentId": id,
                "patchOperations": patches.list()});
            work.call::<UpdateDeployment>(input).await?;
        }
        let (old, new) = (
            property(&before.properties, "StageName"),
            work.text("StageName"),
        );
        let mut had = before.properties.clone();
        let mut previous = before
            .attributes
            .get(PREVIOUS)
            .map(super::super::values::text);
        if Some(&old) != new.as_ref() {
            let was = previous.take();
            leave_stage(work, (&api, &old), id, was.as_deref()).await?;
            had.remove("StageDescription");
            if let Some(stage) = &new {
                previous = shown_by(work, &api, stage).await?;
                show_on(work, (&api, stage), id).await?;
            }
        }
        describe_stage(work, &members(had.get("StageDescription"))).await?;
        Ok(shown(id, previous))
    }

    /// The stage that came with the deployment goes with it, or back to what it showed before.
    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let id = &made.physical_id;
        let api = property(&made.properties, "RestApiId");
        let stage = property(&made.properties, "StageName");
        let previous = made
            .attributes
            .get(PREVIOUS)
            .map(super::super::values::text);
        leave_stage(work, (&api, &stage), id, previous.as_deref()).await?;
        let input = json!({"restApiId": api, "deploymentId": id});
        work.call_if_there::<DeleteDeployment>(input).await?;
        Ok(())
    }
}

fn shown(id: &str, previous: Option<String>) -> Made {
    let made = Made::new(id).with("DeploymentId", id);
    match previous {
        Some(previous) => made.with(PREVIOUS, previous),
        None => made,
    }
}

/// Which deployment a stage shows, if there is the stage.
async fn shown_by(work: &Work<'_>, api: &str, stage: &str) -> Result<Option<String>, Failed> {
    let input = json!({"restApiId": api, "stageName": stage});
    let found = work.call_if_there::<GetStage>(input).await?;
    Ok(found.map(|stage| text_of(&stage, "deploymentId")))
}

async fn show_on(work: &Work<'_>, (api, stage): (&str, &str), id: &str) -> Result<(), Failed> {
    if shown_by(work, api, stage).await?.is_none() {
        let input = json!({"restApiId": api, "stageName": stage, "deploymentId": id});
        work.call::<CreateStage>(input).await?;
        return Ok(());
    }
    move_stage(work, (api, stage), id).await
}

async fn move_stage(work: &Work<'_>, (api, stage): (&str, &str), id: &str) -> Result<(), Failed> {
    let mut patches = Patches::default();
    patches.replace("/deploymentId", id);
    let input = json!({"restApiId": api, "stageName": stage, "patchOperations": patches.list()});
    work.call::<UpdateStage>(input).await?;
    Ok(())
}

/// The stage shows this deployment no longer.
async fn leave_stage(
    work: &Work<'_>,
    (api, stage): (&str, &str),
    id: &str,
    previous: Option<&str>,
) -> Result<(), Failed> {
    if stage.is_empty() || shown_by(work, api, stage).await?.as_deref() != Some(id) {
        return Ok(());
    }
    if let Some(previous) = previous {
        let input = json!({"restApiId": api, "deploymentId": previous});
        if work.call_if_there::<GetDeployment>(input).await?.is_some() {
            return move_stage(work, (api, stage), previous).await;
        }
    }
    let input = json!({"restApiId": api, "stageName": stage});
    work.call_if_there::<DeleteStage>(input).await?;
    Ok(())
}

/// `StageDescription`: settings of the stage.
async fn describe_stage(work: &Work<'_>, before: &Map<String, Value>) -> Result<(), Failed> {
    let now = members(work.get("StageDescription"));
    let Some(stage) = work.text("StageName") else {
        if now.is_empty() {
            return Ok(());
        }
        return Err(Failed::plainly(
            "StageDescription cannot be specified when stage referenced by StageName doesn't exist",
        ));
    };
    let api = work.required("RestApiId")?;
    stage_settings::set(work, (&api, &stage), Whose::Deployment, (before, &now)).await
}
