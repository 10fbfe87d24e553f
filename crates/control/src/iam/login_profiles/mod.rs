//! Passwords of users. There is no console to sign in to, so that they are kept and nothing more.

mod change_password;
mod create_login_profile;
mod delete_login_profile;
mod get_login_profile;
mod render;
mod update_login_profile;
