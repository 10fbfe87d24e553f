//! Tells a public key of a user as it was uploaded.

use model::UserRecord;
use wire::iam::{GetSSHPublicKey, GetSSHPublicKeyRequest, GetSSHPublicKeyResponse};

use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::render::whole;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetSSHPublicKey> for Rooms {
    fn needs(&self, _: &Call, _: &GetSSHPublicKeyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetSSHPublicKey>,
    ) -> Result<GetSSHPublicKeyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = input.user_name.clone();
        let user = permitted::<GetSSHPublicKey, UserRecord>(self, &call, &name).await?;

        let key = user
            .record()
            .credentials
            .ssh_keys
            .iter()
            .find(|key| key.id == input.ssh_public_key_id);
        let key = key.ok_or_else(|| Refusal::NoSuchPublicKey(input.ssh_public_key_id.clone()))?;
        let is_pem = key.body.starts_with("-----BEGIN");
        if is_pem != (input.encoding == "PEM") {
            return Err(Refusal::OtherEncoding.into());
        }
        Ok(GetSSHPublicKeyResponse {
            ssh_public_key: Some(whole(&name, key)),
        })
    }
}
