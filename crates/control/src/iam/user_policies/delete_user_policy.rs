//! Deletes an inline policy of a user.

use model::UserRecord;
use wire::iam::{DeleteUserPolicy, DeleteUserPolicyRequest};

use super::super::hanging::delete_inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteUserPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteUserPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteUserPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<DeleteUserPolicy, UserRecord>(self, &call, &input.user_name).await?;
        delete_inline(&self.records, &user, &input.policy_name).await
    }
}
