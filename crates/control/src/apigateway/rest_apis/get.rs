//! GetRestApi.

use wire::apigateway::{GetRestApi, GetRestApiRequest, RestApi};

use super::super::failures::no_api;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetRestApi> for Rooms {
    fn needs(&self, call: &Call, input: &GetRestApiRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetRestApi>(call, &[&input.rest_api_id]))
    }

    async fn handle(&self, authorized: Authorized<GetRestApi>) -> Result<RestApi, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        Ok(shown(&api))
    }
}
