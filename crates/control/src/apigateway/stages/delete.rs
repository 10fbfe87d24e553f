//! DeleteStage.

use wire::apigateway::{DeleteStage, DeleteStageRequest};

use model::RestApiRecord;

use super::super::failures::no_stage;
use super::super::{asks, records, usage_plans};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteStage> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteStageRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteStage>(
            call,
            &[&input.rest_api_id, &input.stage_name],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteStage>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let change = |api: &mut RestApiRecord| {
            let stage = api.stages.remove(input.stage_name.as_str());
            stage.map(|_| ()).ok_or_else(no_stage)
        };
        let (api, ()) = records::change(self, &call, &input.rest_api_id, no_stage, change).await?;
        usage_plans::forget_stages(self, &call, &api, Some(&input.stage_name)).await
    }
}
