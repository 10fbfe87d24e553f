//! Lists the layers of an account in a region, each with its newest version that fits.

use model::LayerRecord;
use wire::lambda::{LayersListItem, ListLayers, ListLayersRequest, ListLayersResponse};

use super::super::paging::page;
use super::{fits, listed};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListLayers> for Rooms {
    fn needs(&self, _: &Call, _: &ListLayersRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("lambda:ListLayers").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListLayers>,
    ) -> Result<ListLayersResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let (runtime, architecture) = (
            input.compatible_runtime.as_deref(),
            input.compatible_architecture.as_deref(),
        );
        let prefix = format!("{}/{}/", call.account(), call.region());
        let layers = self.records.list::<LayerRecord>(&prefix).await?;
        let all = layers.iter().filter_map(|layer| {
            let mut newest = layer.record.versions.iter().rev();
            let (number, version) =
                newest.find(|(_, version)| fits(version, runtime, architecture))?;
            let (name, arn) = (&layer.record.name, layer.record.arn());
            let item = LayersListItem {
                layer_name: Some(name.clone()),
                latest_matching_version: Some(listed(&arn, *number, version)),
                layer_arn: Some(arn),
            };
            Some((name.clone(), item))
        });
        let page = page(all, input.marker.as_deref(), input.max_items);
        Ok(ListLayersResponse {
            next_marker: page.next_marker,
            layers: Some(page.items),
        })
    }
}
