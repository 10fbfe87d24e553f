//! GetDomainNames: the caller's in this region, oldest first.

use wire::apigatewayv2::{GetDomainNames, GetDomainNamesRequest, GetDomainNamesResponse};

use super::super::super::domain_names;
use super::super::super::pages::oldest_first;
use super::super::{ask, page};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDomainNames> for Rooms {
    fn needs(&self, call: &Call, _input: &GetDomainNamesRequest) -> Result<Needs, Refused> {
        Ok(ask::<GetDomainNames>(call, &[]).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDomainNames>,
    ) -> Result<GetDomainNamesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let all = domain_names::all(self, &call).await?;
        let (most, token) = (input.max_results.as_deref(), input.next_token.as_deref());
        let page = page(all, most, token, |one| oldest_first(one.created, &one.name))?;
        Ok(GetDomainNamesResponse {
            items: Some(page.items.iter().map(|one| shown(one)).collect()),
            next_token: page.position,
        })
    }
}
