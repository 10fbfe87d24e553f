//! GetVpcLinks: the caller's in this region, oldest first.

use wire::apigateway::{GetVpcLinks, GetVpcLinksRequest, VpcLinks};

use model::VpcLinkRecord;

use super::super::{asks, pages};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetVpcLinks> for Rooms {
    fn needs(&self, call: &Call, _input: &GetVpcLinksRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetVpcLinks>(call, &[]))
    }

    async fn handle(&self, authorized: Authorized<GetVpcLinks>) -> Result<VpcLinks, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = VpcLinkRecord::id_of(call.account(), call.region(), "");
        let mut all = self.records.list::<VpcLinkRecord>(&prefix).await?;
        let age = |record: &VpcLinkRecord| pages::oldest_first(record.created, &record.id);
        all.sort_by_cached_key(|record| age(record));
        let position = input.position.as_deref();
        let page = pages::cut(all, input.limit, position, |record| age(record))?;
        Ok(VpcLinks {
            position: page.position,
            items: Some(page.items.iter().map(|record| shown(record)).collect()),
        })
    }
}
