//! CreateDomainName: a host name that no account has.

use wire::apigateway::{CreateDomainName, CreateDomainNameRequest, DomainName};

use std::collections::BTreeMap;

use model::{Certificate, DomainNameRecord, EndpointConfiguration, Record as _};

use super::super::condition_keys::{self, Key};
use super::super::failures::{bad_request, conflict, not_served, refuse_given};
use super::super::{asks, ids, quotas, tags};
use super::{mutual_tls, name, shown};
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
        let asks = asks::with_tags(call, ask, input.tags.as_ref());
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
    refuse_unserved(&input)?;
    let domain = read(call, input)?;
    quotas::check::<DomainNameRecord>(rooms, call).await?;
    save(rooms, &domain).await?;
    Ok(domain)
}

/// Private keys belong to the listener, and everything else of these would change who is let in.
fn refuse_unserved(input: &CreateDomainNameRequest) -> Result<(), Refused> {
    refuse_given(input.certificate_body.as_ref(), "certificateBody")?;
    refuse_given(
        input.certificate_private_key.as_ref(),
        "certificatePrivateKey",
    )?;
    refuse_given(input.certificate_chain.as_ref(), "certificateChain")?;
    refuse_given(input.policy.as_ref(), "policy of a domain name")?;
    refuse_given(input.endpoint_access_mode.as_ref(), "endpointAccessMode")?;
    routing_mode(input.routing_mode.as_deref())
}

/// A domain routes by its base paths alone.
pub(in crate::apigateway) fn routing_mode(mode: Option<&str>) -> Result<(), Refused> {
    match mode.filter(|mode| *mode != "BASE_PATH_MAPPING_ONLY") {
        Some(mode) => Err(not_served(&format!("routingMode {mode}"))),
        None => Ok(()),
    }
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
    let regional = regional(&endpoint.types)?;
    let (arn, named) = if regional {
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
    Ok(DomainNameRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        name,
        created: call.now(),
        endpoint,
        certificate,
        certificate_uploaded: uploaded,
        target: target(regional),
        security_policy: policy.unwrap_or_else(|| DEFAULT_SECURITY_POLICY.to_owned()),
        mutual_tls: mutual_tls::read(input.mutual_tls_authentication, regional)?,
        ownership_certificate_arn: input.ownership_verification_certificate_arn,
        tags: crate::tags::marked(tags),
        mappings: BTreeMap::new(),
    })
}

/// Whether an endpoint type is regional, which it is or else edge-optimised.
pub(super) fn regional(types: &[String]) -> Result<bool, Refused> {
    match types
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["EDGE"] => Ok(false),
        ["REGIONAL"] => Ok(true),
        ["PRIVATE"] => Err(not_served("PRIVATE as a domain name's endpoint type")),
        _ => Err(bad_request(
            "Cannot create a domain name with multiple Endpoint Types.",
        )),
    }
}

/// A label of the form that AWS gives it.
pub(super) fn target(regional: bool) -> String {
    if regional {
        format!("d-{}", ids::new(ids::LONG))
    } else {
        format!("d{}", ids::new(13))
    }
}

/// Of two accounts that ask for one name at the same time, neither gets it.
async fn save(rooms: &Rooms, domain: &DomainNameRecord) -> Result<(), Refused> {
    if bearers(rooms, &domain.name).await? > 0 {
        return Err(exists());
    }
    let version = rooms.records.create(domain).await?;
    if bearers(rooms, &domain.name).await? > 1 {
        let id = domain.id();
        rooms
            .records
            .delete::<DomainNameRecord>(&id, version)
            .await?;
        return Err(exists());
    }
    Ok(())
}

async fn bearers(rooms: &Rooms, name: &str) -> Result<usize, Refused> {
    let domains = rooms.records.list::<DomainNameRecord>("").await?;
    Ok(domains.iter().filter(|domain| domain.name == name).count())
}

fn exists() -> Refused {
    conflict("The domain name you provided already exists.")
}
