//! GetApiMapping.

use wire::apigatewayv2::{GetApiMapping, GetApiMappingRequest, GetApiMappingResponse};

use super::super::super::domain_names;
use super::super::{ask, check_regional};
use super::{answer, find};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetApiMapping> for Rooms {
    fn needs(&self, call: &Call, input: &GetApiMappingRequest) -> Result<Needs, Refused> {
        let labels = [input.domain_name.as_str(), &input.api_mapping_id];
        Ok(ask::<GetApiMapping>(call, &labels).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetApiMapping>,
    ) -> Result<GetApiMappingResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let domain =
            domain_names::find(self, &call, &domain_names::key(&input.domain_name, None)).await?;
        check_regional(&domain.record)?;
        let (key, mapping) = find(&domain.record, &input.api_mapping_id)?;
        Ok(answer!(GetApiMappingResponse, key, mapping))
    }
}
