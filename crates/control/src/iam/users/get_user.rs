//! Tells about a user; without a name, about the caller.

use model::UserRecord;
use wire::iam::{GetUser, GetUserRequest, GetUserResponse};

use super::super::name_or_own;
use super::super::permitted::permitted;
use super::render::{root, whole};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetUser> for Rooms {
    fn needs(&self, _: &Call, _: &GetUserRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<GetUser>) -> Result<GetUserResponse, Refused> {
        let (input, call) = authorized.into_parts();
        if input.user_name.is_none() && call.caller().is_root() {
            return Ok(GetUserResponse {
                user: Some(root(call.account())),
            });
        }
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<GetUser, UserRecord>(self, &call, &name).await?;
        Ok(GetUserResponse {
            user: Some(whole(user.record())),
        })
    }
}
