//! AWS::SSM::Parameter

use std::collections::BTreeMap;

use model::{MadeResource, PARTITION};
use serde_json::{Map, Value, json};
use wire::ssm::{AddTagsToResource, DeleteParameter, PutParameter, RemoveTagsFromResource};

use super::super::values::{members, pairs, text};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Parameter;

const MEMBERS: [&str; 7] = [
    "AllowedPattern",
    "DataType",
    "Description",
    "Policies",
    "Tier",
    "Type",
    "Value",
];

impl ResourceType for Parameter {
    const NAME: &'static str = "AWS::SSM::Parameter";
    const PROPERTIES: &'static [Property] = &[
        always("AllowedPattern"),
        always("DataType"),
        always("Description"),
        fixed("Name"),
        always("Policies"),
        always("Tags"),
        always("Tier"),
        always("Type").required(),
        always("Value").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn", "Type", "Value"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let given = work.text("Name");
        let name = given.unwrap_or_else(|| format!("CFN-{}-{}", work.logical_id, work.suffix()));
        let mut input = work.only(&MEMBERS);
        input.insert("Name".to_owned(), json!(name));
        let tags = tags(work, work.properties);
        if work.again {
            // What was made before takes no tags with its value.
            input.insert("Overwrite".to_owned(), json!(true));
        } else if !tags.is_empty() {
            input.insert("Tags".to_owned(), json!(pairs(&tags)));
        }
        work.call::<PutParameter>(Value::Object(input)).await?;
        Ok(shown(work, &name))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let mut input = work.only(&MEMBERS);
        input.insert("Name".to_owned(), json!(name));
        input.insert("Overwrite".to_owned(), json!(true));
        input.entry("Description").or_insert(json!(""));
        work.call::<PutParameter>(Value::Object(input)).await?;
        let (mut had, mut has) = (tags(work, &before.properties), tags(work, work.properties));
        had.extend(before.tags.clone());
        had.retain(|key, _| !has.contains_key(key));
        has.retain(|key, value| {
            let was = members(before.properties.get("Tags"));
            was.get(key)
                .map(text)
                .or_else(|| before.tags.get(key).cloned())
                .as_ref()
                != Some(value)
        });
        let place = |member: &str, value: Value| json!({"ResourceType": "Parameter", "ResourceId": name, member: value});
        if !had.is_empty() {
            let keys: Vec<&String> = had.keys().collect();
            work.call::<RemoveTagsFromResource>(place("TagKeys", json!(keys)))
                .await?;
        }
        if !has.is_empty() {
            work.call::<AddTagsToResource>(place("Tags", json!(pairs(&has))))
                .await?;
        }
        Ok(shown(work, name))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"Name": made.physical_id});
        work.call_if_there::<DeleteParameter>(input).await?;
        Ok(())
    }
}

/// The type's own tags are a map, unlike those of others.
fn tags(work: &Work<'_>, properties: &Map<String, Value>) -> BTreeMap<String, String> {
    let mut tags = work.stack.tags.clone();
    let own = members(properties.get("Tags"));
    tags.extend(own.iter().map(|(key, value)| (key.clone(), text(value))));
    tags
}

fn shown(work: &Work<'_>, name: &str) -> Made {
    let value = |property: &str| work.text(property).unwrap_or_default();
    let (account, region) = (&work.stack.account, &work.stack.region);
    let slash = if name.starts_with('/') { "" } else { "/" };
    Made::new(name)
        .with(
            "Arn",
            format!("arn:{PARTITION}:ssm:{region}:{account}:parameter{slash}{name}"),
        )
        .with("Type", value("Type"))
        .with("Value", value("Value"))
}
