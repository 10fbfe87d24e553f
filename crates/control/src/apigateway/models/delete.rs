//! DeleteModel: one that nothing refers to.

use wire::apigateway::{DeleteModel, DeleteModelRequest};

use std::collections::BTreeMap;

use model::{Method, RestApiRecord};

use super::super::failures::no_model;
use super::super::{asks, records, references};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteModel> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteModelRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteModel>(
            call,
            &[&input.rest_api_id, &input.model_name],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteModel>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_model(&input.model_name);
        let change = |api: &mut RestApiRecord| {
            let definition = &mut api.definition;
            if !definition.models.contains_key(&input.model_name) {
                return Err(missing());
            }
            let name = &input.model_name;
            let uses_it = |models: &Option<BTreeMap<String, String>>| {
                models.iter().flatten().any(|(_, model)| model == name)
            };
            let requests = |method: &Method| uses_it(&method.request_models);
            references::refuse(definition, "model", name, "method request", requests)?;
            let responses = |method: &Method| {
                method
                    .responses
                    .values()
                    .any(|response| uses_it(&response.response_models))
            };
            references::refuse(definition, "model", name, "method response", responses)?;
            definition.models.remove(&input.model_name);
            Ok(())
        };
        records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(())
    }
}
