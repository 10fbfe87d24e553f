//! Custom domain names: hosts under which the data plane serves APIs by their base paths.
//!
//! What a domain says of its certificate is kept and shown; TLS itself is the listener's. A private
//! domain is told from others of its name by an id, which calls about it bring along.

mod certificate;
mod create;
mod delete;
mod get;
mod list;
mod mutual_tls;
mod name;
mod policies;
mod update;

pub(super) use create::make;
pub(super) use mutual_tls::{ADD_CERTIFICATE, REMOVE_CERTIFICATE, read as mutual_tls};

use model::{DomainNameRecord, PARTITION, RoutingMode};
use store::Stored;
use wire::Operation;
use wire::apigateway::{DomainName, EndpointConfiguration};

use super::failures::no_domain_name;
use super::{asks, closed, pages, times, transport};
use crate::call::Call;
use crate::needs::Ask;
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
    } else if domain.is_private() {
        shown_private(domain)
    } else {
        shown_edge(domain)
    };
    let address_type = if domain.is_private() {
        "dualstack"
    } else {
        "ipv4"
    };
    DomainName {
        domain_name: Some(domain.name.clone()),
        domain_name_arn: Some(domain.arn()),
        certificate_upload_date: domain.certificate_uploaded.map(times::shown),
        endpoint_configuration: Some(EndpointConfiguration {
            types: Some(domain.endpoint.types.clone()),
            ip_address_type: Some(
                domain
                    .endpoint
                    .ip_address_type
                    .clone()
                    .unwrap_or_else(|| address_type.to_owned()),
            ),
            vpc_endpoint_ids: None,
        }),
        domain_name_status: Some("AVAILABLE".to_owned()),
        security_policy: Some(domain.security_policy.clone()),
        ownership_verification_certificate_arn: domain.ownership_certificate_arn.clone(),
        mutual_tls_authentication: domain.mutual_tls.as_ref().map(mutual_tls::shown),
        routing_mode: Some(domain.routing_mode.to_string()),
        endpoint_access_mode: domain.endpoint_access_mode.map(|mode| mode.to_string()),
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

fn shown_private(domain: &DomainNameRecord) -> DomainName {
    DomainName {
        domain_name_id: domain.unique.clone(),
        certificate_arn: domain.certificate.arn.clone(),
        certificate_name: domain.certificate.name.clone(),
        policy: domain.policy_in_full(),
        management_policy: domain.management_policy.clone(),
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

/// `key` is a name, or `NAME+ID`.
fn id(call: &Call, key: &str) -> String {
    DomainNameRecord::id_of(call.account(), call.region(), key)
}

/// What a call about a domain calls it: private domains come with their id.
pub(super) fn key(name: &str, id: Option<&str>) -> String {
    let name = name.to_ascii_lowercase();
    match id.filter(|id| !id.is_empty()) {
        Some(id) => format!("{name}+{id}"),
        None => name,
    }
}

/// The verb on the ARN of the domain itself, in which a private one has its account.
pub(super) fn ask<O: Operation>(call: &Call, key: &str) -> Ask {
    if !key.contains('+') {
        return asks::ask::<O>(call, &[key]);
    }
    let action = format!("apigateway:{}", O::SCHEMA.method);
    Ask::on(action, private_arn(call, key))
}

/// A permission of its own on a domain, or on all where it is not there yet.
pub(super) fn manage(call: &Call, action: &'static str, key: Option<&str>) -> Ask {
    let arn = match key {
        Some(key) if key.contains('+') => private_arn(call, key),
        Some(key) => format!(
            "arn:{PARTITION}:apigateway:{}::/domainnames/{key}",
            call.region()
        ),
        None => format!("arn:{PARTITION}:apigateway:{}::/domainnames", call.region()),
    };
    Ask::on(action, arn)
}

fn private_arn(call: &Call, key: &str) -> String {
    let (region, account) = (call.region(), call.account());
    format!("arn:{PARTITION}:apigateway:{region}:{account}:/domainnames/{key}")
}

/// As both APIs spell it, which differ in two of the three.
pub(super) fn routing_mode(text: &str) -> Result<RoutingMode, Refused> {
    match text {
        "API_MAPPING_ONLY" => Ok(RoutingMode::BasePathMappingOnly),
        "ROUTING_RULE_THEN_API_MAPPING" => Ok(RoutingMode::RoutingRuleThenBasePathMapping),
        other => closed(other),
    }
}

/// What a domain asks of TLS, as a whole.
pub(super) fn check_transport(domain: &DomainNameRecord) -> Result<(), Refused> {
    let policy = domain.security_policy.as_str();
    transport::check(Some(policy), domain.endpoint_access_mode, &domain.endpoint)?;
    // "You can't enable mutual TLS on a domain name that uses an enhanced security policy."
    if domain.mutual_tls.is_some() && transport::is_enhanced(policy) {
        return Err(super::failures::bad_request(format!(
            "Mutual TLS is not supported with security policy {policy}"
        )));
    }
    Ok(())
}
