//! AWS::ApiGateway::VpcLink

use model::MadeResource;
use serde_json::{Map, json};
use wire::apigateway::{CreateVpcLink, DeleteVpcLink, GetVpcLink, UpdateVpcLink};

use super::super::naming;
use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;
use super::tagging;

pub(in super::super) struct VpcLink;

const ID: usize = 6;

impl ResourceType for VpcLink {
    const NAME: &'static str = "AWS::ApiGateway::VpcLink";
    const PROPERTIES: &'static [Property] = &[
        always("Description"),
        always("Name").required(),
        always("Tags"),
        fixed("TargetArns").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["VpcLinkId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = naming::id(work, ID);
        let mut input = work.only(&["Description", "Name", "TargetArns"]);
        input.extend(tagging::given(work));
        let named = ("vpcLinkId", id.as_str());
        let made =
            naming::make::<CreateVpcLink, GetVpcLink>(work, named, &Map::new(), input).await?;
        Ok(shown(&text_of(&made, "id")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let mut patches = Patches::default();
        let paths = [("Description", "/description"), ("Name", "/name")];
        patches.changed(work, &before.properties, &paths);
        if !patches.is_empty() {
            let input = json!({"vpcLinkId": id, "patchOperations": patches.list()});
            work.call::<UpdateVpcLink>(input).await?;
        }
        tagging::update(work, &format!("vpclinks/{id}"), before).await?;
        Ok(shown(id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"vpcLinkId": made.physical_id});
        work.call_if_there::<DeleteVpcLink>(input).await?;
        Ok(())
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("VpcLinkId", id)
}
