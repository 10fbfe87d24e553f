//! Tells callers who they are. No policy can forbid it (STS API reference).

use wire::sts::{GetCallerIdentity, GetCallerIdentityRequest, GetCallerIdentityResponse};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetCallerIdentity> for Rooms {
    fn needs(&self, _: &Call, _: &GetCallerIdentityRequest) -> Result<Needs, Refused> {
        Ok(Needs::Nothing)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetCallerIdentity>,
    ) -> Result<GetCallerIdentityResponse, Refused> {
        let (_, call) = authorized.into_parts();
        let caller = call.caller();
        Ok(GetCallerIdentityResponse {
            user_id: Some(caller.user_id()),
            account: Some(caller.account().to_string()),
            arn: Some(caller.arn()),
        })
    }
}
