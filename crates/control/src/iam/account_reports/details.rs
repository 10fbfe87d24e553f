//! What GetAccountAuthorizationDetails tells of each user, group, role and policy.

use identity::{AwsManagedPolicy, aws_managed_policies};
use model::{
    AccountId, GroupRecord, InstanceProfileRecord, PolicyRecord, Record, RoleRecord, UserRecord,
};
use store::{Records, StoreError};
use wire::iam::{
    AttachedPolicy, GroupDetail, ManagedPolicyDetail, PolicyDetail, PolicyVersion, RoleDetail,
    RoleLastUsed, UserDetail,
};

use super::super::documents::encode;
use super::super::entity::Entity;
use super::super::hanging::{attached_policy, render_boundary};
use super::super::managed::{Usage, Uses, render_aws_version, render_version, version_id};
use super::super::{instance_profiles, managed, tagging, time};
use crate::rooms::Rooms;

/// One entry, of which answers have four lists.
pub(super) enum Detail {
    User(UserDetail),
    Group(GroupDetail),
    Role(RoleDetail),
    Policy(ManagedPolicyDetail),
}

impl Detail {
    /// By the lists, then by the names. ARNs may be longer than a marker, and names are unique.
    pub(super) fn place(&self) -> String {
        let (list, name) = match self {
            Self::User(user) => (0, user.user_name.as_deref()),
            Self::Group(group) => (1, group.group_name.as_deref()),
            Self::Role(role) => (2, role.role_name.as_deref()),
            Self::Policy(policy) => {
                let arn = policy.arn.as_deref().unwrap_or_default();
                let list = if arn.starts_with("arn:aws:iam::aws:") {
                    4
                } else {
                    3
                };
                (list, policy.policy_name.as_deref())
            }
        };
        format!("{list}/{}", name.unwrap_or_default().to_ascii_lowercase())
    }
}

/// Whatever the filter names; without one, everything.
pub(super) async fn details(
    rooms: &Rooms,
    account: &AccountId,
    filter: &[String],
) -> Result<Vec<Detail>, StoreError> {
    let wanted = |kind: &str| filter.is_empty() || filter.iter().any(|name| name == kind);
    let records = &rooms.records;
    let mut details = Vec::new();
    if wanted("User") {
        details.extend(users(records, account).await?);
    }
    if wanted("Group") {
        details.extend(groups(records, account).await?);
    }
    if wanted("Role") {
        details.extend(roles(rooms, account).await?);
    }
    let usage = Usage::count(records, account).await?;
    if wanted("LocalManagedPolicy") {
        let policies = all::<PolicyRecord>(records, account).await?;
        details.extend(policies.iter().map(|policy| own(policy, &usage)));
    }
    if wanted("AWSManagedPolicy") {
        let used = aws_managed_policies()
            .iter()
            .filter(|policy| usage.of(policy.arn) != Uses::default());
        details.extend(used.map(|policy| of_aws(policy, &usage)));
    }
    Ok(details)
}

async fn all<R: Record>(records: &Records, account: &AccountId) -> Result<Vec<R>, StoreError> {
    let all = records.list::<R>(&format!("{account}/")).await?;
    Ok(all.into_iter().map(|stored| stored.record).collect())
}

async fn users(records: &Records, account: &AccountId) -> Result<Vec<Detail>, StoreError> {
    let groups = all::<GroupRecord>(records, account).await?;
    let names_of = |user: &UserRecord| {
        let own = groups
            .iter()
            .filter(|group| user.groups.contains(&group.unique_id));
        own.map(|group| group.name.clone()).collect()
    };
    let users = all::<UserRecord>(records, account).await?;
    let detail = |user: &UserRecord| {
        Detail::User(UserDetail {
            path: Some(user.path.clone()),
            user_name: Some(user.name.clone()),
            user_id: Some(user.unique_id.clone()),
            arn: Some(user.arn()),
            create_date: Some(time(user.created)),
            user_policy_list: inline(user),
            group_list: Some(names_of(user)),
            attached_managed_policies: Some(attached(user)),
            permissions_boundary: render_boundary(user),
            tags: Some(tagging::render(&user.tags)),
        })
    };
    Ok(users.iter().map(detail).collect())
}

async fn groups(records: &Records, account: &AccountId) -> Result<Vec<Detail>, StoreError> {
    let groups = all::<GroupRecord>(records, account).await?;
    let detail = |group: &GroupRecord| {
        Detail::Group(GroupDetail {
            path: Some(group.path.clone()),
            group_name: Some(group.name.clone()),
            group_id: Some(group.unique_id.clone()),
            arn: Some(group.arn()),
            create_date: Some(time(group.created)),
            group_policy_list: Some(inline(group).unwrap_or_default()),
            attached_managed_policies: Some(attached(group)),
        })
    };
    Ok(groups.iter().map(detail).collect())
}

async fn roles(rooms: &Rooms, account: &AccountId) -> Result<Vec<Detail>, StoreError> {
    let records = &rooms.records;
    let profiles = all::<InstanceProfileRecord>(records, account).await?;
    let mut details = Vec::new();
    for role in all::<RoleRecord>(records, account).await? {
        let mut held = Vec::new();
        for profile in &profiles {
            if profile.role.as_ref() == Some(&role.name) {
                held.push(instance_profiles::listed(records, profile).await?);
            }
        }
        details.push(Detail::Role(RoleDetail {
            path: Some(role.path.clone()),
            role_name: Some(role.name.clone()),
            role_id: Some(role.unique_id.clone()),
            arn: Some(role.arn()),
            create_date: Some(time(role.created)),
            assume_role_policy_document: Some(encode(&role.trust)),
            instance_profile_list: Some(held),
            role_policy_list: Some(inline(&role).unwrap_or_default()),
            attached_managed_policies: Some(attached(&role)),
            permissions_boundary: render_boundary(&role),
            tags: Some(tagging::render(&role.tags)),
            role_last_used: Some(RoleLastUsed {
                last_used_date: role.last_used.map(time),
                region: role.last_used.map(|_| rooms.region.to_string()),
            }),
        }));
    }
    Ok(details)
}

/// Users without inline policies have no list of them in AWS's answers.
fn inline<E: Entity>(entity: &E) -> Option<Vec<PolicyDetail>> {
    let policies: Vec<_> = entity
        .policies()
        .inline
        .iter()
        .map(|(name, document)| PolicyDetail {
            policy_name: Some(name.clone()),
            policy_document: Some(encode(document)),
        })
        .collect();
    (!policies.is_empty()).then_some(policies)
}

fn attached<E: Entity>(entity: &E) -> Vec<AttachedPolicy> {
    entity
        .policies()
        .managed
        .iter()
        .map(attached_policy)
        .collect()
}

fn own(record: &PolicyRecord, usage: &Usage) -> Detail {
    let versions = record
        .versions
        .iter()
        .rev()
        .map(|(number, version)| PolicyVersion {
            document: Some(encode(&version.document)),
            ..render_version(record, *number)
        });
    let policy = managed::render(record, usage.of(&record.arn()));
    Detail::Policy(ManagedPolicyDetail {
        policy_name: policy.policy_name,
        policy_id: policy.policy_id,
        arn: policy.arn,
        path: policy.path,
        default_version_id: Some(version_id(record.default_version)),
        attachment_count: policy.attachment_count,
        permissions_boundary_usage_count: policy.permissions_boundary_usage_count,
        is_attachable: policy.is_attachable,
        description: record.description.clone(),
        create_date: policy.create_date,
        update_date: policy.update_date,
        policy_version_list: Some(versions.collect()),
    })
}

/// Only those that are used, as AWS tells them.
fn of_aws(held: &AwsManagedPolicy, usage: &Usage) -> Detail {
    let policy = managed::render_aws(held, usage.of(held.arn));
    let version = PolicyVersion {
        document: Some(encode(held.document)),
        ..render_aws_version(held)
    };
    Detail::Policy(ManagedPolicyDetail {
        policy_name: policy.policy_name,
        policy_id: policy.policy_id,
        arn: policy.arn,
        path: policy.path,
        default_version_id: policy.default_version_id,
        attachment_count: policy.attachment_count,
        permissions_boundary_usage_count: policy.permissions_boundary_usage_count,
        is_attachable: policy.is_attachable,
        description: None,
        create_date: policy.create_date,
        update_date: policy.update_date,
        policy_version_list: Some(vec![version]),
    })
}
