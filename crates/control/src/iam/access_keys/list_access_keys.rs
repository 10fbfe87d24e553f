//! Lists the access keys of a user, or of the caller; never their secrets.

use model::{KeyStatus, UserRecord};
use wire::iam::{AccessKeyMetadata, ListAccessKeys, ListAccessKeysRequest, ListAccessKeysResponse};

use super::super::pages::{PageAsk, page};
use super::super::permitted::{Permitted, permitted};
use super::super::{name_or_own, time};
use super::status_name;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListAccessKeys> for Rooms {
    fn needs(&self, _: &Call, _: &ListAccessKeysRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListAccessKeys>,
    ) -> Result<ListAccessKeysResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let keys = if input.user_name.is_none() && call.caller().is_root() {
            root_keys(self, &call)
        } else {
            let name = name_or_own(input.user_name.as_deref(), &call)?;
            keys_of(&permitted::<ListAccessKeys, UserRecord>(self, &call, &name).await?)
        };
        let id = |key: &AccessKeyMetadata| key.access_key_id.clone().unwrap_or_default();
        let page = page(keys, id, ask)?;
        Ok(ListAccessKeysResponse {
            access_key_metadata: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

fn keys_of(user: &Permitted<UserRecord>) -> Vec<AccessKeyMetadata> {
    let user = user.record();
    user.access_keys
        .iter()
        .map(|key| AccessKeyMetadata {
            user_name: Some(user.name.clone()),
            access_key_id: Some(key.id.clone()),
            status: Some(status_name(key.status).to_owned()),
            create_date: Some(time(key.created)),
        })
        .collect()
}

/// The server's own account has one key of root, and other accounts have none.
fn root_keys(rooms: &Rooms, call: &Call) -> Vec<AccessKeyMetadata> {
    let config = rooms.identity.config();
    if *call.account() != config.account {
        return Vec::new();
    }
    vec![AccessKeyMetadata {
        user_name: None,
        access_key_id: Some(config.root_key.id.clone()),
        status: Some(status_name(KeyStatus::Active).to_owned()),
        create_date: None,
    }]
}
