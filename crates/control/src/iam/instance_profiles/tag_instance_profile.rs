//! Adds tags to an instance profile, or changes them.

use model::InstanceProfileRecord;
use wire::iam::{TagInstanceProfile, TagInstanceProfileRequest};

use super::super::permitted::permitted_with;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagInstanceProfile> for Rooms {
    fn needs(&self, _: &Call, _: &TagInstanceProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<TagInstanceProfile>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::read(input.tags)?;
        let profile = permitted_with::<TagInstanceProfile, InstanceProfileRecord>(
            self,
            &call,
            &input.instance_profile_name,
            |ask| ask.bringing_tags(&tags),
        )
        .await?;
        profile
            .change(&self.records, |profile| {
                tagging::put(&mut profile.tags, &tags).map_err(Refused::from)
            })
            .await
    }
}
