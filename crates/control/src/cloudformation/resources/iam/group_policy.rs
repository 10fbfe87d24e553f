//! AWS::IAM::GroupPolicy: one inline policy of a group.

use model::MadeResource;
use wire::iam::{DeleteGroupPolicy, GetGroupPolicy, PutGroupPolicy};

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};
use super::inline_policy;

const HOLDER: &str = "GroupName";

pub(in super::super) struct GroupPolicy;

impl ResourceType for GroupPolicy {
    const NAME: &'static str = "AWS::IAM::GroupPolicy";
    const PROPERTIES: &'static [Property] = &[
        fixed("GroupName").required(),
        always("PolicyDocument"),
        fixed("PolicyName").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &[];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        inline_policy::create::<GetGroupPolicy, PutGroupPolicy>(work, HOLDER).await
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        inline_policy::update::<PutGroupPolicy>(work, HOLDER, before).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        inline_policy::delete::<DeleteGroupPolicy>(work, HOLDER, made).await
    }
}
