//! GetRequestValidator.

use wire::apigateway::{GetRequestValidator, GetRequestValidatorRequest, RequestValidator};

use super::super::failures::no_request_validator;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetRequestValidator> for Rooms {
    fn needs(&self, call: &Call, input: &GetRequestValidatorRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetRequestValidator>(
            call,
            &[&input.rest_api_id, &input.request_validator_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetRequestValidator>,
    ) -> Result<RequestValidator, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = no_request_validator;
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let validators = &api.definition.request_validators;
        let validator = validators
            .get(&input.request_validator_id)
            .ok_or_else(missing)?;
        Ok(shown(validator))
    }
}
