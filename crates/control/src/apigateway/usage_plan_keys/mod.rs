//! The keys of a usage plan.

mod create;
mod delete;
mod get;
mod list;

use model::ApiKeyRecord;
use wire::apigateway::UsagePlanKey;

pub(super) use create::add;

/// The only kind that AWS has.
const API_KEY: &str = "API_KEY";

fn shown(key: &ApiKeyRecord) -> UsagePlanKey {
    UsagePlanKey {
        id: Some(key.id.clone()),
        type_: Some(API_KEY.to_owned()),
        value: Some(key.value.clone()),
        name: key.name.clone(),
    }
}
