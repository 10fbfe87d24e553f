//! PutMethod.

use wire::apigateway::{Method, PutMethod, PutMethodRequest};

use std::collections::BTreeMap;

use model::RestApiRecord;

use super::super::condition_keys::{self, Key};
use super::super::failures::{bad_request, conflict, no_resource};
use super::super::{asks, records};
use super::{read_authorization, settle, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutMethod> for Rooms {
    fn needs(&self, call: &Call, input: &PutMethodRequest) -> Result<Needs, Refused> {
        let labels = [
            input.rest_api_id.as_str(),
            &input.resource_id,
            &input.http_method,
        ];
        let ask = asks::ask::<PutMethod>(call, &labels);
        let required = input.api_key_required.unwrap_or(false);
        let ask = condition_keys::request(ask, Key::ApiKeyRequired, [required]);
        let kind = &input.authorization_type;
        Ok(condition_keys::request(ask, Key::RouteAuthorizationType, [kind]).into())
    }

    async fn handle(&self, authorized: Authorized<PutMethod>) -> Result<Method, Refused> {
        let (input, call) = authorized.into_parts();
        let change = |api: &mut RestApiRecord| {
            let definition = &api.definition;
            let resource = definition
                .resources
                .get(&input.resource_id)
                .ok_or_else(no_resource)?;
            let verb = input
                .http_method
                .parse()
                .map_err(|_| bad_request(INVALID_VERB))?;
            if resource.methods.contains_key(&verb) {
                return Err(conflict("Method already exists for this resource"));
            }
            let mut method = read(&input)?;
            settle(definition, &mut method)?;
            let shown = shown(verb, &method, &input.resource_id);
            if let Some(resource) = api.definition.resources.get_mut(&input.resource_id) {
                resource.methods.insert(verb, method);
            }
            Ok(shown)
        };
        let (_, method) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        Ok(method)
    }
}

const INVALID_VERB: &str = "Invalid HttpMethod specified. Valid options are \
    GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY";

fn read(input: &PutMethodRequest) -> Result<model::Method, Refused> {
    Ok(model::Method {
        authorization_type: read_authorization(&input.authorization_type)?,
        authorizer_id: input.authorizer_id.clone(),
        authorization_scopes: input.authorization_scopes.clone().unwrap_or_default(),
        api_key_required: input.api_key_required.unwrap_or(false),
        operation_name: input.operation_name.clone(),
        request_parameters: input
            .request_parameters
            .clone()
            .filter(|map| !map.is_empty()),
        request_models: input.request_models.clone().filter(|map| !map.is_empty()),
        request_validator_id: input
            .request_validator_id
            .clone()
            .filter(|id| !id.is_empty()),
        responses: BTreeMap::new(),
        integration: None,
    })
}
