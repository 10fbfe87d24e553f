//! DeleteRequestValidator: one that no method uses.

use wire::apigateway::{DeleteRequestValidator, DeleteRequestValidatorRequest};

use model::RestApiRecord;

use super::super::failures::no_request_validator;
use super::super::{asks, records, references};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRequestValidator> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteRequestValidatorRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteRequestValidator>(
            call,
            &[&input.rest_api_id, &input.request_validator_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteRequestValidator>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let missing = no_request_validator;
        let change = |api: &mut RestApiRecord| {
            let definition = &mut api.definition;
            let id = &input.request_validator_id;
            let validator = definition.request_validators.get(id).ok_or_else(missing)?;
            references::refuse(
                definition,
                "request validator",
                &validator.name,
                "method",
                |method| method.request_validator_id.as_ref() == Some(id),
            )?;
            definition.request_validators.remove(id);
            Ok(())
        };
        records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(())
    }
}
