//! UpdateDomainName: what is given takes the place of what was.

use model::DomainNameRecord;
use wire::apigatewayv2::{
    DomainNameConfiguration, UpdateDomainName, UpdateDomainNameRequest, UpdateDomainNameResponse,
};

use super::super::super::condition_keys::{self, Key};
use super::super::super::domain_names;
use super::super::{ask, check_regional};
use super::{
    ADD_CERTIFICATE, REMOVE_CERTIFICATE, answer, asking_mutual_tls, configuration, mutual_tls,
};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateDomainNameRequest) -> Result<Needs, Refused> {
        let given = || input.domain_name_configurations.iter().flatten();
        let types = given().filter_map(|one| one.endpoint_type.as_ref());
        let policies = given().filter_map(|one| one.security_policy.as_ref());
        let ask = ask::<UpdateDomainName>(call, &[&input.domain_name]);
        let ask = condition_keys::request(ask, Key::EndpointType, types);
        let ask = condition_keys::request(ask, Key::SecurityPolicy, policies);
        let given = input.mutual_tls_authentication.as_ref();
        let (ask, is_mutual) = asking_mutual_tls(ask, given);
        let mut asks = vec![ask];
        if given.is_some() {
            let action = if is_mutual {
                ADD_CERTIFICATE
            } else {
                REMOVE_CERTIFICATE
            };
            asks.push(domain_names::manage(call, action, Some(&input.domain_name)));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateDomainName>,
    ) -> Result<UpdateDomainNameResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let routing = input.routing_mode.as_deref();
        let routing = routing.map(domain_names::routing_mode).transpose()?;
        let given = configuration(input.domain_name_configurations)?;
        let mutual = match input.mutual_tls_authentication.map(mutual_tls) {
            Some(given) => Some(domain_names::mutual_tls(self, &call, Some(given), true).await?),
            None => None,
        };
        let update = |domain: &mut DomainNameRecord| {
            check_regional(domain)?;
            if let Some(given) = &given {
                let before = domain.certificate.clone();
                replace(domain, given);
                if domain.certificate != before {
                    domain.certificate_uploaded = Some(call.now());
                }
            }
            if let Some(mutual) = &mutual {
                domain.mutual_tls.clone_from(mutual);
            }
            domain.routing_mode = routing.unwrap_or(domain.routing_mode);
            domain_names::check_transport(domain)
        };
        let (domain, ()) = domain_names::change(
            self,
            &call,
            &domain_names::key(&input.domain_name, None),
            update,
        )
        .await?;
        Ok(answer!(UpdateDomainNameResponse, &domain))
    }
}

fn replace(domain: &mut DomainNameRecord, given: &DomainNameConfiguration) {
    let put = |new: &Option<String>, old: &mut Option<String>| {
        if new.is_some() {
            old.clone_from(new);
        }
    };
    put(&given.certificate_arn, &mut domain.certificate.arn);
    put(&given.certificate_name, &mut domain.certificate.name);
    put(&given.ip_address_type, &mut domain.endpoint.ip_address_type);
    put(
        &given.ownership_verification_certificate_arn,
        &mut domain.ownership_certificate_arn,
    );
    if let Some(policy) = &given.security_policy {
        domain.security_policy.clone_from(policy);
    }
}
