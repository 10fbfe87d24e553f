//! GetGatewayResponse.

use wire::apigateway::{GatewayResponse, GetGatewayResponse, GetGatewayResponseRequest};

use super::super::failures::no_api;
use super::super::{asks, records};
use super::{read_kind, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetGatewayResponse> for Rooms {
    fn needs(&self, call: &Call, input: &GetGatewayResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetGatewayResponse>(
            call,
            &[&input.rest_api_id, &input.response_type],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetGatewayResponse>,
    ) -> Result<GatewayResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        Ok(shown(&api.definition, read_kind(&input.response_type)?))
    }
}
