//! What DynamoDB's fine-grained access asks of a request: the values of the partition key, the
//! attributes, and the tables of PartiQL statements (DynamoDB developer guide, "Using IAM policy
//! conditions for fine-grained access control").

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Asker, Question, Resource, keys};
use crate::partiql::Statement;
use crate::tables::Table;

/// Where an expression names attributes, only its grammar tells which.
const EXPRESSIONS: [&str; 5] = [
    "ConditionExpression",
    "FilterExpression",
    "KeyConditionExpression",
    "ProjectionExpression",
    "UpdateExpression",
];
/// Members whose names are attributes.
const MAPS: [&str; 7] = [
    "AttributeUpdates",
    "Expected",
    "Item",
    "Key",
    "KeyConditions",
    "QueryFilter",
    "ScanFilter",
];

/// The attributes that a request names; `None` if an expression does.
pub(super) fn attributes(input: &Value) -> Option<Vec<String>> {
    if EXPRESSIONS.iter().any(|name| input.get(name).is_some()) {
        return None;
    }
    let of_maps = MAPS.iter().filter_map(|name| input.get(name)?.as_object());
    let mut names: BTreeSet<String> = of_maps.flat_map(|map| map.keys().cloned()).collect();
    let wanted = input.get("AttributesToGet").and_then(Value::as_array);
    let wanted = wanted.into_iter().flatten().filter_map(Value::as_str);
    names.extend(wanted.map(str::to_owned));
    Some(names.into_iter().collect())
}

/// What of the items is wanted: as asked for, or as it follows from a projection. An index without
/// either has a default of its own.
pub(super) fn select(input: &Value) -> Option<Vec<String>> {
    let given = input.get("Select").and_then(Value::as_str);
    let projected = input
        .get("ProjectionExpression")
        .or(input.get("AttributesToGet"));
    let select = match (given, projected, input.get("IndexName")) {
        (Some(select), ..) => select,
        (None, Some(_), _) => "SPECIFIC_ATTRIBUTES",
        (None, None, None) => "ALL_ATTRIBUTES",
        (None, None, Some(_)) => return None,
    };
    Some(vec![select.to_owned()])
}

/// The partition key's value that a query asks for: `#n = :v` at the beginning of its condition, or a
/// legacy condition that stands alone. Anything else can't be told without the table.
pub(super) fn queried(input: &Value) -> Option<Vec<String>> {
    if let Some(text) = input.get("KeyConditionExpression").and_then(Value::as_str) {
        let mut words = text.split_ascii_whitespace();
        let (Some(_), Some("="), Some(value), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return None;
        };
        let value = input.get("ExpressionAttributeValues")?.get(value)?;
        return Some(vec![attribute_text(value)?]);
    }
    let conditions = input.get("KeyConditions")?.as_object()?;
    let mut conditions = conditions.values();
    let (Some(only), None) = (conditions.next(), conditions.next()) else {
        return None;
    };
    let is_equal = only.get("ComparisonOperator").and_then(Value::as_str) == Some("EQ");
    let value = only
        .get("AttributeValueList")?
        .get(0)
        .filter(|_| is_equal)?;
    Some(vec![attribute_text(value)?])
}

/// The text of `{"S": "…"}`, `{"N": "…"}` or `{"B": "…"}`.
pub(crate) fn attribute_text(value: &Value) -> Option<String> {
    let text = value.get("S").or(value.get("N")).or(value.get("B"))?;
    text.as_str().map(str::to_owned)
}

/// PartiQL has actions of its own, and asks them of the table or index that a statement names.
pub(super) fn statements(
    table: &Table,
    statements: &[Option<Statement>],
    operation: &str,
    asker: &Asker<'_>,
) -> Vec<Question> {
    let arn = table.arn.replace("{region}", asker.region.as_str());
    let arn = arn.replace("{account}", asker.caller.account().as_str());
    let mut questions = Vec::new();
    for statement in statements {
        let Some(statement) = statement else {
            // What can't be read may be anything.
            questions.extend(Statement::ACTIONS.map(|name| question(name, Resource::Any)));
            continue;
        };
        let index = statement.index.as_ref();
        let index = index
            .map(|index| format!("/index/{index}"))
            .unwrap_or_default();
        let resource = Resource::Named(format!("{arn}table/{}{index}", statement.table));
        let mut question = question(statement.action, resource);
        if operation == "ExecuteTransaction" {
            question
                .context
                .set("dynamodb:EnclosingOperation", operation);
        }
        questions.push(question);
    }
    questions
}

fn question(name: &str, resource: Resource) -> Question {
    let action = format!("dynamodb:{name}");
    Question {
        context: keys::unknown("dynamodb", &action),
        action,
        resource,
        pending: None,
    }
}
