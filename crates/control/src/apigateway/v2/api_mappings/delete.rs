//! DeleteApiMapping.

use model::DomainNameRecord;
use wire::apigatewayv2::{DeleteApiMapping, DeleteApiMappingRequest};

use super::super::super::domain_names;
use super::super::{ask, check_regional};
use super::find;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteApiMapping> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteApiMappingRequest) -> Result<Needs, Refused> {
        let labels = [input.domain_name.as_str(), &input.api_mapping_id];
        Ok(ask::<DeleteApiMapping>(call, &labels).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteApiMapping>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let remove = |domain: &mut DomainNameRecord| {
            check_regional(domain)?;
            let key = find(domain, &input.api_mapping_id)?.0.clone();
            domain.mappings.remove(&key);
            Ok(())
        };
        domain_names::change(
            self,
            &call,
            &domain_names::key(&input.domain_name, None),
            remove,
        )
        .await?;
        Ok(())
    }
}
