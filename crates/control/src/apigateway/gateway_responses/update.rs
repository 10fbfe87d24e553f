//! UpdateGatewayResponse: of the one that was put, or of a copy of the one of AWS.

use wire::apigateway::{GatewayResponse, UpdateGatewayResponse, UpdateGatewayResponseRequest};

use model::RestApiRecord;

use super::super::failures::{NO_CONTENT_TYPE, NO_PARAMETER, bad_request, no_api};
use super::super::patch::{self, Op, Patch};
use super::super::{asks, records};
use super::{check, default_response, read_kind, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateGatewayResponse> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateGatewayResponseRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateGatewayResponse>(
            call,
            &[&input.rest_api_id, &input.response_type],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateGatewayResponse>,
    ) -> Result<GatewayResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let kind = read_kind(&input.response_type)?;
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            let responses = &mut api.definition.gateway_responses;
            let response = responses.entry(kind).or_insert_with(default_response);
            patches
                .iter()
                .try_for_each(|patch| apply(response, patch))?;
            check(response)
        };
        let (api, ()) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(shown(&api.definition, kind))
    }
}

fn apply(response: &mut model::GatewayResponse, patch: &Patch) -> Result<(), Refused> {
    let (map, key, missing) = match patch.parts().as_slice() {
        ["statusCode"] if patch.op == Op::Replace => {
            response.status_code = patch.replacement()?;
            return Ok(());
        }
        ["responseParameters", name] => (
            &mut response.response_parameters,
            (*name).to_owned(),
            NO_PARAMETER,
        ),
        ["responseTemplates", content_type] => (
            &mut response.response_templates,
            (*content_type).to_owned(),
            NO_CONTENT_TYPE,
        ),
        _ => return Err(patch.invalid_path()),
    };
    patch.entry(map, &key, missing, |value| {
        if value.is_empty() {
            let member = patch
                .parts()
                .first()
                .copied()
                .unwrap_or_default()
                .to_owned();
            return Err(bad_request(format!(
                "Invalid null or empty value in {member}"
            )));
        }
        Ok(value.to_owned())
    })
}
