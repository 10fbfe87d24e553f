//! AWS::IAM::RolePolicy: one inline policy of a role.

use model::MadeResource;
use wire::iam::{DeleteRolePolicy, GetRolePolicy, PutRolePolicy};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::inline_policy;

const HOLDER: &str = "RoleName";

pub(in super::super) struct RolePolicy;

impl ResourceType for RolePolicy {
    const NAME: &'static str = "AWS::IAM::RolePolicy";
    const PROPERTIES: &'static [Property] = &[
        always("PolicyDocument"),
        fixed("PolicyName").required(),
        fixed("RoleName").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        inline_policy::create::<GetRolePolicy, PutRolePolicy>(work, HOLDER).await
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        inline_policy::update::<PutRolePolicy>(work, HOLDER, before).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        inline_policy::delete::<DeleteRolePolicy>(work, HOLDER, made).await
    }
}
