//! Creates a role with its trust policy.

use identity::identifiers::Prefix;
use model::{AttachedPolicies, RoleRecord};
use policy::PolicyType;
use store::StoreError;
use wire::iam::{CreateRole, CreateRoleRequest, CreateRoleResponse, TagRole};

use super::super::account_quotas;
use super::super::entity::Noun;
use super::super::hanging::boundary_of;
use super::super::refusal::Refusal;
use super::super::{creating, new_id, service_linked_roles, tagging, trust};
use super::render::created;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::marked;

impl Handle<CreateRole> for Rooms {
    fn needs(&self, call: &Call, input: &CreateRoleRequest) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:role{}{}",
            call.account(),
            input.path.as_deref().unwrap_or("/"),
            input.role_name
        );
        let tags = input.tags.as_deref().unwrap_or_default();
        let boundary = input.permissions_boundary.as_deref();
        Ok(creating::<TagRole>(
            Ask::on("iam:CreateRole", resource),
            tags,
            boundary,
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateRole>,
    ) -> Result<CreateRoleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        if input
            .path
            .as_deref()
            .is_some_and(|path| path.starts_with(service_linked_roles::PATH))
        {
            return Err(Refusal::ReservedPath.into());
        }
        trust::accept(
            &self.records,
            call.account(),
            &input.assume_role_policy_document,
        )
        .await?;
        let boundary = match &input.permissions_boundary {
            Some(arn) => Some(boundary_of(&self.records, call.account(), arn).await?),
            None => None,
        };
        let role = RoleRecord {
            policies: AttachedPolicies {
                boundary,
                ..AttachedPolicies::default()
            },
            ..record(input, &call)?
        };
        account_quotas::check::<RoleRecord>(&self.records, call.account()).await?;
        match self.records.create(&role).await {
            Ok(_) => {}
            Err(StoreError::Conflict { .. }) => {
                return Err(Refusal::EntityExists(Noun::Role, role.name).into());
            }
            Err(error) => return Err(error.into()),
        }
        policy_lint::tell::<CreateRole>(self, &call, &role.arn(), PolicyType::Trust, &role.trust);
        Ok(CreateRoleResponse {
            role: Some(created(&role)),
        })
    }
}

/// One hour, and what a session may last at most (IAM API reference, CreateRole).
const DEFAULT_SESSION_SECONDS: u32 = 3_600;

fn record(input: CreateRoleRequest, call: &Call) -> Result<RoleRecord, Refused> {
    Ok(RoleRecord {
        account: call.account().clone(),
        name: input.role_name,
        path: input.path.unwrap_or_else(|| "/".to_owned()),
        unique_id: new_id(Prefix::Role)?,
        created: call.now(),
        description: input.description,
        max_session_seconds: input
            .max_session_duration
            .and_then(|seconds| u32::try_from(seconds).ok())
            .unwrap_or(DEFAULT_SESSION_SECONDS),
        trust: input.assume_role_policy_document,
        policies: AttachedPolicies::default(),
        tags: marked(tagging::read(input.tags.unwrap_or_default())?),
        last_used: None,
    })
}
