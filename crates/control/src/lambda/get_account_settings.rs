//! Shows the limits of the account, and how much of them its functions use.

use model::{FunctionRecord, LayerRecord};
use wire::lambda::{
    AccountLimit, AccountUsage, GetAccountSettings, GetAccountSettingsRequest,
    GetAccountSettingsResponse,
};

use super::concurrency::ACCOUNT_LIMIT;
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
        let prefix = format!("{}/{}/", call.account(), call.region());
        let layers = self.records.list::<LayerRecord>(&prefix).await?;
        let layers = layers
            .iter()
            .flat_map(|layer| layer.record.versions.values());
        let layers: u64 = layers.map(|version| version.code.size).sum();
        let functions: u64 = records.iter().map(code_size).sum();
        let unreserved = ACCOUNT_LIMIT.saturating_sub(reserved);
        Ok(GetAccountSettingsResponse {
            account_limit: Some(AccountLimit {
                total_code_size: Some(80_530_636_800),
                code_size_unzipped: Some(262_144_000),
                code_size_zipped: Some(52_428_800),
                concurrent_executions: i32::try_from(ACCOUNT_LIMIT).ok(),
                unreserved_concurrent_executions: i32::try_from(unreserved).ok(),
            }),
            account_usage: Some(AccountUsage {
                total_code_size: i64::try_from(functions + layers).ok(),
                function_count: i64::try_from(records.len()).ok(),
            }),
        })
    }
}

/// Every published version counts, as on AWS.
fn code_size(record: &FunctionRecord) -> u64 {
    let published: u64 = record
        .versions
        .values()
        .map(|version| version.code.size)
        .sum();
    record.latest.code.size + published
}
