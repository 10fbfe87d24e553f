//! GetApiKey.

use wire::apigateway::{ApiKey, GetApiKey, GetApiKeyRequest};

use super::super::asks;
use super::{Value, find, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetApiKey> for Rooms {
    fn needs(&self, call: &Call, input: &GetApiKeyRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetApiKey>(call, &[&input.api_key]))
    }

    async fn handle(&self, authorized: Authorized<GetApiKey>) -> Result<ApiKey, Refused> {
        let (input, call) = authorized.into_parts();
        let key = find(self, &call, &input.api_key).await?;
        Ok(shown(&key, Value::asked(input.include_value)))
    }
}
