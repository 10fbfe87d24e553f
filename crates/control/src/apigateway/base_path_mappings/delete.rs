//! DeleteBasePathMapping.

use wire::apigateway::{DeleteBasePathMapping, DeleteBasePathMappingRequest};

use model::DomainNameRecord;

use super::super::failures::{no_base_path_mapping, refuse_given};
use super::super::{asks, domain_names};
use super::key;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteBasePathMapping> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteBasePathMappingRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteBasePathMapping>(
            call,
            &[&input.domain_name, &input.base_path],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteBasePathMapping>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        refuse_given(input.domain_name_id.as_ref(), "domainNameId")?;
        let remove = |domain: &mut DomainNameRecord| {
            let removed = domain.mappings.remove(key(&input.base_path));
            removed.map(|_| ()).ok_or_else(no_base_path_mapping)
        };
        domain_names::change(self, &call, &input.domain_name, remove).await?;
        Ok(())
    }
}
