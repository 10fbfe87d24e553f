//! Takes the name from the account.

use wire::iam::{DeleteAccountAlias, DeleteAccountAliasRequest};

use super::super::account;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteAccountAlias> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteAccountAliasRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:DeleteAccountAlias").into())
    }

    async fn handle(&self, authorized: Authorized<DeleteAccountAlias>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        account::change(&self.records, call.account(), |account| {
            if account.alias.as_ref() != Some(&input.account_alias) {
                return Err(Refusal::NoSuchAlias(input.account_alias.clone()).into());
            }
            account.alias = None;
            Ok(())
        })
        .await
    }
}
