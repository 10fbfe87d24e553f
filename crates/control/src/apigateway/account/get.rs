//! GetAccount.

use wire::apigateway::{Account, GetAccount, GetAccountRequest};

use super::super::asks;
use super::{settings, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAccount> for Rooms {
    fn needs(&self, call: &Call, _input: &GetAccountRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetAccount>(call, &[]))
    }

    async fn handle(&self, authorized: Authorized<GetAccount>) -> Result<Account, Refused> {
        let (_, call) = authorized.into_parts();
        Ok(shown(self, &settings(self, &call).await?))
    }
}
