//! AWS::DynamoDB::Table

use model::{MadeResource, PARTITION};
use serde_json::{Map, Value, json};

use super::super::foreign::{DYNAMODB, pause};
use super::super::values::{members, pairs, property, text_of};
use super::super::{Failed, HandlerCode, Made, Property, ResourceType, Work, always, fixed};
use super::indexes;

pub(in super::super) struct Table;

/// What UpdateTable changes, with what a table has that does not say it.
const UPDATED: [(&str, &str); 7] = [
    ("BillingMode", r#""PROVISIONED""#),
    ("DeletionProtectionEnabled", "false"),
    (
        "OnDemandThroughput",
        r#"{"MaxReadRequestUnits":-1,"MaxWriteRequestUnits":-1}"#,
    ),
    ("ProvisionedThroughput", "null"),
    ("SSESpecification", r#"{"Enabled":false}"#),
    ("StreamSpecification", r#"{"StreamEnabled":false}"#),
    ("TableClass", r#""STANDARD""#),
];

impl ResourceType for Table {
    const NAME: &'static str = "AWS::DynamoDB::Table";
    const PROPERTIES: &'static [Property] = &[
        always("AttributeDefinitions").holding(&["AttributeName", "AttributeType"]),
        always("BillingMode"),
        always("DeletionProtectionEnabled"),
        always("GlobalSecondaryIndexes"),
        fixed("KeySchema")
            .holding(&["AttributeName", "KeyType"])
            .required(),
        fixed("LocalSecondaryIndexes"),
        always("OnDemandThroughput"),
        always("PointInTimeRecoverySpecification"),
        always("ProvisionedThroughput").holding(&["ReadCapacityUnits", "WriteCapacityUnits"]),
        always("SSESpecification").holding(&["KMSMasterKeyId", "SSEEnabled", "SSEType"]),
        always("StreamSpecification").holding(&["StreamViewType"]),
        always("TableClass"),
        fixed("TableName"),
        always("Tags"),
        always("TimeToLiveSpecification").holding(&["AttributeName", "Enabled"]),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn", "StreamArn"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name("TableName", 255);
        let mut input = work.only(&UPDATED.map(|(name, _)| name));
        input.extend(work.only(&[
            "AttributeDefinitions",
            "GlobalSecondaryIndexes",
            "KeySchema",
            "LocalSecondaryIndexes",
        ]));
        input.insert("TableName".to_owned(), json!(name));
        if let Some(stream) = input.get("StreamSpecification") {
            let stream = enabled(stream);
            input.insert("StreamSpecification".to_owned(), stream);
        }
        if let Some(Value::Object(sse)) = input.get_mut("SSESpecification")
            && let Some(on) = sse.remove("SSEEnabled")
        {
            sse.insert("Enabled".to_owned(), on);
        }
        let tags = work.tags();
        if !tags.is_empty() {
            input.insert("Tags".to_owned(), json!(pairs(&tags)));
        }
        let created = DYNAMODB.call(work, "CreateTable", scalars(input)).await;
        match created {
            Err(failed) if !(work.again && is_there(&failed)) => return Err(failed),
            Ok(_) | Err(_) => {}
        }
        let rest = async {
            active(work, &name).await?;
            settle(work, &name, &Map::new()).await?;
            active(work, &name).await
        };
        rest.await
            .map_err(|failed| failed.leaving(Made::new(&name)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let was = &before.properties;
        let mut input = Map::new();
        for (property, default) in UPDATED {
            let now = work.get(property);
            if was.get(property) == now {
                continue;
            }
            let default = || serde_json::from_str(default).unwrap_or_default();
            let value: Value = now.cloned().unwrap_or_else(default);
            let value = match property {
                "StreamSpecification" if now.is_some() => enabled(&value),
                "SSESpecification" if now.is_some() => encryption(&value),
                _ => value,
            };
            if !value.is_null() {
                input.insert(property.to_owned(), value);
            }
        }
        if !input.is_empty() {
            input.insert("TableName".to_owned(), json!(name));
            DYNAMODB.call(work, "UpdateTable", scalars(input)).await?;
            active(work, name).await?;
        }
        indexes::update(work, name, was.get("GlobalSecondaryIndexes")).await?;
        settle(work, name, was).await?;
        set_tags(work, before).await?;
        active(work, name).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let table = json!({"TableName": made.physical_id});
        let deleted = DYNAMODB.call_if_there(work, "DeleteTable", table.clone());
        if deleted.await?.is_none() {
            return Ok(());
        }
        let mut looks = 0;
        while DYNAMODB
            .call_if_there(work, "DescribeTable", table.clone())
            .await?
            .is_some()
        {
            looks += 1;
            pause(work, looks, &made.physical_id).await?;
        }
        Ok(())
    }
}

fn is_there(failed: &Failed) -> bool {
    matches!(
        failed.code,
        HandlerCode::AlreadyExists | HandlerCode::ResourceConflict
    ) || failed.message.contains("Table already exists")
}

/// Templates name the view alone.
fn enabled(stream: &Value) -> Value {
    let mut stream = members(Some(stream));
    stream.insert("StreamEnabled".to_owned(), json!(true));
    stream.remove("ResourcePolicy");
    Value::Object(stream)
}

/// `SSEEnabled` in templates, `Enabled` in the API.
fn encryption(specification: &Value) -> Value {
    let mut specification = members(Some(specification));
    if let Some(on) = specification.remove("SSEEnabled") {
        specification.insert("Enabled".to_owned(), on);
    }
    Value::Object(specification)
}

/// The JSON protocol takes numbers and truth values alone where templates may have texts.
pub(super) fn scalars(input: Map<String, Value>) -> Value {
    let read = input.into_iter().map(|(name, value)| {
        let value = match value {
            Value::Object(members) => scalars(members),
            Value::Array(items) => items
                .into_iter()
                .map(|item| match item {
                    Value::Object(members) => scalars(members),
                    other => other,
                })
                .collect(),
            Value::String(text) if is_number(&name) => match text.parse::<i64>() {
                Ok(number) => json!(number),
                Err(_) => Value::String(text),
            },
            Value::String(text) if name.ends_with("Enabled") => match text.as_str() {
                "true" | "True" => json!(true),
                "false" | "False" => json!(false),
                _ => Value::String(text),
            },
            other => other,
        };
        (name, value)
    });
    Value::Object(read.collect())
}

fn is_number(name: &str) -> bool {
    name.ends_with("CapacityUnits") || name.ends_with("RequestUnits")
}

/// What has operations of its own.
async fn settle(work: &Work<'_>, name: &str, before: &Map<String, Value>) -> Result<(), Failed> {
    let recovery = "PointInTimeRecoverySpecification";
    if before.get(recovery) != work.get(recovery) {
        let wanted = work.get(recovery).cloned();
        let wanted = wanted.unwrap_or_else(|| json!({"PointInTimeRecoveryEnabled": false}));
        let input = scalars(members(Some(&json!({"TableName": name, recovery: wanted}))));
        DYNAMODB
            .call(work, "UpdateContinuousBackups", input)
            .await?;
    }
    let living = "TimeToLiveSpecification";
    let (had, has) = (before.get(living), work.get(living));
    if had != has {
        let wanted = has.cloned().or_else(|| {
            let attribute = text_of(had?, "AttributeName");
            Some(json!({"AttributeName": attribute, "Enabled": false}))
        });
        let input = json!({"TableName": name, living: wanted.unwrap_or_default()});
        let input = scalars(members(Some(&input)));
        DYNAMODB.call(work, "UpdateTimeToLive", input).await?;
    }
    Ok(())
}

async fn set_tags(work: &Work<'_>, before: &MadeResource) -> Result<(), Failed> {
    let (gone, set) = work.tag_changes(before);
    let arn = property(&before.attributes, "Arn");
    if !gone.is_empty() {
        let input = json!({"ResourceArn": arn, "TagKeys": gone});
        DYNAMODB.call(work, "UntagResource", input).await?;
    }
    if !set.is_empty() {
        let input = json!({"ResourceArn": arn, "Tags": pairs(&set)});
        DYNAMODB.call(work, "TagResource", input).await?;
    }
    Ok(())
}

/// The table once it and its indexes are there.
pub(super) async fn active(work: &Work<'_>, name: &str) -> Result<Made, Failed> {
    let mut looks = 0;
    loop {
        let input = json!({"TableName": name});
        let shown = DYNAMODB.call(work, "DescribeTable", input).await?;
        let table = shown.get("Table").cloned().unwrap_or_default();
        if text_of(&table, "TableStatus") == "ACTIVE" && indexes::are_active(&table) {
            return Ok(made(work, name, &table));
        }
        looks += 1;
        pause(work, looks, name).await?;
    }
}

fn made(work: &Work<'_>, name: &str, table: &Value) -> Made {
    let mut arn = text_of(table, "TableArn");
    if arn.is_empty() {
        let (account, region) = (&work.stack.account, &work.stack.region);
        arn = format!("arn:{PARTITION}:dynamodb:{region}:{account}:table/{name}");
    }
    let made = Made::new(name).with("Arn", arn);
    match text_of(table, "LatestStreamArn") {
        stream if stream.is_empty() => made,
        stream => made.with("StreamArn", stream),
    }
}
