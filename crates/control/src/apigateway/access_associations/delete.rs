//! DeleteDomainNameAccessAssociation: by the account that has the endpoint.

use wire::apigateway::{
    DeleteDomainNameAccessAssociation, DeleteDomainNameAccessAssociationRequest,
};

use super::{find, missing, remove};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDomainNameAccessAssociation> for Rooms {
    fn needs(
        &self,
        _: &Call,
        input: &DeleteDomainNameAccessAssociationRequest,
    ) -> Result<Needs, Refused> {
        let arn = input.domain_name_access_association_arn.as_str();
        Ok(Ask::on("apigateway:DELETE", arn).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteDomainNameAccessAssociation>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let found = find(self, &call, &input.domain_name_access_association_arn).await?;
        if found.account != *call.account() {
            return Err(missing());
        }
        remove(self, &found).await
    }
}
