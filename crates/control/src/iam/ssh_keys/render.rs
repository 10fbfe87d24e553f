//! A public key as answers tell it.

use wire::iam::{SSHPublicKey, SSHPublicKeyMetadata};

use super::super::access_keys::status_name;
use super::super::time;

pub(super) fn whole(user_name: &str, key: &model::SshPublicKey) -> SSHPublicKey {
    SSHPublicKey {
        user_name: user_name.to_owned(),
        ssh_public_key_id: key.id.clone(),
        fingerprint: key.fingerprint.clone(),
        ssh_public_key_body: key.body.clone(),
        status: status_name(key.status).to_owned(),
        upload_date: Some(time(key.uploaded)),
    }
}

pub(super) fn listed(user_name: &str, key: &model::SshPublicKey) -> SSHPublicKeyMetadata {
    SSHPublicKeyMetadata {
        user_name: user_name.to_owned(),
        ssh_public_key_id: key.id.clone(),
        status: status_name(key.status).to_owned(),
        upload_date: time(key.uploaded),
    }
}
