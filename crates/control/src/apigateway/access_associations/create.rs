//! CreateDomainNameAccessAssociation.

use wire::apigateway::{
    CreateDomainNameAccessAssociation, CreateDomainNameAccessAssociationRequest,
    DomainNameAccessAssociation,
};

use model::{AccessAssociationRecord, PARTITION, Record as _};

use super::super::failures::{bad_request, conflict};
use super::super::{asks, quotas, tags};
use super::{domain_of, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateDomainNameAccessAssociation> for Rooms {
    /// The domain's owner is asked too: the second permission is on the domain, whose management
    /// policy speaks of it.
    fn needs(
        &self,
        call: &Call,
        input: &CreateDomainNameAccessAssociationRequest,
    ) -> Result<Needs, Refused> {
        let (region, account) = (call.region(), call.account());
        let place =
            format!("arn:{PARTITION}:apigateway:{region}:{account}:/domainnameaccessassociations");
        let source = input.access_association_source.as_str();
        let create = Ask::on("apigateway:POST", place)
            .key("apigateway:Request/AccessAssociationSource", source)
            .key("apigateway:Request/DomainNameArn", &input.domain_name_arn);
        let mut asks = asks::with_tags(call, create, input.tags.as_ref());
        let join = Ask::on("apigateway:CreateAccessAssociation", &input.domain_name_arn);
        asks.push(join);
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateDomainNameAccessAssociation>,
    ) -> Result<DomainNameAccessAssociation, Refused> {
        let (input, call) = authorized.into_parts();
        let domain = domain_of(self, &call, &input.domain_name_arn).await?;
        let domain = domain.ok_or_else(|| bad_request("Invalid domain name ARN specified"))?;
        let endpoint = input.access_association_source;
        if !is_vpc_endpoint(&endpoint) {
            return Err(bad_request("Invalid access association source specified"));
        }
        let tags = input.tags.unwrap_or_default();
        tags::check(&tags)?;
        let association = AccessAssociationRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            domain_name_arn: domain.arn(),
            vpc_endpoint: endpoint,
            created: call.now(),
            tags,
        };
        let id = association.id();
        let there = self.records.get::<AccessAssociationRecord>(&id);
        if there.await?.is_some() {
            return Err(conflict(
                "The domain name access association already exists.",
            ));
        }
        quotas::check::<AccessAssociationRecord>(self, &call).await?;
        self.records.create(&association).await?;
        Ok(shown(&association))
    }
}

fn is_vpc_endpoint(text: &str) -> bool {
    let id = text.strip_prefix("vpce-");
    id.is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
