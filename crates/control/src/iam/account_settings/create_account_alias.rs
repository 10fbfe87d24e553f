//! Gives the account a name; it takes the place of the one before.

use model::IamAccountRecord;
use wire::iam::{CreateAccountAlias, CreateAccountAliasRequest};

use super::super::account;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateAccountAlias> for Rooms {
    fn needs(&self, _: &Call, _: &CreateAccountAliasRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:CreateAccountAlias").into())
    }

    async fn handle(&self, authorized: Authorized<CreateAccountAlias>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let taken = self
            .records
            .list::<IamAccountRecord>("")
            .await?
            .iter()
            .any(|other| {
                other.account != *call.account()
                    && other.alias.as_ref() == Some(&input.account_alias)
            });
        if taken {
            return Err(Refusal::AliasExists(input.account_alias).into());
        }
        account::change(&self.records, call.account(), |account| {
            account.alias = Some(input.account_alias.clone());
            Ok(())
        })
        .await
    }
}
