//! Takes tags from a user; those that it does not have don't matter.

use model::UserRecord;
use wire::iam::{UntagUser, UntagUserRequest};

use super::super::permitted::permitted_with;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagUser> for Rooms {
    fn needs(&self, _: &Call, _: &UntagUserRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UntagUser>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        tagging::check_gone(&input.tag_keys)?;
        let user = permitted_with::<UntagUser, UserRecord>(self, &call, &input.user_name, |ask| {
            ask.naming_tags(input.tag_keys.clone())
        })
        .await?;
        user.change(&self.records, |user| {
            tagging::remove(&mut user.tags, &input.tag_keys);
            Ok(())
        })
        .await
    }
}
