//! Deletes a public key of a user.

use model::UserRecord;
use wire::iam::{DeleteSSHPublicKey, DeleteSSHPublicKeyRequest};

use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteSSHPublicKey> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteSSHPublicKeyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteSSHPublicKey>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = input.user_name.clone();
        let user = permitted::<DeleteSSHPublicKey, UserRecord>(self, &call, &name).await?;

        user.change(&self.records, |user| {
            let keys = &mut user.credentials.ssh_keys;
            let before = keys.len();
            keys.retain(|key| key.id != input.ssh_public_key_id);
            if keys.len() == before {
                return Err(Refusal::NoSuchPublicKey(input.ssh_public_key_id.clone()).into());
            }
            Ok(())
        })
        .await
    }
}
