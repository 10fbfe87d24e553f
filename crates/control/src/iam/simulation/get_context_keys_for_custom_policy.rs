//! Tells which condition keys policies mention.

use policy::Kind;
use wire::iam::{
    GetContextKeysForCustomPolicy, GetContextKeysForCustomPolicyRequest,
    GetContextKeysForPolicyResponse,
};

use super::sources::{given, keys};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetContextKeysForCustomPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &GetContextKeysForCustomPolicyRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:GetContextKeysForCustomPolicy").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetContextKeysForCustomPolicy>,
    ) -> Result<GetContextKeysForPolicyResponse, Refused> {
        let (input, _) = authorized.into_parts();
        let policies = given(&input.policy_input_list, Kind::Identity, "PolicyInputList")?;
        Ok(GetContextKeysForPolicyResponse {
            context_key_names: Some(keys(&policies)),
        })
    }
}
