//! Domain name access associations: which VPC endpoints are joined to which private custom domains.
//!
//! An association belongs to whoever has the endpoint. The domain may be another account's, whose
//! management policy then decides, and whose owner may reject it.

mod create;
mod delete;
mod list;
mod reject;

use std::collections::BTreeSet;

use model::{AccessAssociationRecord, AccountId, Arn, DomainNameRecord, Record as _};
use store::Stored;
use wire::apigateway::DomainNameAccessAssociation;

use super::failures::not_found;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The only source that there is.
const SOURCE_TYPE: &str = "VPCE";

fn shown(association: &AccessAssociationRecord) -> DomainNameAccessAssociation {
    DomainNameAccessAssociation {
        domain_name_access_association_arn: Some(association.arn()),
        domain_name_arn: Some(association.domain_name_arn.clone()),
        access_association_source_type: Some(SOURCE_TYPE.to_owned()),
        access_association_source: Some(association.vpc_endpoint.clone()),
        tags: Some(association.tags.clone()).filter(|tags| !tags.is_empty()),
    }
}

fn missing() -> Refused {
    not_found("Invalid domain name access association identifier specified")
}

/// By its ARN, whosever it is.
pub(super) async fn find(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
) -> Result<Stored<AccessAssociationRecord>, Refused> {
    let id = id_of(call, arn).ok_or_else(missing)?;
    rooms.records.get(&id).await?.ok_or_else(missing)
}

/// `…:/domainnameaccessassociations/domainname/KEY/vpcesource/ENDPOINT`, of the caller's region.
pub(super) fn id_of(call: &Call, arn: &str) -> Option<String> {
    let arn = Arn::new(arn).ok()?;
    let path = arn
        .resource()
        .strip_prefix("/domainnameaccessassociations/domainname/")?;
    let (key, endpoint) = path.split_once("/vpcesource/")?;
    let account = AccountId::new(arn.account()).ok()?;
    (arn.service() == "apigateway" && arn.region() == call.region().as_str())
        .then(|| AccessAssociationRecord::id_of(&account, call.region(), key, endpoint))
}

/// The private domain that an ARN names, in any account.
async fn domain_of(
    rooms: &Rooms,
    call: &Call,
    arn: &str,
) -> Result<Option<DomainNameRecord>, Refused> {
    let Ok(arn) = Arn::new(arn) else {
        return Ok(None);
    };
    let key = arn.resource().strip_prefix("/domainnames/");
    let (Some(key), Ok(account)) = (key, AccountId::new(arn.account())) else {
        return Ok(None);
    };
    if arn.region() != call.region().as_str() {
        return Ok(None);
    }
    let id = DomainNameRecord::id_of(&account, call.region(), key);
    let found = rooms.records.get::<DomainNameRecord>(&id).await?;
    let found = found.map(|stored| stored.record);
    Ok(found.filter(DomainNameRecord::is_private))
}

/// Everybody's in the region, oldest first.
async fn all(rooms: &Rooms, call: &Call) -> Result<Vec<AccessAssociationRecord>, Refused> {
    let all = rooms.records.list::<AccessAssociationRecord>("").await?;
    let mut all: Vec<_> = all.into_iter().map(|stored| stored.record).collect();
    all.retain(|association| association.region == *call.region());
    all.sort_by_key(|association| (association.created, association.arn()));
    Ok(all)
}

/// The private domains of other accounts that the caller's endpoints are joined to.
pub(super) async fn joined_domains(
    rooms: &Rooms,
    call: &Call,
) -> Result<Vec<Stored<DomainNameRecord>>, Refused> {
    let own = all(rooms, call).await?.into_iter();
    let own = own.filter(|association| association.account == *call.account());
    let arns: BTreeSet<String> = own.map(|association| association.domain_name_arn).collect();
    let domains = rooms.records.list::<DomainNameRecord>("").await?;
    let is_joined = |domain: &Stored<DomainNameRecord>| {
        domain.account != *call.account() && arns.contains(&domain.arn())
    };
    Ok(domains.into_iter().filter(is_joined).collect())
}

/// Forgets whatever was joined to a domain that is gone.
pub(super) async fn forget(rooms: &Rooms, domain: &DomainNameRecord) -> Result<(), Refused> {
    let arn = domain.arn();
    for found in rooms.records.list::<AccessAssociationRecord>("").await? {
        if found.record.domain_name_arn == arn {
            remove(rooms, &found).await?;
        }
    }
    Ok(())
}

async fn remove(rooms: &Rooms, found: &Stored<AccessAssociationRecord>) -> Result<(), Refused> {
    let id = found.record.id();
    rooms
        .records
        .delete::<AccessAssociationRecord>(&id, found.version)
        .await?;
    Ok(())
}
