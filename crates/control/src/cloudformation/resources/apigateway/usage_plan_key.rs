//! AWS::ApiGateway::UsagePlanKey

use model::MadeResource;
use serde_json::{Value, json};
use wire::apigateway::{CreateUsagePlanKey, DeleteUsagePlanKey};

use super::super::{Failed, Made, Property, ResourceType, Work, fixed};

pub(in super::super) struct UsagePlanKey;

impl ResourceType for UsagePlanKey {
    const NAME: &'static str = "AWS::ApiGateway::UsagePlanKey";
    const PROPERTIES: &'static [Property] = &[
        fixed("KeyId").required(),
        fixed("KeyType").required(),
        fixed("UsagePlanId").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let input = work.only(&["KeyId", "KeyType", "UsagePlanId"]);
        work.call_once::<CreateUsagePlanKey>(Value::Object(input))
            .await?;
        let (key, plan) = (work.required("KeyId")?, work.required("UsagePlanId")?);
        Ok(shown(&format!("{key}:{plan}")))
    }

    /// Every change needs a new one.
    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let of = |name: &str| made.properties.get(name);
        let input = json!({"usagePlanId": of("UsagePlanId"), "keyId": of("KeyId")});
        work.call_if_there::<DeleteUsagePlanKey>(input).await?;
        Ok(())
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
