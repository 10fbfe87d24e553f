//! UpdateApiMapping: its key, its API and its stage. It keeps its id.

use model::DomainNameRecord;
use wire::apigatewayv2::{UpdateApiMapping, UpdateApiMappingRequest, UpdateApiMappingResponse};

use super::super::super::domain_names;
use super::super::{ask, check_regional};
use super::{add, answer, check_key, check_levels, check_target, find, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateApiMapping> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateApiMappingRequest) -> Result<Needs, Refused> {
        let labels = [input.domain_name.as_str(), &input.api_mapping_id];
        Ok(ask::<UpdateApiMapping>(call, &labels).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateApiMapping>,
    ) -> Result<UpdateApiMappingResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let domain =
            domain_names::find(self, &call, &domain_names::key(&input.domain_name, None)).await?;
        check_regional(&domain.record)?;
        let (old, before) = find(&domain.record, &input.api_mapping_id)?;
        let key = input.api_mapping_key.unwrap_or_else(|| old.clone());
        check_key(&key)?;
        check_levels(&domain.record, &key)?;
        let mut mapping = before.clone();
        mapping.id = Some(before.id(old));
        mapping.api_id = input.api_id;
        mapping.stage = input.stage.or(mapping.stage);
        let stage = mapping.stage.as_deref().unwrap_or_default();
        check_target(self, &call, &mapping.api_id, stage).await?;
        let replace = |domain: &mut DomainNameRecord| {
            domain.mappings.remove(old).ok_or_else(missing)?;
            add(self, domain, (&key, &mapping))
        };
        domain_names::change(
            self,
            &call,
            &domain_names::key(&input.domain_name, None),
            replace,
        )
        .await?;
        Ok(answer!(UpdateApiMappingResponse, &key, &mapping))
    }
}
