//! GetStage.

use wire::apigateway::{GetStage, GetStageRequest, Stage};

use super::super::failures::no_stage;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetStage> for Rooms {
    fn needs(&self, call: &Call, input: &GetStageRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetStage>(
            call,
            &[&input.rest_api_id, &input.stage_name],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetStage>) -> Result<Stage, Refused> {
        let (input, call) = authorized.into_parts();
        let api = records::read(self, &call, &input.rest_api_id, no_stage).await?;
        let stage = api
            .stages
            .get(input.stage_name.as_str())
            .ok_or_else(no_stage)?;
        Ok(shown(stage))
    }
}
