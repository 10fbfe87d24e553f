//! GetDomainName.

use wire::apigateway::{DomainName, GetDomainName, GetDomainNameRequest};

use super::super::asks;
use super::super::failures::refuse_given;
use super::{find, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &GetDomainNameRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetDomainName>(call, &[&input.domain_name]))
    }

    async fn handle(&self, authorized: Authorized<GetDomainName>) -> Result<DomainName, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_given(input.domain_name_id.as_ref(), "domainNameId")?;
        Ok(shown(&find(self, &call, &input.domain_name).await?.record))
    }
}
