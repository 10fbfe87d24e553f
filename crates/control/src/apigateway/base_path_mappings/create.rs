//! CreateBasePathMapping.

use wire::apigateway::{BasePathMapping, CreateBasePathMapping, CreateBasePathMappingRequest};

use model::DomainNameRecord;

use super::super::failures::conflict;
use super::super::{asks, domain_names, ids};
use super::{check, read_base_path, shown, taken};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateBasePathMapping> for Rooms {
    fn needs(&self, call: &Call, input: &CreateBasePathMappingRequest) -> Result<Needs, Refused> {
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(asks::needs::<CreateBasePathMapping>(call, &[&domain_key]))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateBasePathMapping>,
    ) -> Result<BasePathMapping, Refused> {
        let (input, call) = authorized.into_parts();
        let domain_key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let domain = domain_names::find(self, &call, &domain_key).await?.record;
        let base_path = read_base_path(input.base_path.as_deref().unwrap_or_default())?;
        let mapping = model::BasePathMapping {
            id: Some(ids::new(ids::SHORT)),
            api_id: input.rest_api_id,
            stage: input.stage.filter(|stage| !stage.is_empty()),
        };
        check(self, &call, &domain, &mapping).await?;
        let add = |domain: &mut DomainNameRecord| {
            if domain.mappings.contains_key(&base_path) {
                return Err(conflict(taken(&base_path)));
            }
            domain.mappings.insert(base_path.clone(), mapping.clone());
            Ok(())
        };
        domain_names::change(self, &call, &domain_key, add).await?;
        Ok(shown(&base_path, &mapping))
    }
}
