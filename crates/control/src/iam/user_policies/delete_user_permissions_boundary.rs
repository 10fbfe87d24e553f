//! Takes the permissions boundary from a user.

use model::UserRecord;
use wire::iam::{DeleteUserPermissionsBoundary, DeleteUserPermissionsBoundaryRequest};

use super::super::hanging::put_boundary;
use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteUserPermissionsBoundary> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteUserPermissionsBoundaryRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteUserPermissionsBoundary>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user =
            permitted::<DeleteUserPermissionsBoundary, UserRecord>(self, &call, &input.user_name)
                .await?;
        put_boundary(&self.records, &user, None).await
    }
}
