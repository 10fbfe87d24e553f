//! Keeps a public key of a user.

use identity::identifiers::Prefix;
use model::{KeyStatus, SshPublicKey, UserRecord};
use wire::iam::{UploadSSHPublicKey, UploadSSHPublicKeyRequest, UploadSSHPublicKeyResponse};

use super::super::new_id;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::fingerprint::fingerprint;
use super::render::whole;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UploadSSHPublicKey> for Rooms {
    fn needs(&self, _: &Call, _: &UploadSSHPublicKeyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UploadSSHPublicKey>,
    ) -> Result<UploadSSHPublicKeyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = input.user_name.clone();
        let user = permitted::<UploadSSHPublicKey, UserRecord>(self, &call, &name).await?;

        let fingerprint =
            fingerprint(&input.ssh_public_key_body).ok_or(Refusal::UnreadablePublicKey)?;
        let key = SshPublicKey {
            id: new_id(Prefix::SshPublicKey)?,
            body: input.ssh_public_key_body,
            fingerprint,
            status: KeyStatus::Active,
            uploaded: call.now(),
        };
        user.change(&self.records, |user| {
            let keys = &mut user.credentials.ssh_keys;
            if keys.iter().any(|held| held.fingerprint == key.fingerprint) {
                return Err(Refusal::DuplicatePublicKey.into());
            }
            if keys.len() >= MOST_KEYS {
                let (name, most) = ("SSHPublicKeysPerUser", MOST_KEYS);
                return Err(Refusal::Quota { name, most }.into());
            }
            keys.push(key.clone());
            Ok(())
        })
        .await?;
        Ok(UploadSSHPublicKeyResponse {
            ssh_public_key: Some(whole(&name, &key)),
        })
    }
}

/// Keys of one user (IAM quotas).
const MOST_KEYS: usize = 5;
