//! AWS::ApiGateway::ApiKey

use std::collections::BTreeSet;

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::apigateway::{CreateApiKey, DeleteApiKey, GetApiKey, UpdateApiKey};

use super::super::naming;
use super::super::values::{items, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::patches::Patches;
use super::tagging;

pub(in super::super) struct ApiKey;

const ID: usize = 10;

impl ResourceType for ApiKey {
    const NAME: &'static str = "AWS::ApiGateway::ApiKey";
    const PROPERTIES: &'static [Property] = &[
        always("CustomerId"),
        always("Description"),
        always("Enabled"),
        fixed("GenerateDistinctId"),
        fixed("Name"),
        always("StageKeys").holding(&["RestApiId", "StageName"]),
        always("Tags"),
        fixed("Value"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["APIKeyId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = naming::id(work, ID);
        let mut input = work.only(&[
            "CustomerId",
            "Description",
            "Enabled",
            "GenerateDistinctId",
            "StageKeys",
            "Value",
        ]);
        input.insert("name".to_owned(), json!(work.name("Name", 1024)));
        input.extend(tagging::given(work));
        let named = ("apiKey", id.as_str());
        let made = naming::make::<CreateApiKey, GetApiKey>(work, named, &Map::new(), input).await?;
        Ok(shown(&text_of(&made, "id")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let mut patches = Patches::default();
        let paths = [
            ("CustomerId", "/customerId"),
            ("Description", "/description"),
            ("Enabled", "/enabled"),
        ];
        patches.changed(work, &before.properties, &paths);
        let (had, has) = (stages(&before.properties), stages(work.properties));
        let gone = had.difference(&has);
        gone.for_each(|stage| patches.remove_value("/stages", stage));
        has.difference(&had)
            .for_each(|stage| patches.add("/stages", stage));
        if !patches.is_empty() {
            let input = json!({"apiKey": id, "patchOperations": patches.list()});
            work.call::<UpdateApiKey>(input).await?;
        }
        tagging::update(work, &format!("apikeys/{id}"), before).await?;
        Ok(shown(id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"apiKey": made.physical_id});
        work.call_if_there::<DeleteApiKey>(input).await?;
        Ok(())
    }
}

/// `API/STAGE`
fn stages(properties: &Map<String, Value>) -> BTreeSet<String> {
    let keys = items(properties.get("StageKeys")).iter();
    keys.map(|key| {
        format!(
            "{}/{}",
            text_of(key, "RestApiId"),
            text_of(key, "StageName")
        )
    })
    .collect()
}

fn shown(id: &str) -> Made {
    Made::new(id).with("APIKeyId", id)
}
