//! Adds tags to a user, or changes them.

use model::UserRecord;
use wire::iam::{TagUser, TagUserRequest};

use super::super::permitted::permitted_with;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagUser> for Rooms {
    fn needs(&self, _: &Call, _: &TagUserRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<TagUser>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::read(input.tags)?;
        let user = permitted_with::<TagUser, UserRecord>(self, &call, &input.user_name, |ask| {
            ask.bringing_tags(&tags)
        })
        .await?;
        user.change(&self.records, |user| {
            tagging::put(&mut user.tags, &tags).map_err(Refused::from)
        })
        .await
    }
}
