//! Writes an inline policy of a role, new or over the one of that name.

use model::RoleRecord;
use policy::PolicyType;
use wire::iam::{PutRolePolicy, PutRolePolicyRequest};

use super::super::hanging::put_inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutRolePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &PutRolePolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<PutRolePolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let role = permitted::<PutRolePolicy, RoleRecord>(self, &call, &input.role_name).await?;
        put_inline(
            &self.records,
            &role,
            &input.policy_name,
            &input.policy_document,
        )
        .await?;
        let (arn, document) = (role.record().arn(), &input.policy_document);
        policy_lint::tell::<PutRolePolicy>(self, &call, &arn, PolicyType::Identity, document);
        Ok(())
    }
}
