//! One inline policy of a role, user or group, put, looked up and deleted by the operations that IAM has for each.

use model::MadeResource;
use serde_json::{Map, Value};
use wire::Operation;

use super::super::{Failed, HandlerCode, Made, Work};
use crate::authorized::Handle;
use crate::rooms::Rooms;

/// Puts it where none of that name is. `holder` is the property that names whose policy it is, such as `RoleName`.
pub(super) async fn create<Get, Put>(work: &Work<'_>, holder: &str) -> Result<Made, Failed>
where
    Get: Operation,
    Put: Operation,
    Rooms: Handle<Get> + Handle<Put>,
{
    let place = Value::Object(work.only(&["PolicyName", holder]));
    let found = work.call_if_there::<Get>(place).await?;
    let (policy, name) = (work.required("PolicyName")?, work.required(holder)?);
    if found.is_some() && !work.again {
        let kind = holder.trim_end_matches("Name").to_ascii_lowercase();
        return Err(Failed::handler(
            HandlerCode::AlreadyExists,
            format!("The {kind} {name} has a policy {policy} already"),
        ));
    }
    put::<Put>(work, holder).await?;
    Ok(Made::new(format!("{policy}|{name}")))
}

pub(super) async fn update<Put>(
    work: &Work<'_>,
    holder: &str,
    before: &MadeResource,
) -> Result<Made, Failed>
where
    Put: Operation,
    Rooms: Handle<Put>,
{
    put::<Put>(work, holder).await?;
    Ok(Made::new(&before.physical_id))
}

pub(super) async fn delete<Delete>(
    work: &Work<'_>,
    holder: &str,
    made: &MadeResource,
) -> Result<(), Failed>
where
    Delete: Operation,
    Rooms: Handle<Delete>,
{
    let place: Map<String, Value> = ["PolicyName", holder]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), made.properties.get(name)?.clone())))
        .collect();
    work.call_if_there::<Delete>(Value::Object(place)).await?;
    Ok(())
}

async fn put<Put>(work: &Work<'_>, holder: &str) -> Result<(), Failed>
where
    Put: Operation,
    Rooms: Handle<Put>,
{
    let input = work.only(&["PolicyDocument", "PolicyName", holder]);
    work.call::<Put>(Value::Object(input)).await?;
    Ok(())
}
