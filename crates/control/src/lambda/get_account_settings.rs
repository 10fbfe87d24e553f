//! Shows the limits of the account, and how much of them its functions use.

use wire::lambda::{
    AccountLimit, AccountUsage, GetAccountSettings, GetAccountSettingsRequest,
    GetAccountSettingsResponse,
};

use super::concurrency::ACCOUNT_LIMIT;
use super::storage::MOST_BYTES;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAccountSettings> for Rooms {
    fn needs(&self, _: &Call, _: &GetAccountSettingsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("lambda:GetAccountSettings").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetAccountSettings>,
    ) -> Result<GetAccountSettingsResponse, Refused> {
        let (_, call) = authorized.into_parts();
        let records = self.functions(call.account(), call.region()).await?;
        let reserved: u32 = records
            .iter()
            .filter_map(|record| record.reserved_concurrency)
            .sum();
        let stored = self.code_stored(call.account(), call.region()).await?;
        let unreserved = ACCOUNT_LIMIT.saturating_sub(reserved);
        Ok(GetAccountSettingsResponse {
            account_limit: Some(AccountLimit {
                total_code_size: i64::try_from(MOST_BYTES).ok(),
                code_size_unzipped: Some(262_144_000),
                code_size_zipped: Some(52_428_800),
                concurrent_executions: i32::try_from(ACCOUNT_LIMIT).ok(),
                unreserved_concurrent_executions: i32::try_from(unreserved).ok(),
            }),
            account_usage: Some(AccountUsage {
                total_code_size: i64::try_from(stored).ok(),
                function_count: i64::try_from(records.len()).ok(),
            }),
        })
    }
}
