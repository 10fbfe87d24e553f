//! AWS::Lambda::LayerVersionPermission

use model::MadeResource;
use serde_json::{Value, json};
use wire::lambda::{AddLayerVersionPermission, RemoveLayerVersionPermission};

use super::super::{Failed, Made, Property, ResourceType, Work, fixed};

pub(in super::super) struct LayerVersionPermission;

impl ResourceType for LayerVersionPermission {
    const NAME: &'static str = "AWS::Lambda::LayerVersionPermission";
    const PROPERTIES: &'static [Property] = &[
        fixed("Action").required(),
        fixed("LayerVersionArn").required(),
        fixed("OrganizationId"),
        fixed("Principal").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (arn, statement) = (work.required("LayerVersionArn")?, work.own_name(100));
        let mut input = work.only(&["Action", "OrganizationId", "Principal"]);
        input.insert("StatementId".to_owned(), json!(statement));
        let Some((layer, number)) = arn.rsplit_once(':') else {
            return Err(Failed::plainly(format!(
                "{arn} is not the ARN of a layer version"
            )));
        };
        input.insert("LayerName".to_owned(), json!(layer));
        input.insert("VersionNumber".to_owned(), json!(number));
        work.call_once::<AddLayerVersionPermission>(Value::Object(input))
            .await?;
        Ok(shown(&format!("{arn}#{statement}")))
    }

    /// Every change needs a new statement.
    async fn update(_: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        Ok(shown(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let parts = made.physical_id.rsplit_once('#');
        let parts = parts.and_then(|(arn, statement)| {
            let (layer, number) = arn.rsplit_once(':')?;
            Some((layer, number, statement))
        });
        let Some((layer, number, statement)) = parts else {
            return Ok(());
        };
        let input = json!({"LayerName": layer, "VersionNumber": number, "StatementId": statement});
        work.call_if_there::<RemoveLayerVersionPermission>(input)
            .await?;
        Ok(())
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
