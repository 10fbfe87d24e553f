//! The settings of an account in a region: the role that writes execution logs.

mod get;
mod update;

use model::AccountSettingsRecord;
use wire::apigateway::{Account, ThrottleSettings};

use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The one feature that accounts could be without.
const USAGE_PLANS: &str = "UsagePlans";

fn shown(rooms: &Rooms, settings: &AccountSettingsRecord) -> Account {
    let throttle = rooms.gateway.account_throttle();
    Account {
        cloudwatch_role_arn: settings.cloudwatch_role_arn.clone(),
        throttle_settings: Some(ThrottleSettings {
            burst_limit: throttle.burst,
            rate_limit: throttle.rate,
        }),
        features: Some(vec![USAGE_PLANS.to_owned()]),
        api_key_version: Some("4".to_owned()),
    }
}

/// Those of an account that set none are empty.
pub(super) async fn settings(rooms: &Rooms, call: &Call) -> Result<AccountSettingsRecord, Refused> {
    let (account, region) = (call.account(), call.region());
    let id = AccountSettingsRecord::id_of(account, region);
    let stored = rooms.records.get::<AccountSettingsRecord>(&id).await?;
    Ok(stored.map_or_else(
        || AccountSettingsRecord {
            account: account.clone(),
            region: region.clone(),
            cloudwatch_role_arn: None,
        },
        |stored| stored.record,
    ))
}
