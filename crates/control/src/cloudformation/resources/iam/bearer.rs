//! The policies of a user or a group, as its resource lists them: put, attached and taken away by the operations that
//! IAM has for each.

use serde_json::{Map, Value, json};
use wire::Operation;

use super::super::{Failed, Work, put};
use super::attachments::{inline, managed};
use crate::authorized::Handle;
use crate::rooms::Rooms;

/// `UserName` and the name.
pub(super) type Named<'a> = (&'a str, &'a str);

pub(super) fn input((member, name): Named<'_>, mut rest: Value) -> Value {
    put(&mut rest, member, name);
    rest
}

/// Puts and attaches what is new or other than before.
pub(super) async fn give<Put, Attach>(
    work: &Work<'_>,
    who: Named<'_>,
    before: &Map<String, Value>,
) -> Result<(), Failed>
where
    Put: Operation,
    Attach: Operation,
    Rooms: Handle<Put> + Handle<Attach>,
{
    let had = inline(before);
    for (policy, document) in inline(work.properties) {
        if had.get(&policy) != Some(&document) {
            let policy = json!({"PolicyName": policy, "PolicyDocument": document});
            work.call::<Put>(input(who, policy)).await?;
        }
    }
    let had = managed(before);
    for arn in managed(work.properties).difference(&had) {
        work.call::<Attach>(input(who, json!({"PolicyArn": arn})))
            .await?;
    }
    Ok(())
}

/// Deletes and detaches what was there before and is no longer.
pub(super) async fn take<Delete, Detach>(
    work: &Work<'_>,
    who: Named<'_>,
    (before, now): (&Map<String, Value>, &Map<String, Value>),
) -> Result<(), Failed>
where
    Delete: Operation,
    Detach: Operation,
    Rooms: Handle<Delete> + Handle<Detach>,
{
    let has = inline(now);
    let gone = inline(before).into_keys();
    for policy in gone.filter(|policy| !has.contains_key(policy)) {
        let policy = input(who, json!({"PolicyName": policy}));
        work.call_if_there::<Delete>(policy).await?;
    }
    let has = managed(now);
    for arn in managed(before).difference(&has) {
        let policy = input(who, json!({"PolicyArn": arn}));
        work.call_if_there::<Detach>(policy).await?;
    }
    Ok(())
}
