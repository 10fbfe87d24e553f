//! A login profile as answers tell it: never the password.

use wire::iam::LoginProfile;

use super::super::time;

pub(super) fn render(user_name: &str, login: &model::LoginProfile) -> LoginProfile {
    LoginProfile {
        user_name: user_name.to_owned(),
        create_date: time(login.created),
        password_reset_required: Some(login.reset_required),
    }
}
