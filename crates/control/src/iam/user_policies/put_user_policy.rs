//! Writes an inline policy of a user, new or over the one of that name.

use model::UserRecord;
use policy::PolicyType;
use wire::iam::{PutUserPolicy, PutUserPolicyRequest};

use super::super::hanging::put_inline;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::policy_lint;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutUserPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &PutUserPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<PutUserPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<PutUserPolicy, UserRecord>(self, &call, &input.user_name).await?;
        put_inline(
            &self.records,
            &user,
            &input.policy_name,
            &input.policy_document,
        )
        .await?;
        let (arn, document) = (user.record().arn(), &input.policy_document);
        policy_lint::tell::<PutUserPolicy>(self, &call, &arn, PolicyType::Identity, document);
        Ok(())
    }
}
