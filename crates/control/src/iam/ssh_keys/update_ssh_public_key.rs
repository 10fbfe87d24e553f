//! Makes a public key valid or invalid.

use model::UserRecord;
use wire::iam::{UpdateSSHPublicKey, UpdateSSHPublicKeyRequest};

use super::super::access_keys::status_of;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateSSHPublicKey> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateSSHPublicKeyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UpdateSSHPublicKey>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = input.user_name.clone();
        let user = permitted::<UpdateSSHPublicKey, UserRecord>(self, &call, &name).await?;

        let status = status_of(&input.status);
        user.change(&self.records, |user| {
            let key = user
                .credentials
                .ssh_keys
                .iter_mut()
                .find(|key| key.id == input.ssh_public_key_id)
                .ok_or_else(|| Refusal::NoSuchPublicKey(input.ssh_public_key_id.clone()))?;
            key.status = status;
            Ok(())
        })
        .await
    }
}
