//! An instance profile as answers tell it, with its role.

use model::{AccountId, InstanceProfileRecord, RoleRecord};
use store::{Records, StoreError};
use wire::iam::{InstanceProfile, Role};

use super::super::permitted::find;
use super::super::roles::inner;
use super::super::{tagging, time};

/// To whoever created it.
pub(super) fn created(record: &InstanceProfileRecord) -> InstanceProfile {
    InstanceProfile {
        tags: tagging::render_some(&record.tags),
        ..render(record, Vec::new())
    }
}

/// To whoever asks for it by name.
pub(super) async fn whole(
    records: &Records,
    record: &InstanceProfileRecord,
) -> Result<InstanceProfile, StoreError> {
    Ok(InstanceProfile {
        tags: Some(tagging::render(&record.tags)),
        ..listed(records, record).await?
    })
}

/// In lists, without tags (IAM API reference, ListInstanceProfiles).
pub(in super::super) async fn listed(
    records: &Records,
    record: &InstanceProfileRecord,
) -> Result<InstanceProfile, StoreError> {
    let role = match &record.role {
        Some(name) => find::<RoleRecord>(records, &record.account, name).await?,
        None => None,
    };
    let roles = role.iter().map(|role| inner(role)).collect();
    Ok(render(record, roles))
}

fn render(record: &InstanceProfileRecord, roles: Vec<Role>) -> InstanceProfile {
    InstanceProfile {
        path: record.path.clone(),
        instance_profile_name: record.name.clone(),
        instance_profile_id: record.unique_id.clone(),
        arn: record.arn(),
        create_date: time(record.created),
        roles,
        tags: None,
    }
}

/// The profiles that hold a role.
pub(in super::super) async fn holding(
    records: &Records,
    account: &AccountId,
    role_name: &str,
) -> Result<Vec<InstanceProfileRecord>, StoreError> {
    let all = records
        .list::<InstanceProfileRecord>(&format!("{account}/"))
        .await?;
    let profiles = all.into_iter().map(|stored| stored.record);
    Ok(profiles
        .filter(|profile| profile.role.as_deref() == Some(role_name))
        .collect())
}
