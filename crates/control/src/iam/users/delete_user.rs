//! Deletes a user that nothing hangs on.

use model::UserRecord;
use wire::iam::{DeleteUser, DeleteUserRequest};

use super::super::departures::bind_to_id;
use super::super::hanging::check_bare;
use super::super::mfa_devices::devices_of;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteUser> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteUserRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteUser>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<DeleteUser, UserRecord>(self, &call, &input.user_name).await?;
        check_bare(user.record())?;
        if !user.record().access_keys.is_empty() {
            return Err(Refusal::AccessKeysLeft.into());
        }
        if !user.record().groups.is_empty() {
            return Err(Refusal::UsersInGroup.into());
        }
        if !devices_of(&self.records, user.record()).await?.is_empty() {
            return Err(Refusal::DevicesLeft.into());
        }
        let credentials = &user.record().credentials;
        if credentials.login.is_some() {
            return Err(Refusal::LoginLeft.into());
        }
        if !credentials.ssh_keys.is_empty()
            || !credentials.certificates.is_empty()
            || !credentials.service_credentials.is_empty()
        {
            return Err(Refusal::CredentialsLeft.into());
        }
        bind_to_id(&self.records, call.account(), &user).await?;
        user.delete(&self.records).await
    }
}
