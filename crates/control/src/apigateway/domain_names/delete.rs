//! DeleteDomainName, with its mappings.

use wire::apigateway::{DeleteDomainName, DeleteDomainNameRequest};

use model::{DomainNameRecord, Record as _};

use super::super::asks;
use super::super::failures::refuse_given;
use super::find;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDomainNameRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteDomainName>(call, &[&input.domain_name]))
    }

    async fn handle(&self, authorized: Authorized<DeleteDomainName>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        refuse_given(input.domain_name_id.as_ref(), "domainNameId")?;
        let found = find(self, &call, &input.domain_name).await?;
        let id = found.record.id();
        self.records
            .delete::<DomainNameRecord>(&id, found.version)
            .await?;
        Ok(())
    }
}
