//! Shows a delivery source.

use wire::logs::{GetDeliverySource, GetDeliverySourceRequest, GetDeliverySourceResponse};

use super::super::super::settings::arn;
use super::super::{SOURCE, no_source, shown_source};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDeliverySource> for Rooms {
    fn needs(&self, call: &Call, input: &GetDeliverySourceRequest) -> Result<Needs, Refused> {
        let resource = arn(call, SOURCE, &input.name);
        Ok(Ask::on("logs:GetDeliverySource", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDeliverySource>,
    ) -> Result<GetDeliverySourceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let settings = self.log_settings(&call).await?;
        let found = settings.delivery_sources.get(&input.name);
        let found = found.ok_or_else(no_source)?;
        Ok(GetDeliverySourceResponse {
            delivery_source: Some(shown_source(&call, &input.name, found)),
        })
    }
}
