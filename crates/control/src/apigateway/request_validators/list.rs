//! GetRequestValidators.

use wire::apigateway::{GetRequestValidators, GetRequestValidatorsRequest, RequestValidators};

use super::super::failures::no_api;
use super::super::{asks, pages, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetRequestValidators> for Rooms {
    fn needs(&self, call: &Call, input: &GetRequestValidatorsRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetRequestValidators>(
            call,
            &[&input.rest_api_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetRequestValidators>,
    ) -> Result<RequestValidators, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let validators = api.definition.request_validators.values();
        let page = pages::cut(
            validators,
            input.limit,
            input.position.as_deref(),
            |validator| validator.id.clone(),
        )?;
        Ok(RequestValidators {
            position: page.position,
            items: Some(page.items.into_iter().map(shown).collect()),
        })
    }
}
