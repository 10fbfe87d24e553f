//! GetModel.

use wire::apigateway::{GetModel, GetModelRequest, Model};

use super::super::failures::{no_model, refuse_on};
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetModel> for Rooms {
    fn needs(&self, call: &Call, input: &GetModelRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetModel>(
            call,
            &[&input.rest_api_id, &input.model_name],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetModel>) -> Result<Model, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_on(input.flatten, "flatten")?;
        let missing = || no_model(&input.model_name);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let model = api
            .definition
            .models
            .get(&input.model_name)
            .ok_or_else(missing)?;
        Ok(shown(model))
    }
}
