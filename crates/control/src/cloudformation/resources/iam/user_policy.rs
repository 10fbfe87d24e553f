//! AWS::IAM::UserPolicy: one inline policy of a user.

use model::MadeResource;
use wire::iam::{DeleteUserPolicy, GetUserPolicy, PutUserPolicy};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::inline_policy;

const HOLDER: &str = "UserName";

pub(in super::super) struct UserPolicy;

impl ResourceType for UserPolicy {
    const NAME: &'static str = "AWS::IAM::UserPolicy";
    const PROPERTIES: &'static [Property] = &[
        always("PolicyDocument"),
        fixed("PolicyName").required(),
        fixed("UserName").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        inline_policy::create::<GetUserPolicy, PutUserPolicy>(work, HOLDER).await
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        inline_policy::update::<PutUserPolicy>(work, HOLDER, before).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        inline_policy::delete::<DeleteUserPolicy>(work, HOLDER, made).await
    }
}
