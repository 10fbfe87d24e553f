//! Sets the policy beyond which a user's permissions never reach.

use model::UserRecord;
use wire::iam::{PutUserPermissionsBoundary, PutUserPermissionsBoundaryRequest};

use super::super::hanging::{boundary_of, put_boundary};
use super::super::permitted::permitted_with;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutUserPermissionsBoundary> for Rooms {
    fn needs(&self, _: &Call, _: &PutUserPermissionsBoundaryRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<PutUserPermissionsBoundary>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted_with::<PutUserPermissionsBoundary, UserRecord>(
            self,
            &call,
            &input.user_name,
            |ask| {
                ask.key(
                    "iam:PermissionsBoundary",
                    input.permissions_boundary.clone(),
                )
            },
        )
        .await?;
        let boundary =
            boundary_of(&self.records, call.account(), &input.permissions_boundary).await?;
        put_boundary(&self.records, &user, Some(boundary)).await
    }
}
