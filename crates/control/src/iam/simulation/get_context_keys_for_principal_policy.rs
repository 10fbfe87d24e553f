//! Tells which condition keys the policies of a user, group or role mention, and others beside.

use policy::Kind;
use wire::iam::{
    GetContextKeysForPolicyResponse, GetContextKeysForPrincipalPolicy,
    GetContextKeysForPrincipalPolicyRequest,
};

use super::principals::principal;
use super::sources::{given, keys};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetContextKeysForPrincipalPolicy> for Rooms {
    fn needs(
        &self,
        _: &Call,
        _: &GetContextKeysForPrincipalPolicyRequest,
    ) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetContextKeysForPrincipalPolicy>,
    ) -> Result<GetContextKeysForPolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let mut held =
            principal::<GetContextKeysForPrincipalPolicy>(self, &call, &input.policy_source_arn)
                .await?;
        let more = input.policy_input_list.as_deref().unwrap_or_default();
        held.identity
            .extend(given(more, Kind::Identity, "PolicyInputList")?);
        Ok(GetContextKeysForPolicyResponse {
            context_key_names: Some(keys(&held.identity)),
        })
    }
}
