//! UpdateApiKey.

use wire::apigateway::{ApiKey, UpdateApiKey, UpdateApiKeyRequest};

use model::ApiKeyRecord;

use super::super::asks;
use super::super::failures::{bad_request, no_api_key};
use super::super::patch::{self, Op, Patch};
use super::{Value, read_description, read_name, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Recorded by `test_update_api_key_immutable_field`.
const PATHS: &str = "/description, /enabled, /name, /customerId";

impl Handle<UpdateApiKey> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateApiKeyRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateApiKey>(call, &[&input.api_key]))
    }

    async fn handle(&self, authorized: Authorized<UpdateApiKey>) -> Result<ApiKey, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let change = |key: &mut ApiKeyRecord| {
            patches.iter().try_for_each(|patch| apply(key, patch))?;
            key.updated = call.now();
            Ok(())
        };
        let id = ApiKeyRecord::id_of(call.account(), call.region(), &input.api_key);
        let updated = self.records.update(&id, change).await;
        let updated = updated.map_err(|error| Refused::of_update(error, no_api_key))?;
        Ok(shown(&updated.stored.record, Value::Hidden))
    }
}

fn apply(key: &mut ApiKeyRecord, patch: &Patch) -> Result<(), Refused> {
    match (patch.op, patch.path.as_str()) {
        (Op::Add | Op::Remove, "/stages") => return stage(key, patch),
        (Op::Replace, "/description") => key.description = read_description(patch.value())?,
        (Op::Replace, "/enabled") => key.enabled = patch.switch()?,
        (Op::Replace, "/name") => key.name = read_name(patch.value())?,
        (Op::Replace, "/customerId") => key.customer_id = patch.replacement()?,
        (op, path) => {
            return Err(bad_request(format!(
                "Invalid patch path  '{path}' specified for op '{}'. Must be one of: [{PATHS}]",
                op.as_str()
            )));
        }
    }
    Ok(())
}

/// `API/STAGE`, from before there were usage plans.
fn stage(key: &mut ApiKeyRecord, patch: &Patch) -> Result<(), Refused> {
    let named = patch.filled().filter(|named| named.split('/').count() == 2);
    let named = named.ok_or_else(|| bad_request("Invalid stage key specified"))?;
    key.stage_keys.retain(|own| own != named);
    if patch.op == Op::Add {
        key.stage_keys.push(named.to_owned());
    }
    Ok(())
}
