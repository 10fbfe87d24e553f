//! Lists the configurations of a function.

use wire::lambda::{
    ListFunctionEventInvokeConfigs, ListFunctionEventInvokeConfigsRequest,
    ListFunctionEventInvokeConfigsResponse,
};

use super::super::paging::page;
use super::super::target::Target;
use super::{no_function, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListFunctionEventInvokeConfigs> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &ListFunctionEventInvokeConfigsRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:ListFunctionEventInvokeConfigs", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListFunctionEventInvokeConfigs>,
    ) -> Result<ListFunctionEventInvokeConfigsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        let record = self.function_or(&target, no_function).await?.record;
        let all = record
            .event_invoke_configs
            .iter()
            .map(|(qualifier, config)| (qualifier.clone(), shown(&record, qualifier, config)));
        let page = page(all, input.marker.as_deref(), input.max_items);
        Ok(ListFunctionEventInvokeConfigsResponse {
            function_event_invoke_configs: Some(page.items),
            next_marker: page.next_marker,
        })
    }
}
