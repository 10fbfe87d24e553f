//! Server certificates, kept as records.

mod delete_server_certificate;
mod get_server_certificate;
mod list_server_certificate_tags;
mod list_server_certificates;
mod render;
mod tag_server_certificate;
mod untag_server_certificate;
mod update_server_certificate;
mod upload_server_certificate;
