//! AWS::IAM::Group

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::iam::{
    AttachGroupPolicy, CreateGroup, DeleteGroup, DeleteGroupPolicy, DetachGroupPolicy, GetGroup,
    PutGroupPolicy, UpdateGroup,
};

use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::bearer;

pub(in super::super) struct Group;

const MEMBER: &str = "GroupName";

impl ResourceType for Group {
    const NAME: &'static str = "AWS::IAM::Group";
    const PROPERTIES: &'static [Property] = &[
        fixed("GroupName"),
        always("ManagedPolicyArns"),
        always("Path"),
        always("Policies").holding(&["PolicyDocument", "PolicyName"]),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name(MEMBER, 128);
        let mut input = work.only(&["Path"]);
        input.insert(MEMBER.to_owned(), json!(name));
        work.call_once::<CreateGroup>(Value::Object(input)).await?;
        let rest = async {
            let (who, before) = ((MEMBER, name.as_str()), Map::new());
            bearer::give::<PutGroupPolicy, AttachGroupPolicy>(work, who, &before).await?;
            shown(work, &name).await
        };
        rest.await
            .map_err(|failed| failed.leaving(Made::new(&name)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let was = &before.properties;
        if was.get("Path") != work.get("Path") {
            let path = work.text("Path").unwrap_or_else(|| "/".to_owned());
            work.call::<UpdateGroup>(json!({MEMBER: name, "NewPath": path}))
                .await?;
        }
        let who = (MEMBER, name.as_str());
        bearer::give::<PutGroupPolicy, AttachGroupPolicy>(work, who, was).await?;
        let policies = (was, work.properties);
        bearer::take::<DeleteGroupPolicy, DetachGroupPolicy>(work, who, policies).await?;
        shown(work, name).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let who = (MEMBER, made.physical_id.as_str());
        let policies = (&made.properties, &Map::new());
        bearer::take::<DeleteGroupPolicy, DetachGroupPolicy>(work, who, policies).await?;
        work.call_if_there::<DeleteGroup>(json!({MEMBER: made.physical_id}))
            .await?;
        Ok(())
    }
}

async fn shown(work: &Work<'_>, name: &str) -> Result<Made, Failed> {
    let found = work.call::<GetGroup>(json!({MEMBER: name})).await?;
    let group = found.get("Group").cloned().unwrap_or_default();
    Ok(Made::new(name).with("Arn", text_of(&group, "Arn")))
}
