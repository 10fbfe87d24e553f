//! Replaces the trust policy of a role.

use model::RoleRecord;
use policy::PolicyType;
use wire::iam::{UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest};

use super::super::entity::Entity as _;
use super::super::permitted::permitted;
use super::super::trust;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateAssumeRolePolicy> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateAssumeRolePolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UpdateAssumeRolePolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let role =
            permitted::<UpdateAssumeRolePolicy, RoleRecord>(self, &call, &input.role_name).await?;
        role.record().check_modifiable()?;
        trust::accept(&self.records, call.account(), &input.policy_document).await?;
        role.change(&self.records, |role| {
            role.trust.clone_from(&input.policy_document);
            Ok(())
        })
        .await?;
        let (arn, document) = (role.record().arn(), &input.policy_document);
        policy_lint::tell::<UpdateAssumeRolePolicy>(self, &call, &arn, PolicyType::Trust, document);
        Ok(())
    }
}
