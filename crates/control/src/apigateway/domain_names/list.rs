//! GetDomainNames: the caller's in this region, oldest first, or those of others that the caller's VPC
//! endpoints are joined to.

use wire::apigateway::{DomainNames, GetDomainNames, GetDomainNamesRequest};

use model::DomainNameRecord;
use store::Stored;

use super::super::{access_associations, asks, pages};
use super::{all, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDomainNames> for Rooms {
    fn needs(&self, call: &Call, _input: &GetDomainNamesRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetDomainNames>(call, &[]))
    }

    async fn handle(&self, authorized: Authorized<GetDomainNames>) -> Result<DomainNames, Refused> {
        let (input, call) = authorized.into_parts();
        let domains = match input.resource_owner.as_deref() {
            Some("OTHER_ACCOUNTS") => access_associations::joined_domains(self, &call).await?,
            _ => all(self, &call).await?,
        };
        let position = input.position.as_deref();
        let age = |one: &Stored<DomainNameRecord>| pages::oldest_first(one.created, &one.name);
        let page = pages::cut(domains, input.limit, position, age)?;
        Ok(DomainNames {
            position: page.position,
            items: Some(page.items.iter().map(|record| shown(record)).collect()),
        })
    }
}
