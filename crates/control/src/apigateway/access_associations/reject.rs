//! RejectDomainNameAccessAssociation: by the owner of the domain, of what another account made.

use wire::apigateway::{
    RejectDomainNameAccessAssociation, RejectDomainNameAccessAssociationRequest,
};

use super::super::failures::bad_request;
use super::{domain_of, find, missing, remove};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<RejectDomainNameAccessAssociation> for Rooms {
    fn needs(
        &self,
        _: &Call,
        input: &RejectDomainNameAccessAssociationRequest,
    ) -> Result<Needs, Refused> {
        let domain = input.domain_name_arn.as_str();
        Ok(Ask::on("apigateway:RejectAccessAssociation", domain).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<RejectDomainNameAccessAssociation>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let domain = domain_of(self, &call, &input.domain_name_arn).await?;
        let domain = domain.filter(|domain| domain.account == *call.account());
        let domain = domain.ok_or_else(|| bad_request("Invalid domain name ARN specified"))?;
        let found = find(self, &call, &input.domain_name_access_association_arn).await?;
        if found.domain_name_arn != domain.arn() {
            return Err(missing());
        }
        if found.account == *call.account() {
            return Err(bad_request(
                "A domain name access association of your own account can't be rejected. Delete it \
                 instead.",
            ));
        }
        remove(self, &found).await
    }
}
