//! AWS::Logs::SubscriptionFilter

use model::MadeResource;
use serde_json::{Value, json};
use wire::logs::{DeleteSubscriptionFilter, DescribeSubscriptionFilters, PutSubscriptionFilter};

use super::super::values::{items, property, text_of};
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct SubscriptionFilter;

impl ResourceType for SubscriptionFilter {
    const NAME: &'static str = "AWS::Logs::SubscriptionFilter";
    const PROPERTIES: &'static [Property] = &[
        always("DestinationArn").required(),
        always("Distribution"),
        fixed("FilterName"),
        always("FilterPattern").required(),
        fixed("LogGroupName").required(),
        always("RoleArn"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (group, name) = (work.required("LogGroupName")?, work.name("FilterName", 512));
        let sought = json!({"logGroupName": group, "filterNamePrefix": name});
        let found = work.call::<DescribeSubscriptionFilters>(sought).await?;
        let mut named = items(found.get("subscriptionFilters")).iter();
        if !work.again && named.any(|filter| text_of(filter, "filterName") == name) {
            return Err(Failed::handler(
                HandlerCode::AlreadyExists,
                format!("The log group {group} has a subscription filter {name} already"),
            ));
        }
        put(work, &name).await?;
        Ok(Made::new(name))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        put(work, &before.physical_id).await?;
        Ok(Made::new(&before.physical_id))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let group = property(&made.properties, "LogGroupName");
        let input = json!({"logGroupName": group, "filterName": made.physical_id});
        work.call_if_there::<DeleteSubscriptionFilter>(input)
            .await?;
        Ok(())
    }
}

async fn put(work: &Work<'_>, name: &str) -> Result<(), Failed> {
    let mut input = work.only(&[
        "DestinationArn",
        "Distribution",
        "FilterPattern",
        "LogGroupName",
        "RoleArn",
    ]);
    input.insert("filterName".to_owned(), json!(name));
    work.call::<PutSubscriptionFilter>(Value::Object(input))
        .await?;
    Ok(())
}
