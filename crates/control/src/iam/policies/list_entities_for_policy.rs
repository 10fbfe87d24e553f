//! Lists the roles and users that a managed policy is attached to, or is the boundary of.

use model::{RoleRecord, UserRecord};
use wire::iam::{
    ListEntitiesForPolicy, ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse, PolicyRole,
    PolicyUser,
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
        let prefix = format!("{}/", call.account());
        let roles = self.records.list::<RoleRecord>(&prefix).await?;
        let users = self.records.list::<UserRecord>(&prefix).await?;
        let roles = roles
            .iter()
            .filter(|role| uses(&input, &***role, &role.path))
            .map(|role| of_role(role));
        let users = users
            .iter()
            .filter(|user| uses(&input, &***user, &user.path))
            .map(|user| of_user(user));
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(roles.chain(users).collect(), Holder::key, ask)?;
        Ok(answer(page))
    }
}

/// Groups are not served, so nobody has a policy through one.
enum Holder {
    Role(PolicyRole),
    User(PolicyUser),
}

impl Holder {
    fn key(&self) -> String {
        match self {
            Self::Role(role) => format!("role/{}", role.role_name.as_deref().unwrap_or_default()),
            Self::User(user) => format!("user/{}", user.user_name.as_deref().unwrap_or_default()),
        }
    }
}

fn of_role(role: &RoleRecord) -> Holder {
    Holder::Role(PolicyRole {
        role_name: Some(role.name.clone()),
        role_id: Some(role.unique_id.clone()),
    })
}

fn of_user(user: &UserRecord) -> Holder {
    Holder::User(PolicyUser {
        user_name: Some(user.name.clone()),
        user_id: Some(user.unique_id.clone()),
    })
}

/// Whether the entity has the policy in the way that is asked for.
fn uses<E: Entity>(input: &ListEntitiesForPolicyRequest, entity: &E, path: &str) -> bool {
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
    let is_asked_for = match input.entity_filter.as_deref() {
        None => true,
        Some(kind) => match E::NOUN {
            Noun::Role => kind == "Role",
            Noun::User => kind == "User",
        },
    };
    is_used_so && is_asked_for && path.starts_with(input.path_prefix.as_deref().unwrap_or("/"))
}

fn answer(page: Page<Holder>) -> ListEntitiesForPolicyResponse {
    let (mut policy_roles, mut policy_users) = (Vec::new(), Vec::new());
    for holder in page.items {
        match holder {
            Holder::Role(role) => policy_roles.push(role),
            Holder::User(user) => policy_users.push(user),
        }
    }
    ListEntitiesForPolicyResponse {
        policy_groups: Some(Vec::new()),
        policy_users: Some(policy_users),
        policy_roles: Some(policy_roles),
        is_truncated: Some(page.is_truncated),
        marker: page.marker,
    }
}
