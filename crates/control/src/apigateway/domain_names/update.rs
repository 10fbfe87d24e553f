//! UpdateDomainName: its certificate, its endpoint, what it asks of TLS, how it routes, its policies.

use wire::apigateway::{DomainName, UpdateDomainName, UpdateDomainNameRequest};

use model::DomainNameRecord;

use super::super::closed_if_given;
use super::super::condition_keys::{self, Key};
use super::super::failures::bad_request;
use super::super::patch::{self, Op, Patch};
use super::super::transport::known_policy;
use super::create::{self, EndpointType};
use super::mutual_tls::{ADD_CERTIFICATE, REMOVE_CERTIFICATE};
use super::policies::{UPDATE_MANAGEMENT_POLICY, UPDATE_POLICY, Which};
use super::{ask, change, check_transport, find, key, manage, mutual_tls, policies, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const TRUSTSTORE: &str = "/mutualTlsAuthentication/truststoreUri";

impl Handle<UpdateDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateDomainNameRequest) -> Result<Needs, Refused> {
        let key = key(&input.domain_name, input.domain_name_id.as_deref());
        let patches = input.patch_operations.as_ref();
        let update = [
            (Key::EndpointType, "/endpointConfiguration/types"),
            (Key::SecurityPolicy, "/securityPolicy"),
            (Key::MtlsTrustStoreUri, TRUSTSTORE),
            (
                Key::MtlsTrustStoreVersion,
                "/mutualTlsAuthentication/truststoreVersion",
            ),
        ]
        .into_iter()
        .fold(ask::<UpdateDomainName>(call, &key), |ask, (key, path)| {
            condition_keys::patched(ask, key, patches, path)
        });
        let mut asks = vec![update];
        for patch in patches.into_iter().flatten() {
            let action = match patch.path.as_deref().unwrap_or_default() {
                "/policy" => UPDATE_POLICY,
                "/managementPolicy" => UPDATE_MANAGEMENT_POLICY,
                TRUSTSTORE if patch.value.as_deref().unwrap_or_default().is_empty() => {
                    REMOVE_CERTIFICATE
                }
                TRUSTSTORE => ADD_CERTIFICATE,
                _ => continue,
            };
            asks.push(manage(call, action, Some(&key)));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateDomainName>,
    ) -> Result<DomainName, Refused> {
        let (input, call) = authorized.into_parts();
        let key = key(&input.domain_name, input.domain_name_id.as_deref());
        let patches = patch::read(input.patch_operations)?;
        let mut wanted = find(self, &call, &key).await?.record;
        patches
            .iter()
            .try_for_each(|patch| apply(&mut wanted, patch))?;
        // What stands in S3 is read before the change, which may be tried several times.
        let mut truststore = wanted.mutual_tls.take();
        let of_tls = |patch: &Patch| patch.path.starts_with("/mutualTlsAuthentication");
        if let Some(mutual) = truststore.as_mut().filter(|_| patches.iter().any(of_tls)) {
            mutual_tls::fetch(self, &call, mutual).await?;
        }
        let update = |domain: &mut DomainNameRecord| {
            let before = domain.certificate.clone();
            patches.iter().try_for_each(|patch| apply(domain, patch))?;
            domain.mutual_tls.clone_from(&truststore);
            if domain.certificate != before {
                domain.certificate_uploaded = Some(call.now());
                domain.uploaded = None;
            }
            check_transport(domain)
        };
        let (domain, ()) = change(self, &call, &key, update).await?;
        Ok(shown(&domain))
    }
}

/// API Gateway API reference, "Patch operations", `UpdateDomainName`.
fn apply(domain: &mut DomainNameRecord, patch: &Patch) -> Result<(), Refused> {
    match patch.parts().as_slice() {
        ["certificateArn" | "regionalCertificateArn"] => {
            domain.certificate.arn = patch.optional()?;
        }
        ["certificateName" | "regionalCertificateName"] => {
            domain.certificate.name = patch.optional()?;
        }
        ["ownershipVerificationCertificateArn"] => {
            domain.ownership_certificate_arn = patch.optional()?;
        }
        ["securityPolicy"] => {
            let policy = patch.replacement()?;
            let policy = policy
                .ok_or_else(|| bad_request("Invalid null or empty value in securityPolicy"))?;
            known_policy(&policy)?;
            domain.security_policy = policy;
        }
        ["mutualTlsAuthentication", rest @ ..] => mutual_tls::apply(domain, patch, rest)?,
        ["endpointConfiguration", "types", ..] => endpoint(domain, patch)?,
        ["endpointConfiguration", "ipAddressType"] => {
            domain.endpoint.ip_address_type = patch.replacement()?;
        }
        ["routingMode"] => {
            let mode = patch.replacement()?;
            domain.routing_mode = super::routing_mode(mode.as_deref().unwrap_or_default())?;
        }
        ["policy"] => policies::set(domain, Which::Execution, patch.replacement()?)?,
        ["managementPolicy"] => policies::set(domain, Which::Management, patch.replacement()?)?,
        ["endpointAccessMode"] => {
            domain.endpoint_access_mode = closed_if_given(patch.replacement()?.as_deref())?;
        }
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}

/// A domain that moves gets another address; the certificate stays the one that it names. "You can't
/// migrate a public custom domain name to a private custom domain name", nor back.
fn endpoint(domain: &mut DomainNameRecord, patch: &Patch) -> Result<(), Refused> {
    patch.only(&[Op::Replace])?;
    let types = vec![patch.filled().unwrap_or_default().to_owned()];
    let kind = create::endpoint_type(&types)?;
    if (kind == EndpointType::Private) != domain.is_private() {
        return Err(bad_request(
            "Migration between public and private custom domain names is not supported.",
        ));
    }
    if domain.endpoint.types != types {
        domain.target = create::target(kind);
    }
    domain.endpoint.types = types;
    Ok(())
}
