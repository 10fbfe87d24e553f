//! The two policies of a private domain: who may call through it, and whose VPC endpoints may be joined
//! to it.

use model::DomainNameRecord;
use policy::{Kind, Policy};

use super::super::failures::bad_request;
use crate::refused::Refused;

/// To attach a policy is a permission of its own.
pub(super) const UPDATE_POLICY: &str = "apigateway:UpdateDomainNamePolicy";
pub(super) const UPDATE_MANAGEMENT_POLICY: &str = "apigateway:UpdateDomainNameManagementPolicy";

/// Puts a policy in its place, or takes it away; both kinds of domain have the member, and only
/// private ones may have a policy ("Supported only for private custom domain names", API Gateway API
/// reference, `DomainName`).
pub(super) fn set(
    domain: &mut DomainNameRecord,
    which: Which,
    text: Option<String>,
) -> Result<(), Refused> {
    let text = text.filter(|text| !text.trim().is_empty());
    if text.is_some() && !domain.is_private() {
        return Err(bad_request(format!(
            "{} is only supported for private custom domain names",
            which.name()
        )));
    }
    let place = match which {
        Which::Execution => &mut domain.policy,
        Which::Management => &mut domain.management_policy,
    };
    let before = std::mem::replace(place, text);
    let read = match which {
        Which::Execution => domain.policy_in_full(),
        Which::Management => domain.management_policy.clone(),
    };
    let sound = read.is_none_or(|text| Policy::parse(&text, Kind::Resource).is_ok());
    if sound {
        return Ok(());
    }
    match which {
        Which::Execution => domain.policy = before,
        Which::Management => domain.management_policy = before,
    }
    Err(bad_request(
        "Invalid policy document. Please check the policy syntax and ensure that Principals are \
         valid.",
    ))
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Which {
    /// Of the calls through the domain.
    Execution,
    /// Of the associations.
    Management,
}

impl Which {
    fn name(self) -> &'static str {
        match self {
            Self::Execution => "policy",
            Self::Management => "managementPolicy",
        }
    }
}
