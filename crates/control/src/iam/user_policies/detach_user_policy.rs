//! Takes a managed policy from a user.

use model::UserRecord;
use wire::iam::{DetachUserPolicy, DetachUserPolicyRequest};

use super::super::hanging::detach;
use super::super::permitted::permitted_with;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DetachUserPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &DetachUserPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DetachUserPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user =
            permitted_with::<DetachUserPolicy, UserRecord>(self, &call, &input.user_name, |ask| {
                ask.key("iam:PolicyARN", input.policy_arn.clone())
            })
            .await?;
        detach(&self.records, &user, &input.policy_arn).await
    }
}
