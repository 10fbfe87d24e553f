//! Temporary credentials of a user or root for itself, mostly to prove an MFA device once.

use wire::sts::{GetSessionToken, GetSessionTokenRequest, GetSessionTokenResponse};

use super::answer::{self, credentials, denied, no_token, seconds};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetSessionToken> for Rooms {
    /// What it authenticates is the user, and no policy has a say in that (IAM user guide,
    /// "Permissions for GetSessionToken").
    fn needs(&self, _: &Call, _: &GetSessionTokenRequest) -> Result<Needs, Refused> {
        Ok(Needs::Nothing)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetSessionToken>,
    ) -> Result<GetSessionTokenResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let size = input.minimum_session_token_size.is_some();
        answer::unserved("GetSessionToken", &[("MinimumSessionTokenSize", size)])?;
        let given = (input.serial_number.as_deref(), input.token_code.as_deref());
        let identity = &self.identity;
        let mfa = identity
            .prove_mfa(call.caller(), given, call.now())
            .map_err(denied)?;
        let duration = seconds(input.duration_seconds);
        let made = identity
            .session_token(call.caller(), duration, mfa.as_ref(), call.now())
            .map_err(no_token)?;
        Ok(GetSessionTokenResponse {
            credentials: Some(credentials(made)),
            ..GetSessionTokenResponse::default()
        })
    }
}
