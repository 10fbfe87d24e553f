//! FlushStageAuthorizersCache: what authorizers said before is asked again.

use wire::apigateway::{FlushStageAuthorizersCache, FlushStageAuthorizersCacheRequest};

use super::super::failures::no_stage;
use super::super::{asks, records};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<FlushStageAuthorizersCache> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &FlushStageAuthorizersCacheRequest,
    ) -> Result<Needs, Refused> {
        Ok(asks::needs::<FlushStageAuthorizersCache>(
            call,
            &[&input.rest_api_id, &input.stage_name],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<FlushStageAuthorizersCache>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let api = records::read(self, &call, &input.rest_api_id, no_stage).await?;
        let stage = api
            .stages
            .get(input.stage_name.as_str())
            .ok_or_else(no_stage)?;
        self.gateway
            .flush_authorizers_cache(api.id.as_str(), stage.name.as_str());
        Ok(())
    }
}
