//! UpdateModel.

use wire::apigateway::{Model, UpdateModel, UpdateModelRequest};

use model::RestApiRecord;

use super::super::failures::no_model;
use super::super::patch::{self, Patch};
use super::super::{asks, records};
use super::{check_schema, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateModel> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateModelRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateModel>(
            call,
            &[&input.rest_api_id, &input.model_name],
        ))
    }

    async fn handle(&self, authorized: Authorized<UpdateModel>) -> Result<Model, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_model(&input.model_name);
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            let model = api
                .definition
                .models
                .get_mut(&input.model_name)
                .ok_or_else(missing)?;
            patches.iter().try_for_each(|patch| apply(model, patch))?;
            Ok(shown(model))
        };
        let (_, model) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(model)
    }
}

fn apply(model: &mut model::Model, patch: &Patch) -> Result<(), Refused> {
    patch.among(&["/description", "/schema"])?;
    let value = patch.filled().map(str::to_owned);
    if patch.path == "/description" {
        model.description = value;
        return Ok(());
    }
    check_schema(value.as_deref().unwrap_or_default(), &model.content_type)?;
    model.schema = value;
    Ok(())
}
