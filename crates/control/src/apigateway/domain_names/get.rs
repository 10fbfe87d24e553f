//! GetDomainName.

use wire::apigateway::{DomainName, GetDomainName, GetDomainNameRequest};

use super::{ask, find, key, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &GetDomainNameRequest) -> Result<Needs, Refused> {
        let key = key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(ask::<GetDomainName>(call, &key).into())
    }

    async fn handle(&self, authorized: Authorized<GetDomainName>) -> Result<DomainName, Refused> {
        let (input, call) = authorized.into_parts();
        let key = key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(shown(&find(self, &call, &key).await?.record))
    }
}
