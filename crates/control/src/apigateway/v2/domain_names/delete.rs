//! DeleteDomainName, with its mappings.

use model::{DomainNameRecord, Record as _};
use wire::apigatewayv2::{DeleteDomainName, DeleteDomainNameRequest};

use super::super::super::domain_names;
use super::super::{ask, check_regional};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDomainNameRequest) -> Result<Needs, Refused> {
        Ok(ask::<DeleteDomainName>(call, &[&input.domain_name]).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteDomainName>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let found =
            domain_names::find(self, &call, &domain_names::key(&input.domain_name, None)).await?;
        check_regional(&found.record)?;
        let id = found.record.id();
        self.records
            .delete::<DomainNameRecord>(&id, found.version)
            .await?;
        Ok(())
    }
}
