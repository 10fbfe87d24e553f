//! AWS::ApiGatewayV2::ApiMapping: which API a path of several parts below a custom domain leads to.

use model::MadeResource;
use serde_json::{Value, json};
use wire::apigatewayv2::{CreateApiMapping, DeleteApiMapping, GetApiMappings, UpdateApiMapping};

use super::super::values::{items, property, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct ApiMapping;

const MEMBERS: [&str; 4] = ["ApiId", "ApiMappingKey", "DomainName", "Stage"];

impl ResourceType for ApiMapping {
    const NAME: &'static str = "AWS::ApiGatewayV2::ApiMapping";
    const PROPERTIES: &'static [Property] = &[
        always("ApiId").required(),
        always("ApiMappingKey"),
        fixed("DomainName").required(),
        always("Stage").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["ApiMappingId"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        if work.again
            && let Some(found) = find(work).await?
        {
            return Ok(shown(&found));
        }
        let input = Value::Object(work.only(&MEMBERS));
        let made = work.call::<CreateApiMapping>(input).await?;
        Ok(shown(&text_of(&made, "ApiMappingId")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let mut input = work.only(&MEMBERS);
        input.entry("ApiMappingKey").or_insert(json!(""));
        input.insert("ApiMappingId".to_owned(), json!(id));
        work.call::<UpdateApiMapping>(Value::Object(input)).await?;
        Ok(shown(id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let domain = property(&made.properties, "DomainName");
        let input = json!({"DomainName": domain, "ApiMappingId": made.physical_id});
        work.call_if_there::<DeleteApiMapping>(input).await?;
        Ok(())
    }
}

/// A key leads to one API.
async fn find(work: &Work<'_>) -> Result<Option<String>, Failed> {
    let domain = work.only(&["DomainName"]);
    let listed = work
        .call_if_there::<GetApiMappings>(Value::Object(domain))
        .await?
        .unwrap_or_default();
    let key = work.text("ApiMappingKey").unwrap_or_default();
    let mut mappings = items(listed.get("Items")).iter();
    let found = mappings.find(|mapping| text_of(mapping, "ApiMappingKey") == key);
    Ok(found.map(|mapping| text_of(mapping, "ApiMappingId")))
}

fn shown(id: &str) -> Made {
    Made::new(id).with("ApiMappingId", id)
}
