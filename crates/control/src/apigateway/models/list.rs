//! GetModels, in the order of their names.

use wire::apigateway::{GetModels, GetModelsRequest, Models};

use super::super::failures::no_api;
use super::super::{asks, pages, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetModels> for Rooms {
    fn needs(&self, call: &Call, input: &GetModelsRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetModels>(call, &[&input.rest_api_id]))
    }

    async fn handle(&self, authorized: Authorized<GetModels>) -> Result<Models, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let models = api.definition.models.values();
        let page = pages::cut(models, input.limit, input.position.as_deref(), |model| {
            model.name.clone()
        })?;
        Ok(Models {
            position: page.position,
            items: Some(page.items.into_iter().map(shown).collect()),
        })
    }
}
