//! Creates an instance profile, which holds no role yet.

use identity::identifiers::Prefix;
use model::InstanceProfileRecord;
use store::StoreError;
use wire::iam::{
    CreateInstanceProfile, CreateInstanceProfileRequest, CreateInstanceProfileResponse,
    TagInstanceProfile,
};

use super::super::entity::Noun;
use super::super::refusal::Refusal;
use super::super::{creating, new_id, tagging};
use super::render::created;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateInstanceProfile> for Rooms {
    fn needs(&self, call: &Call, input: &CreateInstanceProfileRequest) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:instance-profile{}{}",
            call.account(),
            input.path.as_deref().unwrap_or("/"),
            input.instance_profile_name
        );
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(creating::<TagInstanceProfile>(
            Ask::on("iam:CreateInstanceProfile", resource),
            tags,
            None,
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateInstanceProfile>,
    ) -> Result<CreateInstanceProfileResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let profile = InstanceProfileRecord {
            account: call.account().clone(),
            name: input.instance_profile_name,
            path: input.path.unwrap_or_else(|| "/".to_owned()),
            unique_id: new_id(Prefix::InstanceProfile)?,
            created: call.now(),
            role: None,
            tags: tagging::read(input.tags.unwrap_or_default())?,
        };
        match self.records.create(&profile).await {
            Ok(_) => Ok(CreateInstanceProfileResponse {
                instance_profile: Some(created(&profile)),
            }),
            Err(StoreError::Conflict { .. }) => {
                Err(Refusal::EntityExists(Noun::InstanceProfile, profile.name).into())
            }
            Err(error) => Err(error.into()),
        }
    }
}
