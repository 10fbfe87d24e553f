//! Takes tags from an instance profile; those that it does not have don't matter.

use model::InstanceProfileRecord;
use wire::iam::{UntagInstanceProfile, UntagInstanceProfileRequest};

use super::super::permitted::permitted_with;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagInstanceProfile> for Rooms {
    fn needs(&self, _: &Call, _: &UntagInstanceProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UntagInstanceProfile>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let profile = permitted_with::<UntagInstanceProfile, InstanceProfileRecord>(
            self,
            &call,
            &input.instance_profile_name,
            |ask| ask.naming_tags(input.tag_keys.clone()),
        )
        .await?;
        profile
            .change(&self.records, |profile| {
                tagging::remove(&mut profile.tags, &input.tag_keys);
                Ok(())
            })
            .await
    }
}
