//! Tells when a user got a password.

use model::UserRecord;
use wire::iam::{GetLoginProfile, GetLoginProfileRequest, GetLoginProfileResponse};

use super::super::name_or_own;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::render::render;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetLoginProfile> for Rooms {
    fn needs(&self, _: &Call, _: &GetLoginProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetLoginProfile>,
    ) -> Result<GetLoginProfileResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<GetLoginProfile, UserRecord>(self, &call, &name).await?;

        let login = user.record().credentials.login.as_ref();
        let login = login.ok_or_else(|| Refusal::NoLogin(name.clone()))?;
        Ok(GetLoginProfileResponse {
            login_profile: Some(render(&name, login)),
        })
    }
}
