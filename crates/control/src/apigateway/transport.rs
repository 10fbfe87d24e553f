//! Security policies and endpoint access modes of APIs and custom domains: which go together.
//!
//! AWS documents the rules and not the texts of its refusals (API Gateway developer guide, "Security
//! policies for REST APIs in API Gateway" and "Supported security policies").

use model::{EndpointAccessMode, EndpointConfiguration};

use super::failures::bad_request;
use crate::refused::Refused;

/// What the names of newer policies begin with; they ask for an access mode.
const ENHANCED: &str = "SecurityPolicy_";
const OF_EDGE: &str = "_EDGE";

/// All that there are.
const POLICIES: [&str; 14] = [
    "TLS_1_0",
    "TLS_1_2",
    "SecurityPolicy_TLS13_1_3_2025_09",
    "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
    "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_PQ_2025_09",
    "SecurityPolicy_TLS13_1_2_2021_06",
    "SecurityPolicy_TLS13_2025_EDGE",
    "SecurityPolicy_TLS12_PFS_2025_EDGE",
    "SecurityPolicy_TLS12_2018_EDGE",
];

/// A patch may name anything; requests that make something name one of these by their model.
pub(super) fn known_policy(policy: &str) -> Result<(), Refused> {
    if POLICIES.contains(&policy) {
        return Ok(());
    }
    Err(bad_request(format!(
        "Invalid security policy specified: {policy}"
    )))
}

pub(super) fn is_enhanced(policy: &str) -> bool {
    policy.starts_with(ENHANCED)
}

/// The whole of it, as it would be kept.
pub(super) fn check(
    policy: Option<&str>,
    mode: Option<EndpointAccessMode>,
    endpoint: &EndpointConfiguration,
) -> Result<(), Refused> {
    let enhanced = policy.filter(|policy| is_enhanced(policy));
    let Some(policy) = enhanced else {
        return match mode {
            None => Ok(()),
            Some(_) => Err(bad_request(
                "Endpoint access mode is only available with security policies that start with \
                 SecurityPolicy_",
            )),
        };
    };
    let is_edge = endpoint.types.iter().any(|kind| kind == "EDGE");
    if policy.ends_with(OF_EDGE) != is_edge {
        let kind = endpoint.types.first().map_or("EDGE", String::as_str);
        return Err(bad_request(format!(
            "Security policy {policy} is not supported for endpoint type {kind}"
        )));
    }
    if mode.is_none() {
        return Err(bad_request(format!(
            "Endpoint access mode must be specified with security policy {policy}"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_policy_is_of_an_endpoint_type_and_asks_for_a_mode() {
        use EndpointAccessMode::{Basic, Strict};
        for (policy, mode, kind, expected) in [
            (None, None, "EDGE", ""),
            (Some("TLS_1_2"), None, "REGIONAL", ""),
            (
                Some("TLS_1_2"),
                Some(Basic),
                "REGIONAL",
                "only available with",
            ),
            (None, Some(Strict), "REGIONAL", "only available with"),
            (
                Some("SecurityPolicy_TLS13_1_3_2025_09"),
                Some(Strict),
                "PRIVATE",
                "",
            ),
            (
                Some("SecurityPolicy_TLS13_1_3_2025_09"),
                None,
                "REGIONAL",
                "must be specified",
            ),
            (
                Some("SecurityPolicy_TLS13_1_3_2025_09"),
                Some(Basic),
                "EDGE",
                "not supported for",
            ),
            (
                Some("SecurityPolicy_TLS13_2025_EDGE"),
                Some(Basic),
                "EDGE",
                "",
            ),
            (
                Some("SecurityPolicy_TLS13_2025_EDGE"),
                Some(Basic),
                "REGIONAL",
                "not supported for",
            ),
        ] {
            let endpoint = EndpointConfiguration {
                types: vec![kind.to_owned()],
                ..EndpointConfiguration::default()
            };
            let said = check(policy, mode, &endpoint)
                .err()
                .map(|it| it.to_string());
            let said = said.unwrap_or_default();
            let as_expected = said.contains(expected) && said.is_empty() == expected.is_empty();
            assert!(as_expected, "{policy:?} {mode:?} {kind}: {said}");
        }
    }
}
