//! Lists the versions of a layer, the newest first. A layer that is not there has none.

use wire::lambda::{ListLayerVersions, ListLayerVersionsRequest, ListLayerVersionsResponse};

use super::super::paging::{number_key, page_newest_first};
use super::{LayerTarget, fits, listed};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListLayerVersions> for Rooms {
    fn needs(&self, call: &Call, input: &ListLayerVersionsRequest) -> Result<Needs, Refused> {
        LayerTarget::read(call, &input.layer_name)?;
        Ok(Ask::anything("lambda:ListLayerVersions").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListLayerVersions>,
    ) -> Result<ListLayerVersionsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = LayerTarget::read(&call, &input.layer_name)?;
        let (runtime, architecture) = (
            input.compatible_runtime.as_deref(),
            input.compatible_architecture.as_deref(),
        );
        let layer = self.layer(&target).await?;
        let versions = layer.map(|layer| layer.record.versions).unwrap_or_default();
        let all = versions
            .iter()
            .rev()
            .filter(|(_, version)| fits(version, runtime, architecture))
            .map(|(number, version)| {
                let shown = listed(&target.arn(), *number, version);
                (number_key(*number), shown)
            });
        let page = page_newest_first(all, input.marker.as_deref(), input.max_items);
        Ok(ListLayerVersionsResponse {
            next_marker: page.next_marker,
            layer_versions: Some(page.items),
        })
    }
}
