//! Goes back to the default rules for passwords.

use wire::iam::DeleteAccountPasswordPolicy;

use super::super::account;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteAccountPasswordPolicy> for Rooms {
    fn needs(&self, _: &Call, (): &()) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:DeleteAccountPasswordPolicy").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteAccountPasswordPolicy>,
    ) -> Result<(), Refused> {
        let ((), call) = authorized.into_parts();
        account::change(&self.records, call.account(), |account| {
            match account.password_policy.take() {
                Some(_) => Ok(()),
                None => Err(Refusal::NoPasswordPolicy(account.account.to_string()).into()),
            }
        })
        .await
    }
}
