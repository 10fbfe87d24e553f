//! What resource control policies must and may not have (AWS Organizations user guide, "RCP syntax").
//! Service control policies have the whole language since 2025, but for principals.

use super::finding::Findings;
use super::view::Statement;
use super::{Ask, Issue, PolicyType};

pub(super) fn check(statement: &Statement<'_>, ask: Ask<'_>, findings: &mut Findings) {
    if ask.policy_type != PolicyType::ResourceControl {
        return;
    }
    if statement.allows() {
        findings.report(
            Issue::RcpSyntaxErrorAllow,
            &statement.spot,
            "RCPs only support specifying Deny in the Effect element of customer managed policies.",
        );
    }
    if let Some(spot) = statement.get("NotAction") {
        findings.report(
            Issue::RcpSyntaxErrorNotAction,
            &spot,
            "RCPs do not support the NotAction element. Update the policy to use Action instead.",
        );
    }
    if let Some(spot) = statement.get("NotPrincipal") {
        findings.report(
            Issue::RcpSyntaxErrorNotPrincipal,
            &spot,
            "RCPs do not support the NotPrincipal element. Update the policy to use Principal \
             instead.",
        );
    }
    if let Some(spot) = statement
        .get("Principal")
        .filter(|spot| spot.text() != Some("*"))
    {
        findings.report(
            Issue::RcpSyntaxErrorPrincipal,
            &spot,
            "RCPs only support specifying all principals (\"*\") in the Principal element.",
        );
    }
}
