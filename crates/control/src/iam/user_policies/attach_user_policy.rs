//! Attaches a managed policy to a user.

use model::UserRecord;
use wire::iam::{AttachUserPolicy, AttachUserPolicyRequest};

use super::super::hanging::attach;
use super::super::permitted::permitted_with;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<AttachUserPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &AttachUserPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<AttachUserPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user =
            permitted_with::<AttachUserPolicy, UserRecord>(self, &call, &input.user_name, |ask| {
                ask.key("iam:PolicyARN", input.policy_arn.clone())
            })
            .await?;
        attach(&self.records, call.account(), &user, &input.policy_arn).await
    }
}
