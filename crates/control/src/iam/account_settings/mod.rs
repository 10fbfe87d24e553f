//! The name of an account and its rules for passwords.

mod create_account_alias;
mod delete_account_alias;
mod delete_account_password_policy;
mod get_account_password_policy;
mod list_account_aliases;
mod update_account_password_policy;
