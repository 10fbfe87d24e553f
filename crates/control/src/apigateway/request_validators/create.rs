//! CreateRequestValidator.

use wire::apigateway::{CreateRequestValidator, CreateRequestValidatorRequest, RequestValidator};

use model::RestApiRecord;

use super::super::failures::no_api;
use super::super::{asks, ids, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateRequestValidator> for Rooms {
    fn needs(&self, call: &Call, input: &CreateRequestValidatorRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<CreateRequestValidator>(
            call,
            &[&input.rest_api_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateRequestValidator>,
    ) -> Result<RequestValidator, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let change = |api: &mut RestApiRecord| {
            let validator = model::RequestValidator {
                id: ids::own(ids::SHORT),
                name: input.name.clone().unwrap_or_default(),
                validate_body: input.validate_request_body.unwrap_or(false),
                validate_parameters: input.validate_request_parameters.unwrap_or(false),
            };
            let shown = shown(&validator);
            api.definition
                .request_validators
                .insert(validator.id.clone(), validator);
            Ok(shown)
        };
        let (_, validator) =
            records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(validator)
    }
}
