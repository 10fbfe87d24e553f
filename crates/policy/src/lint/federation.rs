//! Trust in identity providers: the action of each kind, and whom of the provider's users it means.

use super::Issue;
use super::finding::Findings;
use super::view::{Spot, Statement};

const GITHUB: &str = "token.actions.githubusercontent.com";

pub(super) fn check(statement: &Statement<'_>, findings: &mut Findings) {
    for (action, action_spot) in statement.texts("Action") {
        mismatched(statement, action, &action_spot, findings);
    }
    for (kind, name, spot) in statement.principals("Principal") {
        if kind == "Federated" && !is_saml(name) && statement.allows() {
            users(statement, name, &spot, findings);
        }
    }
}

fn mismatched(statement: &Statement<'_>, action: &str, spot: &Spot<'_>, findings: &mut Findings) {
    let wrong: Vec<&str> = statement
        .principals("Principal")
        .into_iter()
        .filter(|(kind, name, _)| !goes_with(action, kind, name))
        .map(|(_, name, _)| name)
        .collect();
    if wrong.is_empty() {
        return;
    }
    let details = format!(
        "The {action} action is invalid with the following principal(s): {}. Use a SAML provider \
         principal with the sts:AssumeRoleWithSAML action or use an OIDC provider principal with \
         the sts:AssumeRoleWithWebIdentity action. Ensure the provider is Federated if you use \
         either of the two options.",
        wrong.join(", ")
    );
    findings.report(Issue::MismatchedActionForPrincipal, spot, details);
}

fn goes_with(action: &str, kind: &str, name: &str) -> bool {
    match action.to_ascii_lowercase().as_str() {
        "sts:assumerolewithsaml" => kind == "Federated" && is_saml(name),
        "sts:assumerolewithwebidentity" => kind == "Federated" && !is_saml(name),
        "sts:assumerole" => kind != "Federated",
        _ => true,
    }
}

fn is_saml(name: &str) -> bool {
    name.contains(":saml-provider/")
}

/// Keys of a provider begin with its name, which is the ARN's or the principal's own.
fn users(statement: &Statement<'_>, name: &str, spot: &Spot<'_>, findings: &mut Findings) {
    let provider = name
        .split_once(":oidc-provider/")
        .map_or(name, |(_, url)| url);
    let has_key = |wanted: &str| {
        statement.conditions().iter().any(|condition| {
            let start = condition.key.get(..provider.len());
            let is_own = start.is_some_and(|start| start.eq_ignore_ascii_case(provider));
            is_own && condition.key.ends_with(wanted)
        })
    };
    if provider == GITHUB && !has_key(":sub") {
        findings.report(
            Issue::MissingGithubRepoConditionKey,
            spot,
            "Granting a federated GitHub principal permissions without a condition key can allow \
             more sources to assume the role than you intended. Add the \
             token.actions.githubusercontent.com:sub condition key and specify the branch and \
             repository name in the value.",
        );
    } else if !has_key("") {
        findings.report(
            Issue::MissingConditionKeyForOidcPrincipal,
            spot,
            "Using an Open ID Connect principal without a condition can be overly permissive. Add \
             condition keys with a prefix that matches your federated OIDC principals to ensure \
             that only the intended identity provider assumes the role.",
        );
    }
}
