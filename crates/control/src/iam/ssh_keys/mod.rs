//! Public keys of users for SSH, kept as records.

mod delete_ssh_public_key;
mod fingerprint;
mod get_ssh_public_key;
mod list_ssh_public_keys;
mod render;
mod update_ssh_public_key;
mod upload_ssh_public_key;
