//! Creates the role that a service of AWS works with in the account: its name, trust and
//! permissions are the service's.

use identity::identifiers::Prefix;
use model::{Arn, AttachedPolicies, RoleRecord};
use std::collections::BTreeMap;
use store::StoreError;
use wire::iam::{
    CreateServiceLinkedRole, CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse,
};

use super::super::new_id;
use super::super::refusal::Refusal;
use super::super::roles::created;
use super::known;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateServiceLinkedRole> for Rooms {
    fn needs(&self, call: &Call, input: &CreateServiceLinkedRoleRequest) -> Result<Needs, Refused> {
        let service = &input.aws_service_name;
        let name = known::find(service).map_or("", |known| known.role);
        let resource = format!(
            "arn:aws:iam::{}:role{}{name}",
            call.account(),
            known::path_of(service)
        );
        Ok(Ask::on("iam:CreateServiceLinkedRole", resource)
            .key("iam:AWSServiceName", service.clone())
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateServiceLinkedRole>,
    ) -> Result<CreateServiceLinkedRoleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let role = record(input, &call)?;
        match self.records.create(&role).await {
            Ok(_) => Ok(CreateServiceLinkedRoleResponse {
                role: Some(created(&role)),
            }),
            Err(StoreError::Conflict { .. }) => {
                Err(Refusal::ServiceRoleNameTaken(role.name).into())
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// One hour, as all of them have.
const SESSION_SECONDS: u32 = 3_600;

fn record(input: CreateServiceLinkedRoleRequest, call: &Call) -> Result<RoleRecord, Refused> {
    let service = input.aws_service_name;
    let known =
        known::find(&service).ok_or_else(|| Refusal::NoServiceLinkedRole(service.clone()))?;
    let name = match input.custom_suffix {
        None => known.role.to_owned(),
        Some(suffix) if known.has_suffix => format!("{}_{suffix}", known.role),
        Some(_) => return Err(Refusal::NoCustomSuffix(service).into()),
    };
    let policy = Arn::new(&known.policy_arn()).map_err(Refused::internal)?;
    Ok(RoleRecord {
        account: call.account().clone(),
        name,
        path: known::path_of(&service),
        unique_id: new_id(Prefix::Role)?,
        created: call.now(),
        description: input
            .description
            .or_else(|| known.description.map(str::to_owned)),
        max_session_seconds: SESSION_SECONDS,
        trust: known::trust_of(&service),
        policies: AttachedPolicies {
            managed: vec![policy],
            ..AttachedPolicies::default()
        },
        tags: BTreeMap::new(),
        last_used: None,
    })
}
