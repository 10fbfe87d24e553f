//! Tells which account an access key belongs to.

use identity::AuthMode;
use model::UserRecord;
use wire::Failure;
use wire::sts::{GetAccessKeyInfo, GetAccessKeyInfoRequest, GetAccessKeyInfoResponse};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAccessKeyInfo> for Rooms {
    fn needs(&self, _: &Call, _: &GetAccessKeyInfoRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("sts:GetAccessKeyInfo").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetAccessKeyInfo>,
    ) -> Result<GetAccessKeyInfoResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let account = account_of(self, &call, &input.access_key_id).await?;
        Ok(GetAccessKeyInfoResponse {
            account: Some(account),
        })
    }
}

/// Ids of ours do not spell their account, so that only keys that are kept, and the caller's own,
/// can be told.
async fn account_of(rooms: &Rooms, call: &Call, id: &str) -> Result<String, Refused> {
    if call.caller().access_key_id() == Some(id) {
        return Ok(call.account().to_string());
    }
    let config = rooms.identity.config();
    if config.root_key.id == id {
        return Ok(config.account.to_string());
    }
    let users = rooms.records.list::<UserRecord>("").await?;
    let holder = users
        .iter()
        .find(|user| user.access_keys.iter().any(|key| key.id == id));
    match (holder, config.auth) {
        (Some(user), _) => Ok(user.account.to_string()),
        // There such a key is taken, as the root of the default account.
        (None, AuthMode::Open) => Ok(config.account.to_string()),
        (None, AuthMode::Strict) => {
            let message = format!("The account of the access key {id} is not known.");
            Err(Failure::new("ValidationError", 400, message).into())
        }
    }
}
