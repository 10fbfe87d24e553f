//! FlushStageCache: what the stage remembers is asked anew.

use wire::apigateway::{FlushStageCache, FlushStageCacheRequest};

use super::super::failures::no_stage;
use super::super::{asks, records};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<FlushStageCache> for Rooms {
    fn needs(&self, call: &Call, input: &FlushStageCacheRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<FlushStageCache>(
            call,
            &[&input.rest_api_id, &input.stage_name],
        ))
    }

    async fn handle(&self, authorized: Authorized<FlushStageCache>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let api = records::read(self, &call, &input.rest_api_id, no_stage).await?;
        let stage = api.stages.get(input.stage_name.as_str());
        let stage = stage.ok_or_else(no_stage)?;
        self.gateway
            .flush_cache(api.id.as_str(), stage.name.as_str());
        Ok(())
    }
}
