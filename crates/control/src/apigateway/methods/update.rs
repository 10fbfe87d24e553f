//! UpdateMethod.

use wire::apigateway::{Method, UpdateMethod, UpdateMethodRequest};

use model::RestApiRecord;

use super::super::condition_keys::{self, Key};
use super::super::failures::{NO_CONTENT_TYPE, NO_PARAMETER, bad_request, no_resource};
use super::super::patch::{self, Op, Patch};
use super::super::{asks, records};
use super::{Place, read_authorization, settle, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateMethod> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateMethodRequest) -> Result<Needs, Refused> {
        let labels = [
            input.rest_api_id.as_str(),
            &input.resource_id,
            &input.http_method,
        ];
        let ask = asks::ask::<UpdateMethod>(call, &labels);
        let patches = input.patch_operations.as_ref();
        let ask = condition_keys::patched(ask, Key::ApiKeyRequired, patches, "/apiKeyRequired");
        let kind = Key::RouteAuthorizationType;
        Ok(condition_keys::patched(ask, kind, patches, "/authorizationType").into())
    }

    async fn handle(&self, authorized: Authorized<UpdateMethod>) -> Result<Method, Refused> {
        let (input, call) = authorized.into_parts();
        let place = Place {
            resource_id: &input.resource_id,
            verb: &input.http_method,
        };
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            place.edit(api, |definition, method| {
                patches.iter().try_for_each(|patch| apply(method, patch))?;
                settle(definition, method)
            })
        };
        let (api, ()) =
            records::change(self, &call, &input.rest_api_id, no_resource, change).await?;
        let (verb, method) = place.find(&api)?;
        Ok(shown(verb, method, &input.resource_id))
    }
}

fn apply(method: &mut model::Method, patch: &Patch) -> Result<(), Refused> {
    match patch.parts().as_slice() {
        ["authorizationType"] => {
            let kind = patch.replacement()?;
            method.authorization_type = read_authorization(kind.as_deref().unwrap_or_default())?;
        }
        ["authorizerId"] => method.authorizer_id = patch.replacement()?,
        ["authorizationScopes", rest @ ..] => {
            patch.only(&[Op::Add, Op::Remove])?;
            let scope = patch.item_or_value(rest)?;
            patch.item(&mut method.authorization_scopes, scope)?;
        }
        ["apiKeyRequired"] => method.api_key_required = patch.switch()?,
        ["operationName"] => method.operation_name = patch.replacement()?,
        ["requestValidatorId"] => method.request_validator_id = patch.replacement()?,
        ["requestParameters", name] => {
            patch.entry_of(&mut method.request_parameters, name, NO_PARAMETER, required)?;
        }
        ["requestModels", content_type] => {
            patch.entry_of(
                &mut method.request_models,
                content_type,
                NO_CONTENT_TYPE,
                |model| Ok(model.to_owned()),
            )?;
        }
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}

fn required(value: &str) -> Result<bool, Refused> {
    value
        .parse()
        .map_err(|_| bad_request("Request parameter required must be true or false"))
}
