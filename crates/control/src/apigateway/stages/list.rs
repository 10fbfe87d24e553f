//! GetStages: all of them, or those that show one deployment.

use wire::apigateway::{GetStages, GetStagesRequest, Stages};

use super::super::failures::no_api;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetStages> for Rooms {
    fn needs(&self, call: &Call, input: &GetStagesRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetStages>(call, &[&input.rest_api_id]))
    }

    async fn handle(&self, authorized: Authorized<GetStages>) -> Result<Stages, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let wanted = input.deployment_id.as_deref();
        let stages = api.stages.values();
        let stages = stages.filter(|stage| wanted.is_none_or(|id| id == stage.deployment_id));
        Ok(Stages {
            item: Some(stages.map(shown).collect()),
        })
    }
}
