//! GetDomainNames: the caller's in this region, oldest first.

use wire::apigateway::{DomainNames, GetDomainNames, GetDomainNamesRequest};

use model::DomainNameRecord;

use super::super::failures::refuse_given;
use super::super::{asks, pages};
use super::shown;
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
        let others = input.resource_owner.filter(|owner| owner != "SELF");
        refuse_given(others.as_ref(), "resourceOwner")?;
        let prefix = DomainNameRecord::id_of(call.account(), call.region(), "");
        let mut all = self.records.list::<DomainNameRecord>(&prefix).await?;
        let age = |record: &DomainNameRecord| pages::oldest_first(record.created, &record.name);
        all.sort_by_cached_key(|record| age(record));
        let position = input.position.as_deref();
        let page = pages::cut(all, input.limit, position, |record| age(record))?;
        Ok(DomainNames {
            position: page.position,
            items: Some(page.items.iter().map(|record| shown(record)).collect()),
        })
    }
}
