//! Lists the roles, users and groups that a managed policy is attached to, or is the boundary of.

use model::{AccountId, GroupRecord, RoleRecord, UserRecord};
use store::{Records, StoreError};
use wire::iam::{
    ListEntitiesForPolicy, ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse,
    PolicyGroup, PolicyRole, PolicyUser,
};

use super::super::entity::{Entity, Noun};
use super::super::pages::{Page, PageAsk, page};
use super::super::permitted::permitted_policy;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListEntitiesForPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &ListEntitiesForPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListEntitiesForPolicy>,
    ) -> Result<ListEntitiesForPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        permitted_policy::<ListEntitiesForPolicy>(self, &call, &input.policy_arn).await?;
        let holders = holders(&self.records, &input, call.account()).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(holders, Holder::key, ask)?;
        Ok(answer(page))
    }
}

/// Whoever uses the policy in the way that is asked for.
async fn holders(
    records: &Records,
    input: &ListEntitiesForPolicyRequest,
    account: &AccountId,
) -> Result<Vec<Holder>, StoreError> {
    let mut holders = holders_of::<RoleRecord>(records, input, account).await?;
    holders.extend(holders_of::<UserRecord>(records, input, account).await?);
    holders.extend(holders_of::<GroupRecord>(records, input, account).await?);
    Ok(holders)
}

async fn holders_of<E: Entity>(
    records: &Records,
    input: &ListEntitiesForPolicyRequest,
    account: &AccountId,
) -> Result<Vec<Holder>, StoreError> {
    let kind = match E::NOUN {
        Noun::Role => "Role",
        Noun::User => "User",
        Noun::Group => "Group",
        Noun::InstanceProfile | Noun::ServerCertificate => "",
    };
    if input
        .entity_filter
        .as_deref()
        .is_some_and(|filter| filter != kind)
    {
        return Ok(Vec::new());
    }
    let all = records.list::<E>(&format!("{account}/")).await?;
    let users = all.iter().filter(|stored| uses(input, &stored.record));
    Ok(users
        .map(|stored| Holder {
            noun: E::NOUN,
            name: stored.record.name().to_owned(),
            id: stored.record.unique_id().to_owned(),
        })
        .collect())
}

struct Holder {
    noun: Noun,
    name: String,
    id: String,
}

impl Holder {
    fn key(&self) -> String {
        format!("{}/{}", self.noun, self.name.to_ascii_lowercase())
    }
}

/// Whether the entity has the policy in the way that is asked for.
fn uses<E: Entity>(input: &ListEntitiesForPolicyRequest, entity: &E) -> bool {
    let arn = input.policy_arn.as_str();
    let is_attached = entity
        .policies()
        .managed
        .iter()
        .any(|held| held.as_str() == arn);
    let is_boundary = entity.boundary() == Some(arn);
    let is_used_so = match input.policy_usage_filter.as_deref() {
        Some("PermissionsPolicy") => is_attached,
        Some("PermissionsBoundary") => is_boundary,
        _ => is_attached || is_boundary,
    };
    is_used_so
        && entity
            .path()
            .starts_with(input.path_prefix.as_deref().unwrap_or("/"))
}

fn answer(page: Page<Holder>) -> ListEntitiesForPolicyResponse {
    let (mut groups, mut roles, mut users) = (Vec::new(), Vec::new(), Vec::new());
    for holder in page.items {
        let (name, id) = (Some(holder.name), Some(holder.id));
        match holder.noun {
            Noun::Role => roles.push(PolicyRole {
                role_name: name,
                role_id: id,
            }),
            Noun::User => users.push(PolicyUser {
                user_name: name,
                user_id: id,
            }),
            Noun::Group => groups.push(PolicyGroup {
                group_name: name,
                group_id: id,
            }),
            Noun::InstanceProfile | Noun::ServerCertificate => {}
        }
    }
    ListEntitiesForPolicyResponse {
        policy_groups: Some(groups),
        policy_users: Some(users),
        policy_roles: Some(roles),
        is_truncated: Some(page.is_truncated),
        marker: page.marker,
    }
}
