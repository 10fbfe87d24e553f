//! Adds tags to a managed policy, or changes them.

use wire::iam::{TagPolicy, TagPolicyRequest};

use super::super::permitted::permitted_own_policy;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &TagPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<TagPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::read(input.tags)?;
        let policy = permitted_own_policy::<TagPolicy>(self, &call, &input.policy_arn, |ask| {
            ask.bringing_tags(&tags)
        })
        .await?;
        policy
            .change(&self.records, |policy| {
                tagging::put(&mut policy.tags, &tags).map_err(Refused::from)
            })
            .await
    }
}
