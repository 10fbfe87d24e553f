//! Lists the code signing configurations of an account in a region.

use model::CodeSigningConfigRecord;
use wire::lambda::{
    ListCodeSigningConfigs, ListCodeSigningConfigsRequest, ListCodeSigningConfigsResponse,
};

use super::super::paging::page;
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListCodeSigningConfigs> for Rooms {
    fn needs(&self, _: &Call, _: &ListCodeSigningConfigsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("lambda:ListCodeSigningConfigs").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListCodeSigningConfigs>,
    ) -> Result<ListCodeSigningConfigsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = format!("{}/{}/", call.account(), call.region());
        let all = self
            .records
            .list::<CodeSigningConfigRecord>(&prefix)
            .await?;
        let all = all
            .iter()
            .map(|one| (one.record.config.clone(), shown(&one.record)));
        let page = page(all, input.marker.as_deref(), input.max_items);
        Ok(ListCodeSigningConfigsResponse {
            next_marker: page.next_marker,
            code_signing_configs: Some(page.items),
        })
    }
}
