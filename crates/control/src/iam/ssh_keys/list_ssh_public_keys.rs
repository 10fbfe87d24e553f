//! Lists the public keys of a user, or of the caller.

use model::UserRecord;
use wire::iam::{ListSSHPublicKeys, ListSSHPublicKeysRequest, ListSSHPublicKeysResponse};

use super::super::name_or_own;
use super::super::pages::{PageAsk, page};
use super::super::permitted::permitted;
use super::render::listed;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListSSHPublicKeys> for Rooms {
    fn needs(&self, _: &Call, _: &ListSSHPublicKeysRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListSSHPublicKeys>,
    ) -> Result<ListSSHPublicKeysResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<ListSSHPublicKeys, UserRecord>(self, &call, &name).await?;

        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(
            user.record().credentials.ssh_keys.clone(),
            |key| key.id.clone(),
            ask,
        )?;
        Ok(ListSSHPublicKeysResponse {
            ssh_public_keys: Some(page.items.iter().map(|key| listed(&name, key)).collect()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
