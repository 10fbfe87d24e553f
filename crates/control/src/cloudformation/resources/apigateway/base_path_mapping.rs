//! AWS::ApiGateway::BasePathMapping

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::apigateway::{CreateBasePathMapping, DeleteBasePathMapping, UpdateBasePathMapping};

use super::super::values::property;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;

pub(in super::super) struct BasePathMapping;

/// How the empty base path is named.
const NONE: &str = "(none)";

impl ResourceType for BasePathMapping {
    const NAME: &'static str = "AWS::ApiGateway::BasePathMapping";
    const PROPERTIES: &'static [Property] = &[
        fixed("BasePath"),
        fixed("DomainName").required(),
        always("RestApiId"),
        always("Stage"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let input = work.only(&["BasePath", "DomainName", "RestApiId", "Stage"]);
        work.call_once::<CreateBasePathMapping>(Value::Object(input))
            .await?;
        let (domain, path) = (work.required("DomainName")?, path(work.properties));
        Ok(Made::new(format!("{domain}|{path}")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let mut patches = Patches::default();
        let paths = [("RestApiId", "/restapiId"), ("Stage", "/stage")];
        patches.changed(work, &before.properties, &paths);
        if !patches.is_empty() {
            let input = json!({"domainName": work.get("DomainName"),
                "basePath": path(work.properties), "patchOperations": patches.list()});
            work.call::<UpdateBasePathMapping>(input).await?;
        }
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let domain = made.properties.get("DomainName");
        let input = json!({"domainName": domain, "basePath": path(&made.properties)});
        work.call_if_there::<DeleteBasePathMapping>(input).await?;
        Ok(())
    }
}

fn path(properties: &Map<String, Value>) -> String {
    let path = property(properties, "BasePath");
    if path.is_empty() {
        return NONE.to_owned();
    }
    path
}
