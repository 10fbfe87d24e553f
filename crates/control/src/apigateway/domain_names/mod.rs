//! Custom domain names: hosts under which the data plane serves APIs by their base paths.
//!
//! What a domain says of its certificate is kept and shown; TLS itself is the listener's. Private
//! domains and routing rules are refused by name.

mod create;
mod delete;
mod get;
mod list;
mod mutual_tls;
mod name;
mod update;

pub(super) use create::{make, routing_mode};
pub(super) use mutual_tls::read as mutual_tls;

use model::{DomainNameRecord, PARTITION};
use store::Stored;
use wire::apigateway::{DomainName, EndpointConfiguration};

use super::failures::no_domain_name;
use super::{pages, times};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Of every CloudFront distribution (Amazon Route 53 API reference, `AliasTarget`).
const CLOUDFRONT_ZONE: &str = "Z2FDTNDATAQYW2";

/// AWS general reference, "Amazon API Gateway endpoints and quotas".
const ZONES: &[(&str, &str)] = &[
    ("us-east-2", "ZOJJZC49E0EPZ"),
    ("us-east-1", "Z1UJRXOUMOOFQ8"),
    ("us-west-1", "Z2MUQ32089INYE"),
    ("us-west-2", "Z2OJLYMUO9EFXC"),
    ("eu-central-1", "Z1U9ULNL0V5AJ3"),
    ("eu-west-1", "ZLY8HYME6SFDD"),
    ("eu-west-2", "ZJ5UAJN8Y3Z2Q"),
    ("ap-southeast-1", "ZL327KTPIQFUL"),
    ("ap-southeast-2", "Z2RPCDW04V8134"),
    ("ap-northeast-1", "Z1YSHQZHG15GKL"),
];

pub(super) fn shown(domain: &DomainNameRecord) -> DomainName {
    let addresses = if domain.is_regional() {
        shown_regional(domain)
    } else {
        shown_edge(domain)
    };
    let region = &domain.region;
    DomainName {
        domain_name: Some(domain.name.clone()),
        domain_name_arn: Some(format!(
            "arn:{PARTITION}:apigateway:{region}::/domainnames/{}",
            domain.name
        )),
        certificate_upload_date: domain.certificate_uploaded.map(times::shown),
        endpoint_configuration: Some(EndpointConfiguration {
            types: Some(domain.endpoint.types.clone()),
            ip_address_type: Some(
                domain
                    .endpoint
                    .ip_address_type
                    .clone()
                    .unwrap_or_else(|| "ipv4".to_owned()),
            ),
            vpc_endpoint_ids: None,
        }),
        domain_name_status: Some("AVAILABLE".to_owned()),
        security_policy: Some(domain.security_policy.clone()),
        ownership_verification_certificate_arn: domain.ownership_certificate_arn.clone(),
        mutual_tls_authentication: domain.mutual_tls.as_ref().map(mutual_tls::shown),
        routing_mode: Some("BASE_PATH_MAPPING_ONLY".to_owned()),
        tags: Some(domain.tags.clone()).filter(|tags| !tags.is_empty()),
        ..addresses
    }
}

fn shown_edge(domain: &DomainNameRecord) -> DomainName {
    DomainName {
        certificate_arn: domain.certificate.arn.clone(),
        certificate_name: domain.certificate.name.clone(),
        distribution_domain_name: Some(format!("{}.cloudfront.net", domain.target)),
        distribution_hosted_zone_id: Some(CLOUDFRONT_ZONE.to_owned()),
        ..DomainName::default()
    }
}

fn shown_regional(domain: &DomainNameRecord) -> DomainName {
    let region = domain.region.as_str();
    let zone = ZONES.iter().find(|(known, _)| *known == region);
    DomainName {
        regional_certificate_arn: domain.certificate.arn.clone(),
        regional_certificate_name: domain.certificate.name.clone(),
        regional_domain_name: Some(format!(
            "{}.execute-api.{region}.amazonaws.com",
            domain.target
        )),
        regional_hosted_zone_id: zone.map(|(_, zone)| (*zone).to_owned()),
        ..DomainName::default()
    }
}

/// Oldest first.
pub(super) async fn all(
    rooms: &Rooms,
    call: &Call,
) -> Result<Vec<Stored<DomainNameRecord>>, Refused> {
    let prefix = DomainNameRecord::id_of(call.account(), call.region(), "");
    let mut all = rooms.records.list::<DomainNameRecord>(&prefix).await?;
    all.sort_by_cached_key(|record| pages::oldest_first(record.created, &record.name));
    Ok(all)
}

pub(super) async fn find(
    rooms: &Rooms,
    call: &Call,
    name: &str,
) -> Result<Stored<DomainNameRecord>, Refused> {
    let found = rooms.records.get(&id(call, name)).await?;
    found.ok_or_else(no_domain_name)
}

/// Changes the record, or leaves it as it was if the change is refused.
pub(super) async fn change<T>(
    rooms: &Rooms,
    call: &Call,
    name: &str,
    change: impl FnMut(&mut DomainNameRecord) -> Result<T, Refused>,
) -> Result<(DomainNameRecord, T), Refused> {
    match rooms.records.update(&id(call, name), change).await {
        Ok(updated) => Ok((updated.stored.record, updated.output)),
        Err(error) => Err(Refused::of_update(error, no_domain_name)),
    }
}

fn id(call: &Call, name: &str) -> String {
    DomainNameRecord::id_of(call.account(), call.region(), &name.to_ascii_lowercase())
}
