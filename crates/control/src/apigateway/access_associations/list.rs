//! GetDomainNameAccessAssociations: the caller's own, or those that others made with the caller's
//! domains.

use wire::apigateway::{
    DomainNameAccessAssociations, GetDomainNameAccessAssociations,
    GetDomainNameAccessAssociationsRequest,
};

use model::{AccessAssociationRecord, Arn, PARTITION};

use super::super::pages;
use super::{all, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDomainNameAccessAssociations> for Rooms {
    fn needs(
        &self,
        call: &Call,
        _: &GetDomainNameAccessAssociationsRequest,
    ) -> Result<Needs, Refused> {
        let (region, account) = (call.region(), call.account());
        let place =
            format!("arn:{PARTITION}:apigateway:{region}:{account}:/domainnameaccessassociations");
        Ok(Ask::on("apigateway:GET", place).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDomainNameAccessAssociations>,
    ) -> Result<DomainNameAccessAssociations, Refused> {
        let (input, call) = authorized.into_parts();
        let others = input.resource_owner.as_deref() == Some("OTHER_ACCOUNTS");
        let mut associations = all(self, &call).await?;
        associations.retain(|association| {
            let own = association.account == *call.account();
            let with_own = Arn::new(&association.domain_name_arn)
                .is_ok_and(|arn| arn.account() == call.account().as_str());
            if others { !own && with_own } else { own }
        });
        let position = input.position.as_deref();
        let age = |one: &AccessAssociationRecord| pages::oldest_first(one.created, &one.arn());
        let page = pages::cut(associations, input.limit, position, age)?;
        Ok(DomainNameAccessAssociations {
            position: page.position,
            items: Some(page.items.iter().map(shown).collect()),
        })
    }
}
