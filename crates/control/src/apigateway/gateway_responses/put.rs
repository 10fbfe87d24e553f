//! PutGatewayResponse.

use wire::apigateway::{GatewayResponse, PutGatewayResponse, PutGatewayResponseRequest};

use model::RestApiRecord;

use super::super::failures::no_api;
use super::super::{asks, records};
use super::{check, default_templates, read_kind, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutGatewayResponse> for Rooms {
    fn needs(&self, call: &Call, input: &PutGatewayResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<PutGatewayResponse>(
            call,
            &[&input.rest_api_id, &input.response_type],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<PutGatewayResponse>,
    ) -> Result<GatewayResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let kind = read_kind(&input.response_type)?;
        let response = model::GatewayResponse {
            status_code: input.status_code,
            response_parameters: input.response_parameters.unwrap_or_default(),
            response_templates: input
                .response_templates
                .filter(|templates| !templates.is_empty())
                .unwrap_or_else(default_templates),
        };
        check(&response)?;
        let change = |api: &mut RestApiRecord| {
            api.definition
                .gateway_responses
                .insert(kind, response.clone());
            Ok(())
        };
        let (api, ()) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(shown(&api.definition, kind))
    }
}
