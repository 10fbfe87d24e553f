//! What an account has as a whole: counts, everything in detail, who may sign in with what.

mod counted;
mod credentials;
mod details;
mod generate_credential_report;
mod get_account_authorization_details;
mod get_account_summary;
mod get_credential_report;
