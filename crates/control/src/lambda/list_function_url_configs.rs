//! Lists the URLs of a function and of its aliases.

use wire::lambda::{
    ListFunctionUrlConfigs, ListFunctionUrlConfigsRequest, ListFunctionUrlConfigsResponse,
};

use super::function_urls::{no_function, shown};
use super::paging::page;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListFunctionUrlConfigs> for Rooms {
    fn needs(&self, call: &Call, input: &ListFunctionUrlConfigsRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:ListFunctionUrlConfigs", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListFunctionUrlConfigs>,
    ) -> Result<ListFunctionUrlConfigsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let record = self.function_or(&target, no_function).await?.record;
        let all = record.urls.iter().map(|(alias, url)| {
            let shown = shown(&call, &record, alias, url);
            (shown.function_arn.clone(), shown)
        });
        let page = page(all, input.marker.as_deref(), input.max_items);
        Ok(ListFunctionUrlConfigsResponse {
            function_url_configs: Some(page.items),
            next_marker: page.next_marker,
        })
    }
}
