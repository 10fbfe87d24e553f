//! CreateModel.

use wire::apigateway::{CreateModel, CreateModelRequest, Model};

use model::RestApiRecord;

use super::super::failures::{bad_request, conflict, no_api};
use super::super::{asks, ids, records};
use super::{check_schema, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateModel> for Rooms {
    fn needs(&self, call: &Call, input: &CreateModelRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<CreateModel>(call, &[&input.rest_api_id]))
    }

    async fn handle(&self, authorized: Authorized<CreateModel>) -> Result<Model, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let change = |api: &mut RestApiRecord| {
            let model = read(&input)?;
            let models = &mut api.definition.models;
            if models.contains_key(&model.name) {
                return Err(conflict("Model name already exists for this REST API"));
            }
            let shown = shown(&model);
            models.insert(model.name.clone(), model);
            Ok(shown)
        };
        let (_, model) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(model)
    }
}

fn read(input: &CreateModelRequest) -> Result<model::Model, Refused> {
    let name = &input.name;
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(bad_request(format!(
            "Model name must be alphanumeric: {name}"
        )));
    }
    check_schema(
        input.schema.as_deref().unwrap_or_default(),
        &input.content_type,
    )?;
    Ok(model::Model {
        id: ids::new(ids::SHORT),
        name: name.clone(),
        description: input.description.clone().filter(|text| !text.is_empty()),
        schema: input.schema.clone(),
        content_type: input.content_type.clone(),
    })
}
