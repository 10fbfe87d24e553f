//! GetClientCertificates: the caller's in this region, oldest first.

use wire::apigateway::{ClientCertificates, GetClientCertificates, GetClientCertificatesRequest};

use model::ClientCertificateRecord;

use super::super::{asks, pages};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetClientCertificates> for Rooms {
    fn needs(&self, call: &Call, _input: &GetClientCertificatesRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetClientCertificates>(call, &[]))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetClientCertificates>,
    ) -> Result<ClientCertificates, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = ClientCertificateRecord::id_of(call.account(), call.region(), "");
        let mut all = self
            .records
            .list::<ClientCertificateRecord>(&prefix)
            .await?;
        let age =
            |record: &ClientCertificateRecord| pages::oldest_first(record.created, &record.id);
        all.sort_by_cached_key(|record| age(record));
        let position = input.position.as_deref();
        let page = pages::cut(all, input.limit, position, |record| age(record))?;
        Ok(ClientCertificates {
            position: page.position,
            items: Some(page.items.iter().map(|record| shown(record)).collect()),
        })
    }
}
