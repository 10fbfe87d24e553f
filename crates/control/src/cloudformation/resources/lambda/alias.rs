//! AWS::Lambda::Alias

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::lambda::{CreateAlias, DeleteAlias, GetAlias, UpdateAlias};

use super::super::values::{items, property, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::provisioned;

pub(in super::super) struct Alias;

impl ResourceType for Alias {
    const NAME: &'static str = "AWS::Lambda::Alias";
    const PROPERTIES: &'static [Property] = &[
        always("Description"),
        fixed("FunctionName").required(),
        always("FunctionVersion").required(),
        fixed("Name").required(),
        always("ProvisionedConcurrencyConfig").holding(&["ProvisionedConcurrentExecutions"]),
        always("RoutingConfig").holding(&[
            "AdditionalVersionWeights.FunctionVersion",
            "AdditionalVersionWeights.FunctionWeight",
        ]),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["AliasArn"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (function, name) = (work.required("FunctionName")?, work.required("Name")?);
        let mut input = work.only(&["Description", "FunctionName", "FunctionVersion", "Name"]);
        input.insert("RoutingConfig".to_owned(), routing(work));
        work.call_once::<CreateAlias>(Value::Object(input)).await?;
        let rest = async {
            provisioned::set(work, (&function, &name), None).await?;
            shown(work, &function, &name).await
        };
        rest.await.map_err(|failed| {
            let (account, region) = (&work.stack.account, &work.stack.region);
            let partition = model::PARTITION;
            let function = function.rsplit(':').next().unwrap_or(&function);
            failed.leaving(Made::new(format!(
                "arn:{partition}:lambda:{region}:{account}:function:{function}:{name}"
            )))
        })
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let (function, name) = (work.required("FunctionName")?, work.required("Name")?);
        let mut input = work.only(&["FunctionName", "FunctionVersion", "Name"]);
        input.insert("RoutingConfig".to_owned(), routing(work));
        let description = work.text("Description").unwrap_or_default();
        input.insert("Description".to_owned(), json!(description));
        work.call::<UpdateAlias>(Value::Object(input)).await?;
        let was = before.properties.get("ProvisionedConcurrencyConfig");
        provisioned::set(work, (&function, &name), was).await?;
        shown(work, &function, &name).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({
            "FunctionName": property(&made.properties, "FunctionName"),
            "Name": property(&made.properties, "Name"),
        });
        work.call_if_there::<DeleteAlias>(input).await?;
        Ok(())
    }
}

/// A list in templates, a map in the API; an empty one for an alias with one version.
fn routing(work: &Work<'_>) -> Value {
    let given = work.get("RoutingConfig");
    let weights = items(given.and_then(|given| given.get("AdditionalVersionWeights"))).iter();
    let weights: Map<String, Value> = weights
        .map(|weight| {
            let share = weight.get("FunctionWeight").cloned();
            (
                text_of(weight, "FunctionVersion"),
                share.unwrap_or_default(),
            )
        })
        .collect();
    json!({"AdditionalVersionWeights": weights})
}

async fn shown(work: &Work<'_>, function: &str, name: &str) -> Result<Made, Failed> {
    let input = json!({"FunctionName": function, "Name": name});
    let found = work.call::<GetAlias>(input).await?;
    let arn = text_of(&found, "AliasArn");
    Ok(Made::new(&arn).with("AliasArn", arn))
}
