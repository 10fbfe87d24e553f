//! Tells the name of the account, if it has one.

use wire::iam::{ListAccountAliases, ListAccountAliasesRequest, ListAccountAliasesResponse};

use super::super::account;
use super::super::pages::{PageAsk, page};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListAccountAliases> for Rooms {
    fn needs(&self, _: &Call, _: &ListAccountAliasesRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:ListAccountAliases").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListAccountAliases>,
    ) -> Result<ListAccountAliasesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let account = account::read(&self.records, call.account()).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(account.alias.into_iter().collect(), String::clone, ask)?;
        Ok(ListAccountAliasesResponse {
            account_aliases: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
