//! Tells the document of an inline policy of a user.

use model::UserRecord;
use wire::iam::{GetUserPolicy, GetUserPolicyRequest, GetUserPolicyResponse};

use super::super::hanging::inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetUserPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &GetUserPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetUserPolicy>,
    ) -> Result<GetUserPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<GetUserPolicy, UserRecord>(self, &call, &input.user_name).await?;
        let document = inline(user.record(), &input.policy_name)?;
        Ok(GetUserPolicyResponse {
            user_name: Some(input.user_name),
            policy_name: Some(input.policy_name),
            policy_document: Some(document),
        })
    }
}
