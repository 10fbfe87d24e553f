//! Takes tags from a managed policy; those that it does not have don't matter.

use wire::iam::{UntagPolicy, UntagPolicyRequest};

use super::super::permitted::permitted_own_policy;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &UntagPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UntagPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let policy = permitted_own_policy::<UntagPolicy>(self, &call, &input.policy_arn, |ask| {
            ask.naming_tags(input.tag_keys.clone())
        })
        .await?;
        policy
            .change(&self.records, |policy| {
                tagging::remove(&mut policy.tags, &input.tag_keys);
                Ok(())
            })
            .await
    }
}
