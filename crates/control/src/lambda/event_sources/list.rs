//! Lists mappings, of a function or of a source if asked for. Neither need exist.

use model::EventSourceMappingRecord;
use wire::lambda::{
    ListEventSourceMappings, ListEventSourceMappingsRequest, ListEventSourceMappingsResponse,
};

use super::shown::state;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::lambda::paging::page;
use crate::lambda::target::Target;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListEventSourceMappings> for Rooms {
    fn needs(&self, _: &Call, _: &ListEventSourceMappingsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("lambda:ListEventSourceMappings").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListEventSourceMappings>,
    ) -> Result<ListEventSourceMappingsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let function = input.function_name.as_deref();
        let function = function
            .map(|name| Target::read(&call, name, None))
            .transpose()?;
        let function = function.map(|target| target.arn());
        let prefix = format!("{}/{}/", call.account(), call.region());
        let all = self
            .records
            .list::<EventSourceMappingRecord>(&prefix)
            .await?;
        let source = input.event_source_arn.as_deref();
        let wanted = all
            .into_iter()
            .map(|stored| stored.record)
            .filter(|record| {
                source.is_none_or(|source| record.source.to_string() == source)
                    && function
                        .as_ref()
                        .is_none_or(|function| record.function.to_string() == *function)
            });
        let mut shown = Vec::new();
        for record in wanted {
            let mapping = self.shown_mapping(&record, state(&record)).await?;
            shown.push((record.uuid, mapping));
        }
        let page = page(shown.into_iter(), input.marker.as_deref(), input.max_items);
        Ok(ListEventSourceMappingsResponse {
            next_marker: page.next_marker,
            event_source_mappings: Some(page.items),
        })
    }
}
