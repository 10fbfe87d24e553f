//! CreateApiMapping.

use model::{BasePathMapping, DomainNameRecord};
use wire::apigatewayv2::{CreateApiMapping, CreateApiMappingRequest, CreateApiMappingResponse};

use super::super::super::{domain_names, ids};
use super::super::{ask, check_regional};
use super::{add, answer, check_key, check_levels, check_target};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateApiMapping> for Rooms {
    fn needs(&self, call: &Call, input: &CreateApiMappingRequest) -> Result<Needs, Refused> {
        Ok(ask::<CreateApiMapping>(call, &[&input.domain_name]).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateApiMapping>,
    ) -> Result<CreateApiMappingResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let domain =
            domain_names::find(self, &call, &domain_names::key(&input.domain_name, None)).await?;
        check_regional(&domain.record)?;
        // A key of blanks is none (measured beside the texts of `check_key`).
        let given = input.api_mapping_key.filter(|key| !key.trim().is_empty());
        let key = given.unwrap_or_default();
        check_key(&key)?;
        check_levels(&domain.record, &key)?;
        check_target(self, &call, &input.api_id, &input.stage).await?;
        let mapping = BasePathMapping {
            id: Some(ids::new(ids::SHORT)),
            api_id: input.api_id,
            stage: Some(input.stage),
        };
        let insert = |domain: &mut DomainNameRecord| {
            check_regional(domain)?;
            add(self, domain, (&key, &mapping))
        };
        domain_names::change(
            self,
            &call,
            &domain_names::key(&input.domain_name, None),
            insert,
        )
        .await?;
        Ok(answer!(CreateApiMappingResponse, &key, &mapping))
    }
}
