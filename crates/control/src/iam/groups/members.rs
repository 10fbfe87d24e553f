//! Who is in which group. The users' records say so, by the unique id of the group.

use model::{GroupRecord, Record as _, UserRecord};
use store::{Records, StoreError};

use super::super::entity::Noun;
use super::super::permitted::find;
use super::super::refusal::Refusal;
use crate::refused::Refused;

/// Groups of one user (IAM quotas).
const MOST_GROUPS: usize = 10;

pub(super) async fn members(
    records: &Records,
    group: &GroupRecord,
) -> Result<Vec<UserRecord>, StoreError> {
    let all = records
        .list::<UserRecord>(&format!("{}/", group.account))
        .await?;
    let users = all.into_iter().map(|stored| stored.record);
    Ok(users
        .filter(|user| user.groups.contains(&group.unique_id))
        .collect())
}

pub(in super::super) async fn groups_of(
    records: &Records,
    user: &UserRecord,
) -> Result<Vec<GroupRecord>, StoreError> {
    let all = records
        .list::<GroupRecord>(&format!("{}/", user.account))
        .await?;
    let groups = all.into_iter().map(|stored| stored.record);
    Ok(groups
        .filter(|group| user.groups.contains(&group.unique_id))
        .collect())
}

/// The group is looked for once more when the user is in it, and a group that is deleted is taken
/// from its users once more afterwards: whoever comes last leaves no user in a group that is gone.
pub(super) async fn join(
    records: &Records,
    group: &GroupRecord,
    user_name: &str,
) -> Result<(), Refused> {
    change(records, group, user_name, |groups| {
        if groups.contains(&group.unique_id) {
            return Ok(());
        }
        if groups.len() >= MOST_GROUPS {
            let (name, most) = ("GroupsPerUser", MOST_GROUPS);
            return Err(Refusal::Quota { name, most }.into());
        }
        groups.push(group.unique_id.clone());
        Ok(())
    })
    .await?;
    let still = records.get::<GroupRecord>(&group.id()).await?;
    if still.is_some_and(|still| still.unique_id == group.unique_id) {
        return Ok(());
    }
    forget(records, group).await?;
    Err(Refusal::NoSuchEntity(Noun::Group, group.name.clone()).into())
}

pub(super) async fn leave(
    records: &Records,
    group: &GroupRecord,
    user_name: &str,
) -> Result<(), Refused> {
    change(records, group, user_name, |groups| {
        let before = groups.len();
        groups.retain(|id| *id != group.unique_id);
        if groups.len() == before {
            return Err(Refusal::NotInGroup {
                user: user_name.to_owned(),
                group: group.name.clone(),
            }
            .into());
        }
        Ok(())
    })
    .await
}

/// Takes a group that is gone from whoever may still be in it.
pub(super) async fn forget(records: &Records, group: &GroupRecord) -> Result<(), Refused> {
    for user in members(records, group).await? {
        change(records, group, &user.name, |groups| {
            groups.retain(|id| *id != group.unique_id);
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn change(
    records: &Records,
    group: &GroupRecord,
    user_name: &str,
    mut change: impl FnMut(&mut Vec<String>) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let missing = || Refusal::NoSuchEntity(Noun::User, user_name.to_owned());
    let user = find::<UserRecord>(records, &group.account, user_name)
        .await?
        .ok_or_else(missing)?;
    let updated = records
        .update(&user.id(), |user: &mut UserRecord| change(&mut user.groups))
        .await;
    updated
        .map(|_| ())
        .map_err(|error| Refused::of_update(error, || missing().into()))
}
