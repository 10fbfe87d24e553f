//! UpdateDomainName: its certificate, its endpoint and its security policy.

use wire::apigateway::{DomainName, UpdateDomainName, UpdateDomainNameRequest};

use model::DomainNameRecord;

use super::super::asks;
use super::super::condition_keys::{self, Key};
use super::super::failures::{bad_request, not_served, refuse_given};
use super::super::patch::{self, Op, Patch};
use super::{change, create, mutual_tls, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateDomainNameRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<UpdateDomainName>(call, &[&input.domain_name]);
        let patches = input.patch_operations.as_ref();
        let types = "/endpointConfiguration/types";
        let ask = condition_keys::patched(ask, Key::EndpointType, patches, types);
        Ok(condition_keys::patched(ask, Key::SecurityPolicy, patches, "/securityPolicy").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateDomainName>,
    ) -> Result<DomainName, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_given(input.domain_name_id.as_ref(), "domainNameId")?;
        let patches = patch::read(input.patch_operations)?;
        let update = |domain: &mut DomainNameRecord| {
            let before = domain.certificate.clone();
            patches.iter().try_for_each(|patch| apply(domain, patch))?;
            if domain.certificate != before {
                domain.certificate_uploaded = Some(call.now());
            }
            Ok(())
        };
        let (domain, ()) = change(self, &call, &input.domain_name, update).await?;
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
            domain.security_policy = policy
                .ok_or_else(|| bad_request("Invalid null or empty value in securityPolicy"))?;
        }
        ["mutualTlsAuthentication", rest @ ..] => mutual_tls::apply(domain, patch, rest)?,
        ["endpointConfiguration", "types", ..] => endpoint(domain, patch)?,
        ["endpointConfiguration", "ipAddressType"] => {
            domain.endpoint.ip_address_type = patch.replacement()?;
        }
        [
            what @ ("policy" | "managementPolicy" | "routingMode" | "endpointAccessMode"),
            ..,
        ] => return Err(not_served(what)),
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}

/// A domain that moves gets another address; the certificate stays the one that it names.
fn endpoint(domain: &mut DomainNameRecord, patch: &Patch) -> Result<(), Refused> {
    patch.only(&[Op::Replace])?;
    let types = vec![patch.filled().unwrap_or_default().to_owned()];
    let regional = create::regional(&types)?;
    if domain.endpoint.types != types {
        domain.target = create::target(regional);
    }
    domain.endpoint.types = types;
    Ok(())
}
