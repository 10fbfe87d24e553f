//! CreateDomainName: a regional one.

use wire::apigateway::{CreateDomainNameRequest as First, EndpointConfiguration};
use wire::apigatewayv2::{CreateDomainName, CreateDomainNameRequest, CreateDomainNameResponse};

use super::super::super::condition_keys::{self, Key};
use super::super::super::{asks, domain_names, quotas};
use super::super::ask;
use super::{ADD_CERTIFICATE, answer, asking_mutual_tls, configuration, mutual_tls};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const REGIONAL: &str = "REGIONAL";

impl Handle<CreateDomainName> for Rooms {
    fn needs(&self, call: &Call, input: &CreateDomainNameRequest) -> Result<Needs, Refused> {
        let given = input.domain_name_configurations.iter().flatten();
        let policies = given.filter_map(|one| one.security_policy.as_ref());
        let ask = ask::<CreateDomainName>(call, &[]);
        let ask = condition_keys::request(ask, Key::EndpointType, [REGIONAL]);
        let ask = condition_keys::request(ask, Key::SecurityPolicy, policies);
        let (ask, is_mutual) = asking_mutual_tls(ask, input.mutual_tls_authentication.as_ref());
        let mut asks = asks::with_tags(call, ask, input.tags.as_ref());
        if is_mutual {
            asks.push(domain_names::manage(call, ADD_CERTIFICATE, None));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateDomainName>,
    ) -> Result<CreateDomainNameResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let made = domain_names::make(self, &call, as_first(input)?).await;
        let domain = made.map_err(quotas::by_second_api)?;
        Ok(answer!(CreateDomainNameResponse, &domain))
    }
}

/// The same in the words of the first API.
fn as_first(input: CreateDomainNameRequest) -> Result<First, Refused> {
    let given = configuration(input.domain_name_configurations)?.unwrap_or_default();
    Ok(First {
        domain_name: input.domain_name,
        regional_certificate_arn: given.certificate_arn,
        regional_certificate_name: given.certificate_name,
        endpoint_configuration: Some(EndpointConfiguration {
            types: Some(vec![REGIONAL.to_owned()]),
            ip_address_type: given.ip_address_type,
            vpc_endpoint_ids: None,
        }),
        security_policy: given.security_policy,
        ownership_verification_certificate_arn: given.ownership_verification_certificate_arn,
        mutual_tls_authentication: input.mutual_tls_authentication.map(mutual_tls),
        routing_mode: input.routing_mode,
        tags: input.tags,
        ..First::default()
    })
}
