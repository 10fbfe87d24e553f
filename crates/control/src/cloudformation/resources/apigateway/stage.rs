//! AWS::ApiGateway::Stage

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::apigateway::{CreateStage, DeleteStage};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::stage_settings::{self, Whose};
use super::tagging;

pub(in super::super) struct Stage;

impl ResourceType for Stage {
    const NAME: &'static str = "AWS::ApiGateway::Stage";
    const PROPERTIES: &'static [Property] = &[
        always("AccessLogSetting").holding(&["DestinationArn", "Format"]),
        always("CacheClusterEnabled"),
        always("CacheClusterSize"),
        always("CanarySetting").holding(&[
            "DeploymentId",
            "PercentTraffic",
            "StageVariableOverrides",
            "UseStageCache",
        ]),
        always("ClientCertificateId"),
        always("DeploymentId"),
        always("Description"),
        always("DocumentationVersion"),
        always("MethodSettings").holding(&[
            "CacheDataEncrypted",
            "CacheTtlInSeconds",
            "CachingEnabled",
            "DataTraceEnabled",
            "HttpMethod",
            "LoggingLevel",
            "MetricsEnabled",
            "ResourcePath",
            "ThrottlingBurstLimit",
            "ThrottlingRateLimit",
        ]),
        fixed("RestApiId").required(),
        fixed("StageName"),
        always("Tags"),
        always("TracingEnabled"),
        always("Variables"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (api, name) = (work.required("RestApiId")?, work.required("StageName")?);
        let mut input = work.only(&["RestApiId", "StageName", "DeploymentId"]);
        input.extend(tagging::given(work));
        work.call_once::<CreateStage>(Value::Object(input)).await?;
        let made = Made::new(&name);
        let settings = (&Map::new(), &rest(work.properties));
        match stage_settings::set(work, (&api, &name), Whose::Stage, settings).await {
            Ok(()) => Ok(made),
            Err(failed) => Err(failed.leaving(made)),
        }
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let (api, name) = (work.required("RestApiId")?, &before.physical_id);
        let settings = (&before.properties, work.properties);
        stage_settings::set(work, (&api, name), Whose::Stage, settings).await?;
        tagging::update(work, &format!("restapis/{api}/stages/{name}"), before).await?;
        Ok(Made::new(name))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let api = made.properties.get("RestApiId");
        let input = json!({"restApiId": api, "stageName": made.physical_id});
        work.call_if_there::<DeleteStage>(input).await?;
        Ok(())
    }
}

/// What is not said when the stage is made.
fn rest(properties: &Map<String, Value>) -> Map<String, Value> {
    let mut rest = properties.clone();
    rest.remove("DeploymentId");
    rest
}
