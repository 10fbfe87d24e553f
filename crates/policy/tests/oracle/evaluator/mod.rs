//! AWS's decision, read from the IAM user guide sentence by sentence.
//!
//! Pages are named as they stand in `docs.aws.amazon.com/IAM/latest/UserGuide/PAGE.html`. Nothing
//! here may be looked up in, or borrowed from, the engine: where the two differ, the page decides.
//! Documents are read as they are asked, element by element; there is no form in between.

mod condition;
mod pattern;
mod principal;
mod statement;
mod value;

use serde_json::Value;

use crate::case::{Case, Verdict, Who};
use principal::Naming;

/// Why a document is not one that the grammar knows.
pub(crate) type Refused = String;

/// What one kind of policy says: "an explicit deny overrides an explicit allow"
/// (`reference_policies_evaluation-logic_policy-eval-denyallow`).
#[derive(Clone, Copy)]
struct Said {
    allow: bool,
    deny: bool,
}

/// A kind of policy that is not there limits nothing.
const ABSENT: Said = Said {
    allow: true,
    deny: false,
};

/// Identity policies, boundaries, session and control policies speak of whoever they are attached
/// to. Only a resource control policy has a principal, `*` (Organizations user guide, "RCP syntax").
fn said(documents: &[Value], case: &Case, completes: bool) -> Result<Said, Refused> {
    let (mut allow, mut deny) = (false, false);
    for document in documents {
        for statement in statement::all(document)? {
            let named = match statement.principal()? {
                Some(element) => principal::naming(element, &case.who)? != Naming::Nobody,
                None => true,
            };
            if named && statement.applies(case, completes)? {
                allow |= !statement.denies()?;
                deny |= statement.denies()?;
            }
        }
    }
    Ok(Said { allow, deny })
}

/// A resource or trust policy: the strongest way in which an Allow that applies names the
/// principal, and whether a Deny applies.
fn on_resource(document: &Value, case: &Case) -> Result<(Naming, bool), Refused> {
    let (mut granted, mut denied) = (Naming::Nobody, false);
    for statement in statement::all(document)? {
        let element = statement.principal()?.ok_or("there is no principal")?;
        let mut naming = principal::naming(element, &case.who)?;
        // "Using it with Allow is not supported" (reference_policies_elements_notprincipal).
        if element.0 && !statement.denies()? {
            continue;
        }
        // "The NotPrincipal element with a Deny effect will always deny any IAM principal that has
        // a permissions boundary policy attached" (access_policies_boundaries).
        if statement.denies()? && element.0 && case.layers.boundary.is_some() {
            naming = Naming::Directly;
        }
        if naming == Naming::Nobody || !statement.applies(case, false)? {
            continue;
        }
        if statement.denies()? {
            denied = true;
        } else {
            granted = granted.max(naming);
        }
    }
    Ok((granted, denied))
}

/// An SCP "must allow at every level between the root and the account" (Organizations user guide,
/// "SCP evaluation"), and an RCP too.
fn levels(levels: &[Vec<Value>], case: &Case) -> Result<Said, Refused> {
    let mut all = ABSENT;
    for level in levels {
        let one = said(level, case, false)?;
        all.allow &= one.allow;
        all.deny |= one.deny;
    }
    Ok(all)
}

/// The whole decision.
pub(crate) fn decide(case: &Case) -> Result<Verdict, Refused> {
    let layers = &case.layers;
    let identity = said(&layers.identity, case, true)?;
    let limit = |policies: &Option<Vec<Value>>, completes| match policies {
        Some(policies) => said(policies, case, completes),
        None => Ok(ABSENT),
    };
    let (boundary, session) = (
        limit(&layers.boundary, true)?,
        limit(&layers.session, false)?,
    );
    // "SCPs apply to principals of the account where the SCPs are attached": a service, an outsider
    // and a stranger are no principals of it. Neither SCPs nor RCPs restrict service-linked roles.
    let linked =
        matches!(&case.who, Who::Session { role, .. } if role.contains(":role/aws-service-role/"));
    let outside = linked || case.who.account().is_none();
    let scp = levels(if outside { &[] } else { &layers.scp }, case)?;
    let rcp = levels(if linked { &[] } else { &layers.rcp }, case)?;
    let (granted, denied) = match layers.trust.as_ref().or(layers.resource.as_ref()) {
        Some(policy) => on_resource(policy, case)?,
        None => (Naming::Nobody, false),
    };
    // "You can perform this operation even if an administrator denies it" (STS API reference,
    // GetCallerIdentity).
    if case.action.to_lowercase() == "sts:getcalleridentity" && case.who.account().is_some() {
        return Ok(Verdict::Allow);
    }
    if identity.deny || boundary.deny || session.deny || scp.deny || rcp.deny || denied {
        return Ok(Verdict::Explicit);
    }
    // The root user "has full access".
    let allowed = identity.allow || matches!(case.who, Who::Root(_));
    let limits = boundary.allow && session.allow;
    if scp.allow && rcp.allow && grants(case, allowed, limits, granted) {
        return Ok(Verdict::Allow);
    }
    Ok(Verdict::Implicit)
}

/// Whether somebody grants what nobody denies, given what identity policies allow, what boundary
/// and session policies let through, and whom the resource policy names.
fn grants(case: &Case, allowed: bool, limits: bool, granted: Naming) -> bool {
    let Some(own) = case.who.account() else {
        // A service, a user of an identity provider and a stranger have no identity policies.
        return granted != Naming::Nobody;
    };
    // "If there is no session policy, the code checks whether the principal is a role session. …
    // Otherwise, the request is implicitly denied": a federated user without session policies has
    // no permissions of its own.
    let powerless = matches!(case.who, Who::FederatedUser { .. }) && case.layers.session.is_none();
    let limits = limits && !powerless;
    let by_identity = allowed && limits;
    if !case.owner.is_empty() && case.owner != own {
        // "The request is allowed only if both evaluations return a decision of Allow"
        // (reference_policies_evaluation-logic-cross-account).
        return by_identity && granted != Naming::Nobody;
    }
    match granted {
        // "An implicit deny in an identity-based policy, a permissions boundary, or a session
        // policy does not impact the final decision."
        Naming::Directly => true,
        // Grants to a role, or to the user who federated, "are limited by an implicit deny in a
        // permissions boundary or session policy".
        Naming::AsMaker => limits,
        // The account delegates to its identity policies (reference_policies_elements_principal).
        Naming::AsAccount => by_identity,
        // "IAM role trust policies … must explicitly allow access for principals."
        Naming::Nobody => by_identity && case.layers.trust.is_none(),
    }
}
