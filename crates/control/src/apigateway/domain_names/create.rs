//! CreateDomainName: a host name that no account has.

use wire::apigateway::{CreateDomainName, CreateDomainNameRequest, DomainName};

use std::collections::BTreeMap;

use model::{Certificate, DomainNameRecord, EndpointConfiguration, Record as _};

use super::super::condition_keys::{self, Key};
use super::super::failures::{bad_request, conflict};
use super::super::{asks, closed_if_given, ids, quotas, tags};
use super::mutual_tls::ADD_CERTIFICATE;
use super::policies::{UPDATE_POLICY, Which};
use super::{
    certificate, check_transport, manage, mutual_tls, name, policies, routing_mode, shown,
};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const DEFAULT_SECURITY_POLICY: &str = "TLS_1_2";

impl Handle<CreateDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &CreateDomainNameRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<CreateDomainName>(call, &[]);
        let endpoint = input.endpoint_configuration.as_ref();
        let types = endpoint.and_then(|endpoint| endpoint.types.as_ref());
        let ask = condition_keys::request(ask, Key::EndpointType, types.into_iter().flatten());
        let policy = &input.security_policy;
        let ask = condition_keys::request(ask, Key::SecurityPolicy, policy);
        let mutual = input.mutual_tls_authentication.as_ref();
        let uri = mutual.and_then(|mutual| mutual.truststore_uri.as_ref());
        let version = mutual.and_then(|mutual| mutual.truststore_version.as_ref());
        let ask = condition_keys::request(ask, Key::MtlsTrustStoreUri, uri);
        let ask = condition_keys::request(ask, Key::MtlsTrustStoreVersion, version);
        let mut asks = asks::with_tags(call, ask, input.tags.as_ref());
        if uri.is_some() {
            asks.push(manage(call, ADD_CERTIFICATE, None));
        }
        if input.policy.is_some() {
            asks.push(manage(call, UPDATE_POLICY, None));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateDomainName>,
    ) -> Result<DomainName, Refused> {
        let (input, call) = authorized.into_parts();
        Ok(shown(&make(self, &call, input).await?))
    }
}

pub(in crate::apigateway) async fn make(
    rooms: &Rooms,
    call: &Call,
    input: CreateDomainNameRequest,
) -> Result<DomainNameRecord, Refused> {
    let mut input = input;
    let uploaded = certificate::take(&mut input)?;
    let mutual = input.mutual_tls_authentication.take();
    let policy = input.policy.take();
    let mut domain = read(call, input)?;
    if let Some(uploaded) = uploaded {
        if domain.is_regional() {
            return Err(bad_request(
                "A certificate can only be uploaded for EDGE and PRIVATE domain names",
            ));
        }
        certificate::check(&uploaded, &domain.name, call.now())?;
        domain.uploaded = Some(uploaded);
        domain.certificate_uploaded = Some(call.now());
    }
    let regional = domain.is_regional();
    domain.mutual_tls = mutual_tls::read(rooms, call, mutual, regional).await?;
    policies::set(&mut domain, Which::Execution, policy)?;
    check_transport(&domain)?;
    quotas::check_domain(rooms, call, domain.is_private()).await?;
    save(rooms, &domain).await?;
    Ok(domain)
}

fn read(call: &Call, input: CreateDomainNameRequest) -> Result<DomainNameRecord, Refused> {
    let name = name::read(&input.domain_name)?;
    let given = input.endpoint_configuration.unwrap_or_default();
    let types = given.types.filter(|types| !types.is_empty());
    let endpoint = EndpointConfiguration {
        types: types.unwrap_or_else(|| EndpointConfiguration::default().types),
        vpc_endpoint_ids: Vec::new(),
        ip_address_type: given.ip_address_type,
    };
    let kind = endpoint_type(&endpoint.types)?;
    let (arn, named) = if kind == EndpointType::Regional {
        (
            input.regional_certificate_arn,
            input.regional_certificate_name,
        )
    } else {
        (input.certificate_arn, input.certificate_name)
    };
    let certificate = Certificate { arn, name: named };
    let uploaded = (certificate != Certificate::default()).then(|| call.now());
    let tags = input.tags.unwrap_or_default();
    tags::check(&tags)?;
    let policy = input.security_policy.filter(|policy| !policy.is_empty());
    let mode = closed_if_given(input.endpoint_access_mode.as_deref())?;
    let routing = input
        .routing_mode
        .as_deref()
        .map(routing_mode)
        .transpose()?;
    Ok(DomainNameRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        name,
        created: call.now(),
        endpoint,
        certificate,
        certificate_uploaded: uploaded,
        target: target(kind),
        security_policy: policy.unwrap_or_else(|| DEFAULT_SECURITY_POLICY.to_owned()),
        mutual_tls: None,
        ownership_certificate_arn: input.ownership_verification_certificate_arn,
        tags: crate::tags::marked(tags),
        mappings: BTreeMap::new(),
        unique: (kind == EndpointType::Private).then(|| ids::own(ids::LONG)),
        uploaded: None,
        policy: None,
        management_policy: None,
        endpoint_access_mode: mode,
        routing_mode: routing.unwrap_or_default(),
        rules: Vec::new(),
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EndpointType {
    Edge,
    Regional,
    Private,
}

/// A domain has one.
pub(super) fn endpoint_type(types: &[String]) -> Result<EndpointType, Refused> {
    match types
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["EDGE"] => Ok(EndpointType::Edge),
        ["REGIONAL"] => Ok(EndpointType::Regional),
        ["PRIVATE"] => Ok(EndpointType::Private),
        _ => Err(bad_request(
            "Cannot create a domain name with multiple Endpoint Types.",
        )),
    }
}

/// A label of the form that AWS gives it.
pub(super) fn target(kind: EndpointType) -> String {
    match kind {
        EndpointType::Regional => format!("d-{}", ids::new(ids::LONG)),
        EndpointType::Edge => format!("d{}", ids::new(13)),
        // Its callers come by the names of VPC endpoints.
        EndpointType::Private => String::new(),
    }
}

/// Of two accounts that ask for one public name at the same time, neither gets it. A private name may
/// be each account's own ("Custom domain names for private APIs don't need to be unique across multiple
/// accounts").
async fn save(rooms: &Rooms, domain: &DomainNameRecord) -> Result<(), Refused> {
    if bearers(rooms, domain).await? > 0 {
        return Err(exists());
    }
    let version = rooms.records.create(domain).await?;
    if bearers(rooms, domain).await? > 1 {
        let id = domain.id();
        rooms
            .records
            .delete::<DomainNameRecord>(&id, version)
            .await?;
        return Err(exists());
    }
    Ok(())
}

/// How many have the name already in a way that leaves no room for this domain.
async fn bearers(rooms: &Rooms, new: &DomainNameRecord) -> Result<usize, Refused> {
    let domains = rooms.records.list::<DomainNameRecord>("").await?;
    let in_the_way = |other: &DomainNameRecord| {
        other.name == new.name
            && other.is_private() == new.is_private()
            && (!new.is_private() || (&other.account, &other.region) == (&new.account, &new.region))
    };
    let all = domains.iter().map(|stored| &stored.record);
    Ok(all.filter(|other| in_the_way(other)).count())
}

fn exists() -> Refused {
    conflict("The domain name you provided already exists.")
}
