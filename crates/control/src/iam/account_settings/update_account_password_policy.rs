//! Says what passwords of users must be like. What is left out goes back to its default.

use model::PasswordPolicy;
use wire::iam::{UpdateAccountPasswordPolicy, UpdateAccountPasswordPolicyRequest};

use super::super::account;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateAccountPasswordPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateAccountPasswordPolicyRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:UpdateAccountPasswordPolicy").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateAccountPasswordPolicy>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let number = |value: Option<i32>| value.and_then(|value| u32::try_from(value).ok());
        let policy = PasswordPolicy {
            minimum_length: number(input.minimum_password_length).unwrap_or(SHORTEST),
            symbols: input.require_symbols.unwrap_or(false),
            numbers: input.require_numbers.unwrap_or(false),
            uppercase: input.require_uppercase_characters.unwrap_or(false),
            lowercase: input.require_lowercase_characters.unwrap_or(false),
            users_may_change: input.allow_users_to_change_password.unwrap_or(false),
            max_age_days: number(input.max_password_age),
            reuse_prevention: number(input.password_reuse_prevention),
            hard_expiry: input.hard_expiry,
        };
        account::change(&self.records, call.account(), |account| {
            account.password_policy = Some(policy.clone());
            Ok(())
        })
        .await
    }
}

/// The default of a policy that does not say (IAM API reference).
const SHORTEST: u32 = 6;
