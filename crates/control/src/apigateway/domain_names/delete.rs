//! DeleteDomainName, with its mappings, its rules and what joins VPC endpoints to it.

use wire::apigateway::{DeleteDomainName, DeleteDomainNameRequest};

use model::{DomainNameRecord, Record as _};

use super::super::access_associations;
use super::{ask, find, key};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDomainNameRequest) -> Result<Needs, Refused> {
        let key = key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(ask::<DeleteDomainName>(call, &key).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteDomainName>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let key = key(&input.domain_name, input.domain_name_id.as_deref());
        let found = find(self, &call, &key).await?;
        let id = found.record.id();
        self.records
            .delete::<DomainNameRecord>(&id, found.version)
            .await?;
        if found.record.is_private() {
            access_associations::forget(self, &found.record).await?;
        }
        Ok(())
    }
}
