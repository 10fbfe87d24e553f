//! AWS::ApiGateway::Resource

use model::MadeResource;
use serde_json::json;
use wire::apigateway::{CreateResource, DeleteResource, GetResource};

use super::super::naming;
use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, fixed};

pub(in super::super) struct Resource;

const ID: usize = 6;

impl ResourceType for Resource {
    const NAME: &'static str = "AWS::ApiGateway::Resource";
    const PROPERTIES: &'static [Property] = &[
        fixed("ParentId").required(),
        fixed("PathPart").required(),
        fixed("RestApiId").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["ResourceId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = naming::id(work, ID);
        let (place, input) = (
            work.only(&["RestApiId"]),
            work.only(&["ParentId", "PathPart"]),
        );
        let named = ("resourceId", id.as_str());
        let made = naming::make::<CreateResource, GetResource>(work, named, &place, input).await?;
        Ok(shown(&text_of(&made, "id")))
    }

    /// Every change needs a new resource.
    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let api = made.properties.get("RestApiId");
        let input = json!({"restApiId": api, "resourceId": made.physical_id});
        work.call_if_there::<DeleteResource>(input).await?;
        Ok(())
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("ResourceId", id)
}
