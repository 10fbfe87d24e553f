//! Custom domain names, of which each has one configuration.

mod create;
mod delete;
mod get;
mod list;
mod update;

use model::{DomainNameRecord, RoutingMode};
use wire::apigatewayv2::{
    DomainName, DomainNameConfiguration, MutualTlsAuthentication, MutualTlsAuthenticationInput,
};

use super::super::condition_keys::{self, Key};
use super::super::domain_names;
use super::super::domain_names::{ADD_CERTIFICATE, REMOVE_CERTIFICATE};
use super::super::failures::bad_request;
use super::super::times;
use crate::needs::Ask;
use crate::refused::Refused;

/// Which part of a request chooses the mapping; domains know no other.
const SELECTION: &str = "$request.basepath";

fn shown(domain: &DomainNameRecord) -> DomainName {
    let first = domain_names::shown(domain);
    let configuration = DomainNameConfiguration {
        api_gateway_domain_name: first
            .regional_domain_name
            .or(first.distribution_domain_name),
        certificate_arn: domain.certificate.arn.clone(),
        certificate_name: domain.certificate.name.clone(),
        certificate_upload_date: domain.certificate_uploaded.map(times::shown),
        domain_name_status: Some("AVAILABLE".to_owned()),
        domain_name_status_message: None,
        endpoint_type: domain.endpoint.types.first().cloned(),
        hosted_zone_id: first
            .regional_hosted_zone_id
            .or(first.distribution_hosted_zone_id),
        ip_address_type: first
            .endpoint_configuration
            .and_then(|endpoint| endpoint.ip_address_type),
        security_policy: Some(domain.security_policy.clone()),
        ownership_verification_certificate_arn: domain.ownership_certificate_arn.clone(),
    };
    DomainName {
        api_mapping_selection_expression: Some(SELECTION.to_owned()),
        domain_name: domain.name.clone(),
        domain_name_arn: first.domain_name_arn,
        domain_name_configurations: Some(vec![configuration]),
        mutual_tls_authentication: domain.mutual_tls.as_ref().map(|mutual| {
            MutualTlsAuthentication {
                truststore_uri: Some(mutual.truststore_uri.clone()),
                truststore_version: mutual.truststore_version.clone(),
                truststore_warnings: None,
            }
        }),
        routing_mode: Some(routing_mode(domain.routing_mode).to_owned()),
        tags: Some(domain.tags.clone()).filter(|tags| !tags.is_empty()),
    }
}

/// In this API's own words.
fn routing_mode(mode: RoutingMode) -> &'static str {
    match mode {
        RoutingMode::BasePathMappingOnly => "API_MAPPING_ONLY",
        RoutingMode::RoutingRuleOnly => "ROUTING_RULE_ONLY",
        RoutingMode::RoutingRuleThenBasePathMapping => "ROUTING_RULE_THEN_API_MAPPING",
    }
}

/// The answers to three operations have the same members, each under a name of its own.
macro_rules! answer {
    ($answer:ident, $domain:expr) => {{
        let shown = super::shown($domain);
        $answer {
            api_mapping_selection_expression: shown.api_mapping_selection_expression,
            domain_name: Some(shown.domain_name),
            domain_name_arn: shown.domain_name_arn,
            domain_name_configurations: shown.domain_name_configurations,
            mutual_tls_authentication: shown.mutual_tls_authentication,
            routing_mode: shown.routing_mode,
            tags: shown.tags,
        }
    }};
}

use answer;

/// What a request gives, of which there may be one. Edge-optimised ones are refused as AWS does
/// (measured by floci, ApiGatewayV2ApiMappingServiceTest, 2026-10-04).
fn configuration(
    given: Option<Vec<DomainNameConfiguration>>,
) -> Result<Option<DomainNameConfiguration>, Refused> {
    let mut given = given.unwrap_or_default();
    if given.len() > 1 {
        return Err(bad_request(
            "Only one domain name configuration is allowed for a domain name.",
        ));
    }
    let configuration = given.pop();
    let kind = configuration
        .as_ref()
        .and_then(|one| one.endpoint_type.as_deref());
    if kind == Some("EDGE") {
        return Err(bad_request(
            "EDGE endpoint type is not supported for APIGatewayV2 domainName",
        ));
    }
    Ok(configuration)
}

fn mutual_tls(
    given: MutualTlsAuthenticationInput,
) -> wire::apigateway::MutualTlsAuthenticationInput {
    wire::apigateway::MutualTlsAuthenticationInput {
        truststore_uri: given.truststore_uri,
        truststore_version: given.truststore_version,
    }
}

/// What a request says of mutual TLS, and whether it sets it up.
fn asking_mutual_tls(ask: Ask, given: Option<&MutualTlsAuthenticationInput>) -> (Ask, bool) {
    let uri = given.and_then(|mutual| mutual.truststore_uri.as_ref());
    let version = given.and_then(|mutual| mutual.truststore_version.as_ref());
    let ask = condition_keys::request(ask, Key::MtlsTrustStoreUri, uri);
    let ask = condition_keys::request(ask, Key::MtlsTrustStoreVersion, version);
    (ask, uri.is_some_and(|uri| !uri.is_empty()))
}
