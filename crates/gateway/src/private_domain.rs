//! Private custom domains: who may call through one.
//!
//! A VPC endpoint must be joined to the domain, and the domain's own policy must allow the call;
//! the policy of the API behind it is asked besides (API Gateway developer guide, "Custom domain names
//! for private APIs").

use std::sync::Arc;

use model::DomainNameRecord;
use policy::{Kind, Policy};

use crate::authorization;
use crate::exchange::Exchange;
use crate::refusal::Refusal;

/// What of a private domain is asked on a request.
#[derive(Debug)]
pub(crate) struct PrivateDomain {
    /// `arn:aws:execute-api:REGION:ACCOUNT:/domainnames/NAME+ID`
    pub(crate) arn: String,
    pub(crate) account: String,
    /// Without one that can be read, nobody may.
    pub(crate) policy: Option<Policy>,
}

impl PrivateDomain {
    pub(crate) fn of(record: &DomainNameRecord) -> Option<Self> {
        if !record.is_private() {
            return None;
        }
        let arn = record.execution_arn();
        let policy = record.policy_in_full().and_then(|text| {
            let read = Policy::parse(&text, Kind::Resource);
            read.inspect_err(|error| tracing::error!(arn, %error, "a policy could not be read"))
                .ok()
        });
        Some(Self {
            arn,
            account: record.account.to_string(),
            policy,
        })
    }
}

/// A private domain as one caller came to it.
#[derive(Debug, Clone)]
pub struct ThroughPrivate {
    pub(crate) domain: Arc<PrivateDomain>,
    /// Whether the caller's VPC endpoint is joined to it.
    pub(crate) associated: bool,
}

/// Nobody passes whom the domain does not let in.
pub(crate) fn check(exchange: &mut Exchange) -> Result<(), Refusal> {
    let Some(through) = exchange.request.addressed.private.clone() else {
        return Ok(());
    };
    if !through.associated {
        let endpoint = exchange.request.vpc_endpoint();
        let from = endpoint.map_or("no VPC endpoint", |endpoint| &endpoint.id);
        return Err(Refusal::NotReachable(format!(
            "the request comes through {from}, and no access association joins that to {}",
            through.domain.arn
        )));
    }
    authorization::permit_domain(exchange, &through.domain)
}
