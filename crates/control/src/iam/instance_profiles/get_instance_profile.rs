//! Tells about an instance profile and its role.

use model::InstanceProfileRecord;
use wire::iam::{GetInstanceProfile, GetInstanceProfileRequest, GetInstanceProfileResponse};

use super::super::permitted::permitted;
use super::render::whole;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetInstanceProfile> for Rooms {
    fn needs(&self, _: &Call, _: &GetInstanceProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetInstanceProfile>,
    ) -> Result<GetInstanceProfileResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let profile = permitted::<GetInstanceProfile, InstanceProfileRecord>(
            self,
            &call,
            &input.instance_profile_name,
        )
        .await?;
        Ok(GetInstanceProfileResponse {
            instance_profile: Some(whole(&self.records, profile.record()).await?),
        })
    }
}
