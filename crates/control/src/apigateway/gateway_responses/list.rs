//! GetGatewayResponses: all 21, set or not.

use wire::apigateway::{GatewayResponses, GetGatewayResponses, GetGatewayResponsesRequest};

use model::GatewayResponseType;

use super::super::failures::no_api;
use super::super::{asks, pages, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetGatewayResponses> for Rooms {
    fn needs(&self, call: &Call, input: &GetGatewayResponsesRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetGatewayResponses>(
            call,
            &[&input.rest_api_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetGatewayResponses>,
    ) -> Result<GatewayResponses, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let kinds = GatewayResponseType::ALL.iter().copied();
        let page = pages::cut(
            kinds,
            input.limit,
            input.position.as_deref(),
            ToString::to_string,
        )?;
        let items = page
            .items
            .into_iter()
            .map(|kind| shown(&api.definition, kind));
        Ok(GatewayResponses {
            position: page.position,
            items: Some(items.collect()),
        })
    }
}
