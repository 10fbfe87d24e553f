//! DeleteGatewayResponse: back to the one of AWS.

use wire::apigateway::{DeleteGatewayResponse, DeleteGatewayResponseRequest};

use model::RestApiRecord;

use super::super::failures::{no_api, not_found};
use super::super::{asks, records};
use super::read_kind;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteGatewayResponse> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteGatewayResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteGatewayResponse>(
            call,
            &[&input.rest_api_id, &input.response_type],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteGatewayResponse>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let kind = read_kind(&input.response_type)?;
        let change = |api: &mut RestApiRecord| {
            let set = api.definition.gateway_responses.remove(&kind);
            set.map(|_| ())
                .ok_or_else(|| not_found("Gateway response type not defined on api"))
        };
        records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(())
    }
}
