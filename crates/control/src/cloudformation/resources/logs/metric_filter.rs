//! AWS::Logs::MetricFilter

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::Operation as _;
use wire::logs::{DeleteMetricFilter, DescribeMetricFilters, PutMetricFilter};
use wire::schema::OperationSchema;

use super::super::values::{items, members, property, text_of};
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct MetricFilter;

impl ResourceType for MetricFilter {
    const NAME: &'static str = "AWS::Logs::MetricFilter";
    const PROPERTIES: &'static [Property] = &[
        fixed("FilterName"),
        always("FilterPattern").required(),
        fixed("LogGroupName").required(),
        always("MetricTransformations").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];
    const MODEL: Option<&'static OperationSchema> = Some(PutMetricFilter::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let (group, name) = (work.required("LogGroupName")?, work.name("FilterName", 512));
        let sought = json!({"logGroupName": group, "filterNamePrefix": name});
        let found = work.call::<DescribeMetricFilters>(sought).await?;
        let mut named = items(found.get("metricFilters")).iter();
        if !work.again && named.any(|filter| text_of(filter, "filterName") == name) {
            return Err(Failed::handler(
                HandlerCode::AlreadyExists,
                format!("The log group {group} has a metric filter {name} already"),
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
        work.call_if_there::<DeleteMetricFilter>(input).await?;
        Ok(())
    }
}

async fn put(work: &Work<'_>, name: &str) -> Result<(), Failed> {
    let mut input = work.only(&["FilterPattern", "LogGroupName"]);
    input.insert("filterName".to_owned(), json!(name));
    let transformations = work.list("MetricTransformations").iter();
    let transformations: Vec<Value> = transformations.map(transformation).collect();
    input.insert("metricTransformations".to_owned(), json!(transformations));
    work.call::<PutMetricFilter>(Value::Object(input)).await?;
    Ok(())
}

/// Dimensions are a list in templates, and a map in the API.
fn transformation(given: &Value) -> Value {
    let mut transformation = members(Some(given));
    if let Some(listed) = transformation.remove("Dimensions") {
        let pairs = items(Some(&listed)).iter();
        let dimensions: Map<String, Value> = pairs
            .map(|pair| (text_of(pair, "Key"), json!(text_of(pair, "Value"))))
            .collect();
        transformation.insert("dimensions".to_owned(), Value::Object(dimensions));
    }
    Value::Object(transformation)
}
