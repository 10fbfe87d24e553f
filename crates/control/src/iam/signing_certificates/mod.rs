//! Signing certificates of users, kept as records.

mod delete_signing_certificate;
mod list_signing_certificates;
mod render;
mod update_signing_certificate;
mod upload_signing_certificate;
