//! GetAuthorizers, in the order of their names.

use wire::apigateway::{Authorizers, GetAuthorizers, GetAuthorizersRequest};

use super::super::failures::no_api;
use super::super::{asks, pages, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAuthorizers> for Rooms {
    fn needs(&self, call: &Call, input: &GetAuthorizersRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetAuthorizers>(call, &[&input.rest_api_id]))
    }

    async fn handle(&self, authorized: Authorized<GetAuthorizers>) -> Result<Authorizers, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let mut authorizers: Vec<_> = api.definition.authorizers.values().collect();
        authorizers.sort_by(|left, right| left.name.cmp(&right.name));
        let page = pages::cut(
            authorizers,
            input.limit,
            input.position.as_deref(),
            |authorizer| authorizer.name.clone(),
        )?;
        Ok(Authorizers {
            position: page.position,
            items: Some(page.items.into_iter().map(shown).collect()),
        })
    }
}
