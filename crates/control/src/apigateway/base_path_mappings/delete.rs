//! DeleteBasePathMapping.

use wire::apigateway::{DeleteBasePathMapping, DeleteBasePathMappingRequest};

use model::DomainNameRecord;

use super::super::failures::no_base_path_mapping;
use super::super::{asks, domain_names};
use super::key;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteBasePathMapping> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteBasePathMappingRequest) -> Result<Needs, Refused> {
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(asks::needs::<DeleteBasePathMapping>(
            call,
            &[&domain_key, &input.base_path],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteBasePathMapping>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let remove = |domain: &mut DomainNameRecord| {
            let removed = domain.mappings.remove(key(&input.base_path));
            removed.map(|_| ()).ok_or_else(no_base_path_mapping)
        };
        domain_names::change(self, &call, &domain_key, remove).await?;
        Ok(())
    }
}
