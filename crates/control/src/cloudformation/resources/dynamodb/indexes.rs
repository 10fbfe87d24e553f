//! Global secondary indexes of a table: one is made or deleted at a time (DynamoDB API reference, UpdateTable).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::foreign::DYNAMODB;
use super::super::values::{items, members, text_of};
use super::super::{Failed, Work};
use super::table::{active, scalars};

type Indexes = BTreeMap<String, Value>;

/// Those that changed in more than their throughput are made anew.
pub(super) async fn update(
    work: &Work<'_>,
    table: &str,
    before: Option<&Value>,
) -> Result<(), Failed> {
    let (had, has) = (listed(before), listed(work.get("GlobalSecondaryIndexes")));
    for (name, index) in &had {
        if has.get(name).is_none_or(|now| frame(now) != frame(index)) {
            change(work, table, json!({"Delete": {"IndexName": name}})).await?;
        }
    }
    for (name, index) in &has {
        let update = match had.get(name) {
            Some(was) if was == index => continue,
            Some(was) if frame(was) == frame(index) => {
                json!({"Update": {
                    "IndexName": name,
                    "ProvisionedThroughput": index.get("ProvisionedThroughput"),
                }})
            }
            Some(_) | None => json!({"Create": index}),
        };
        change(work, table, update).await?;
    }
    Ok(())
}

async fn change(work: &Work<'_>, table: &str, update: Value) -> Result<(), Failed> {
    let input = json!({
        "TableName": table,
        "AttributeDefinitions": work.get("AttributeDefinitions"),
        "GlobalSecondaryIndexUpdates": [update],
    });
    DYNAMODB
        .call(work, "UpdateTable", scalars(members(Some(&input))))
        .await?;
    active(work, table).await?;
    Ok(())
}

fn listed(indexes: Option<&Value>) -> Indexes {
    let indexes = items(indexes).iter();
    indexes
        .map(|index| (text_of(index, "IndexName"), index.clone()))
        .collect()
}

/// The index without what can be changed.
fn frame(index: &Value) -> Value {
    let mut frame = members(Some(index));
    frame.remove("ProvisionedThroughput");
    Value::Object(frame)
}

pub(super) fn are_active(table: &Value) -> bool {
    let mut indexes = items(table.get("GlobalSecondaryIndexes")).iter();
    indexes.all(|index| matches!(text_of(index, "IndexStatus").as_str(), "ACTIVE" | ""))
}
