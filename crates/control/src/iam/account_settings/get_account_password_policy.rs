//! Tells what passwords of users must be like.

use wire::iam::{GetAccountPasswordPolicy, GetAccountPasswordPolicyResponse, PasswordPolicy};

use super::super::account;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAccountPasswordPolicy> for Rooms {
    fn needs(&self, _: &Call, (): &()) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:GetAccountPasswordPolicy").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetAccountPasswordPolicy>,
    ) -> Result<GetAccountPasswordPolicyResponse, Refused> {
        let ((), call) = authorized.into_parts();
        let account = account::read(&self.records, call.account()).await?;
        let Some(policy) = account.password_policy else {
            return Err(Refusal::NoPasswordPolicy(account.account.to_string()).into());
        };
        Ok(GetAccountPasswordPolicyResponse {
            password_policy: Some(render(&policy)),
        })
    }
}

fn render(policy: &model::PasswordPolicy) -> PasswordPolicy {
    let number = |value: u32| i32::try_from(value).ok();
    PasswordPolicy {
        minimum_password_length: number(policy.minimum_length),
        require_symbols: Some(policy.symbols),
        require_numbers: Some(policy.numbers),
        require_uppercase_characters: Some(policy.uppercase),
        require_lowercase_characters: Some(policy.lowercase),
        allow_users_to_change_password: Some(policy.users_may_change),
        expire_passwords: Some(policy.max_age_days.is_some()),
        max_password_age: policy.max_age_days.and_then(number),
        password_reuse_prevention: policy.reuse_prevention.and_then(number),
        hard_expiry: policy.hard_expiry,
    }
}
