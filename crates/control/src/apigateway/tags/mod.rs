//! Tags of APIs, stages, API keys, usage plans, custom domains, client certificates and VPC links.

mod get;
mod tag;
mod untag;

use std::collections::BTreeMap;

use model::{
    AccessAssociationRecord, ApiKeyRecord, ClientCertificateRecord, DomainNameRecord, PARTITION,
    Record as _, RestApiRecord, VpcLinkRecord,
};

use super::failures::{
    bad_request, no_api, no_api_key, no_client_certificate, no_stage, no_vpc_link, not_found,
};
use super::{
    access_associations, api_keys, client_certificates, domain_names, records, usage_plans,
    vpc_links,
};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::Words;

const WORDS: Words = Words {
    reserved: |key| bad_request(format!("Tag key {key} begins with aws:, which is reserved")),
    too_many: || bad_request("A resource can have at most 50 tags"),
};

/// Of tags that a client gives.
pub(super) fn check(tags: &Tags) -> Result<(), Refused> {
    WORDS.check_number(tags)?;
    for (key, value) in tags {
        WORDS.check_keys([key])?;
        if key.is_empty() || key.chars().count() > 128 || value.chars().count() > 256 {
            return Err(bad_request(format!(
                "Invalid tag {key}: keys have 1 to 128 characters, values at most 256"
            )));
        }
    }
    Ok(())
}

type Tags = BTreeMap<String, String>;

/// What a tag ARN names.
pub(super) enum Tagged {
    Api(String),
    Stage {
        api: String,
        stage: String,
    },
    ApiKey(String),
    UsagePlan(String),
    /// By its key: `NAME`, or `NAME+ID`.
    DomainName(String),
    /// By its ARN.
    AccessAssociation(String),
    ClientCertificate(String),
    VpcLink(String),
}

impl Tagged {
    /// `arn:aws:apigateway:REGION::/restapis/API[/stages/STAGE]`, `…::/apikeys/KEY`, and with the
    /// account, `…:ACCOUNT:/domainnames/NAME+ID` and `…:ACCOUNT:/domainnameaccessassociations/…`;
    /// `…::/usageplans/PLAN`, `…::/domainnames/NAME`, `…::/clientcertificates/ID` or
    /// `…::/vpclinks/ID`.
    pub(super) fn read(call: &Call, arn: &str) -> Result<Self, Refused> {
        let start = format!("arn:{PARTITION}:apigateway:{}:", call.region());
        let unknown = || not_found(format!("Invalid resource ARN specified: {arn}"));
        let rest = arn.strip_prefix(&start).ok_or_else(unknown)?;
        let own = format!("{}:/", call.account());
        if let Some(rest) = rest.strip_prefix(&own) {
            return match rest.split_once('/') {
                Some(("domainnames", key)) if key.contains('+') => {
                    Ok(Self::DomainName(key.to_owned()))
                }
                Some(("domainnameaccessassociations", _)) => {
                    Ok(Self::AccessAssociation(arn.to_owned()))
                }
                Some(_) | None => Err(unknown()),
            };
        }
        let rest = rest.strip_prefix(":/").ok_or_else(unknown)?;
        Ok(match rest.split('/').collect::<Vec<_>>().as_slice() {
            ["restapis", api] => Self::Api((*api).to_owned()),
            ["restapis", api, "stages", stage] => Self::Stage {
                api: (*api).to_owned(),
                stage: (*stage).to_owned(),
            },
            ["apikeys", key] => Self::ApiKey((*key).to_owned()),
            ["usageplans", plan] => Self::UsagePlan((*plan).to_owned()),
            ["domainnames", name] => Self::DomainName(name.to_ascii_lowercase()),
            ["clientcertificates", id] => Self::ClientCertificate((*id).to_owned()),
            ["vpclinks", id] => Self::VpcLink((*id).to_owned()),
            _ => return Err(unknown()),
        })
    }

    pub(super) async fn tags(&self, rooms: &Rooms, call: &Call) -> Result<Tags, Refused> {
        match self {
            Self::Api(api) | Self::Stage { api, .. } => {
                let missing = || no_api(call, api);
                let mut api = records::read(rooms, call, api, missing).await?;
                Ok(self.of_api(&mut api)?.clone())
            }
            Self::ApiKey(id) => Ok(api_keys::find(rooms, call, id).await?.record.tags),
            Self::UsagePlan(id) => Ok(usage_plans::find(rooms, call, id).await?.record.tags),
            Self::DomainName(name) => Ok(domain_names::find(rooms, call, name).await?.record.tags),
            Self::AccessAssociation(arn) => Ok(access_associations::find(rooms, call, arn)
                .await?
                .record
                .tags),
            Self::ClientCertificate(id) => Ok(client_certificates::find(rooms, call, id)
                .await?
                .record
                .tags),
            Self::VpcLink(id) => Ok(vpc_links::find(rooms, call, id).await?.record.tags),
        }
    }

    pub(super) async fn change(
        &self,
        rooms: &Rooms,
        call: &Call,
        change: impl Fn(&mut Tags) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        match self {
            Self::Api(id) | Self::Stage { api: id, .. } => {
                let missing = || no_api(call, id);
                let of = |api: &mut RestApiRecord| change(self.of_api(api)?);
                records::change(rooms, call, id, missing, of).await?;
            }
            Self::ApiKey(id) => {
                let id = ApiKeyRecord::id_of(call.account(), call.region(), id);
                let of = |key: &mut ApiKeyRecord| change(&mut key.tags);
                let updated = rooms.records.update(&id, of).await;
                updated.map_err(|error| Refused::of_update(error, no_api_key))?;
            }
            Self::UsagePlan(id) => {
                usage_plans::change(rooms, call, id, |plan| change(&mut plan.tags)).await?;
            }
            Self::DomainName(name) => {
                let of = |domain: &mut DomainNameRecord| change(&mut domain.tags);
                domain_names::change(rooms, call, name, of).await?;
            }
            Self::AccessAssociation(arn) => {
                let id = access_associations::find(rooms, call, arn)
                    .await?
                    .record
                    .id();
                let of = |own: &mut AccessAssociationRecord| change(&mut own.tags);
                let updated = rooms.records.update(&id, of).await;
                let gone = || not_found(format!("Invalid resource ARN specified: {arn}"));
                updated.map_err(|error| Refused::of_update(error, gone))?;
            }
            Self::ClientCertificate(id) => {
                let id = ClientCertificateRecord::id_of(call.account(), call.region(), id);
                let of = |own: &mut ClientCertificateRecord| change(&mut own.tags);
                let updated = rooms.records.update(&id, of).await;
                updated.map_err(|error| Refused::of_update(error, no_client_certificate))?;
            }
            Self::VpcLink(id) => {
                let id = VpcLinkRecord::id_of(call.account(), call.region(), id);
                let of = |link: &mut VpcLinkRecord| change(&mut link.tags);
                let updated = rooms.records.update(&id, of).await;
                updated.map_err(|error| Refused::of_update(error, no_vpc_link))?;
            }
        }
        Ok(())
    }

    fn of_api<'a>(&self, api: &'a mut RestApiRecord) -> Result<&'a mut Tags, Refused> {
        match self {
            Self::Stage { stage, .. } => {
                let stage = api.stages.get_mut(stage.as_str()).ok_or_else(no_stage)?;
                Ok(&mut stage.tags)
            }
            Self::Api(_)
            | Self::ApiKey(_)
            | Self::UsagePlan(_)
            | Self::DomainName(_)
            | Self::AccessAssociation(_)
            | Self::ClientCertificate(_)
            | Self::VpcLink(_) => Ok(&mut api.tags),
        }
    }
}
