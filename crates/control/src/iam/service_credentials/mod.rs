//! Names and passwords of users for single services, kept as records.

mod create_service_specific_credential;
mod delete_service_specific_credential;
mod list_service_specific_credentials;
mod render;
mod reset_service_specific_credential;
mod services;
mod update_service_specific_credential;
