//! GetBasePathMapping.

use wire::apigateway::{BasePathMapping, GetBasePathMapping, GetBasePathMappingRequest};

use super::super::failures::{no_base_path_mapping, refuse_given};
use super::super::{asks, domain_names};
use super::{key, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetBasePathMapping> for Rooms {
    fn needs(&self, call: &Call, input: &GetBasePathMappingRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetBasePathMapping>(
            call,
            &[&input.domain_name, &input.base_path],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBasePathMapping>,
    ) -> Result<BasePathMapping, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_given(input.domain_name_id.as_ref(), "domainNameId")?;
        let domain = domain_names::find(self, &call, &input.domain_name).await?;
        let key = key(&input.base_path);
        let mapping = domain.mappings.get(key).ok_or_else(no_base_path_mapping)?;
        Ok(shown(key, mapping))
    }
}
