//! UpdateRequestValidator.

use wire::apigateway::{RequestValidator, UpdateRequestValidator, UpdateRequestValidatorRequest};

use model::RestApiRecord;

use super::super::failures::{bad_request, no_request_validator};
use super::super::patch::{self, Patch};
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateRequestValidator> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateRequestValidatorRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateRequestValidator>(
            call,
            &[&input.rest_api_id, &input.request_validator_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateRequestValidator>,
    ) -> Result<RequestValidator, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = no_request_validator;
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            let validators = &mut api.definition.request_validators;
            let validator = validators
                .get_mut(&input.request_validator_id)
                .ok_or_else(missing)?;
            patches
                .iter()
                .try_for_each(|patch| apply(validator, patch))?;
            Ok(shown(validator))
        };
        let (_, validator) =
            records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(validator)
    }
}

fn apply(validator: &mut model::RequestValidator, patch: &Patch) -> Result<(), Refused> {
    patch.among(&[
        "/name",
        "/validateRequestParameters",
        "/validateRequestBody",
    ])?;
    match patch.path.as_str() {
        "/validateRequestBody" => validator.validate_body = patch.switch()?,
        "/validateRequestParameters" => validator.validate_parameters = patch.switch()?,
        _ => {
            validator.name = patch
                .replacement()?
                .ok_or_else(|| bad_request("Request Validator name cannot be blank"))?;
        }
    }
    Ok(())
}
