//! GetDomainName.

use wire::apigatewayv2::{GetDomainName, GetDomainNameRequest, GetDomainNameResponse};

use super::super::super::domain_names;
use super::super::ask;
use super::answer;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &GetDomainNameRequest) -> Result<Needs, Refused> {
        Ok(ask::<GetDomainName>(call, &[&input.domain_name]).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDomainName>,
    ) -> Result<GetDomainNameResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let domain =
            domain_names::find(self, &call, &domain_names::key(&input.domain_name, None)).await?;
        Ok(answer!(GetDomainNameResponse, &domain.record))
    }
}
