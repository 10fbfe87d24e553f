//! GetBasePathMapping.

use wire::apigateway::{BasePathMapping, GetBasePathMapping, GetBasePathMappingRequest};

use super::super::failures::no_base_path_mapping;
use super::super::{asks, domain_names};
use super::{key, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetBasePathMapping> for Rooms {
    fn needs(&self, call: &Call, input: &GetBasePathMappingRequest) -> Result<Needs, Refused> {
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(asks::needs::<GetBasePathMapping>(
            call,
            &[&domain_key, &input.base_path],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBasePathMapping>,
    ) -> Result<BasePathMapping, Refused> {
        let (input, call) = authorized.into_parts();
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let domain = domain_names::find(self, &call, &domain_key).await?;
        let key = key(&input.base_path);
        let mapping = domain.mappings.get(key).ok_or_else(no_base_path_mapping)?;
        Ok(shown(key, mapping))
    }
}
