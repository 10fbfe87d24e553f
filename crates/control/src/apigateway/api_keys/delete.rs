//! DeleteApiKey: it goes out of its plans too.

use wire::apigateway::{DeleteApiKey, DeleteApiKeyRequest};

use model::ApiKeyRecord;

use super::super::{asks, usage, usage_plans};
use super::find;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteApiKey> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteApiKeyRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteApiKey>(call, &[&input.api_key]))
    }

    async fn handle(&self, authorized: Authorized<DeleteApiKey>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let key = find(self, &call, &input.api_key).await?;
        let id = model::Record::id(&key.record);
        self.records
            .delete::<ApiKeyRecord>(&id, key.version)
            .await?;
        // The key opens nothing any more, so an end between the writes does no harm.
        for plan in usage_plans::all(self, &call).await? {
            if plan.holds_key(&key.id) {
                usage_plans::change(self, &call, &plan.id, |plan| {
                    plan.keys.retain(|own| own.id != key.id);
                    Ok(())
                })
                .await?;
            }
            usage::forget(self, &plan.record, Some(&key.id)).await?;
        }
        Ok(())
    }
}
