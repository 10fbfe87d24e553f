//! GetApiKeys: all of them, or those of a customer or whose names begin alike.

use wire::apigateway::{ApiKeys, GetApiKeys, GetApiKeysRequest};

use super::super::{asks, pages};
use super::{Value, all, shown_briefly};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetApiKeys> for Rooms {
    fn needs(&self, call: &Call, _input: &GetApiKeysRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetApiKeys>(call, &[]))
    }

    async fn handle(&self, authorized: Authorized<GetApiKeys>) -> Result<ApiKeys, Refused> {
        let (input, call) = authorized.into_parts();
        let value = Value::asked(input.include_values);
        let mut keys = all(self, &call).await?;
        keys.retain(|key| {
            let name = key.name.as_deref().unwrap_or_default();
            let customer = key.customer_id.as_deref();
            input
                .name_query
                .as_deref()
                .is_none_or(|start| name.starts_with(start))
                && input
                    .customer_id
                    .as_deref()
                    .is_none_or(|id| customer == Some(id))
        });
        let position = input.position.as_deref();
        let page = pages::cut(keys, input.limit, position, |key| {
            pages::newest_first(key.created, &key.id)
        })?;
        let keys = page.items.iter();
        Ok(ApiKeys {
            warnings: None,
            position: page.position,
            items: Some(keys.map(|key| shown_briefly(key, value)).collect()),
        })
    }
}
