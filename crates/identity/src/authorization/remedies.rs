//! What would end a denial, written down: for each layer in the way, the smallest change.

use policy::{
    Addition, Fix, Layer, NewPrincipal, NewStatement, Obstacle, Policies, Principal, Request,
};
use remedy::{Identity, Remedy, Target, Trust, render};

use crate::directory::Role;
use crate::invocation::{fingerprint, holder};

/// One for each obstacle, in the order of the layers. Somebody else carries them out: whoever may
/// change what stands in the way.
pub(super) fn of(request: &Request<'_>, policies: &Policies<'_>) -> Vec<Remedy> {
    each(&policy::obstacles(request, policies), request, None)
}

/// The same for who wants to become a role: its trust policy, and the caller's own where they count.
pub(crate) fn of_trust(request: &Request<'_>, policies: &Policies<'_>, role: &Role) -> Vec<Remedy> {
    let trust = Trust {
        role_name: &role.record().name,
        document: Some(&role.record().trust),
    };
    let obstacles = policy::obstacles_of_trust(request, role.trust().source(), policies);
    each(&obstacles, request, Some(trust))
}

/// A role that is not there, made so that the one who asked may become it.
pub(crate) fn of_missing_role(by: &str, role_arn: &str) -> Remedy {
    let principal = if by.ends_with(".amazonaws.com") {
        NewPrincipal::Service(by.to_owned())
    } else {
        NewPrincipal::Aws(role_of(by))
    };
    let statement = NewStatement {
        principal: Some(principal),
        action: "sts:AssumeRole".to_owned(),
        resource: None,
        conditions: Vec::new(),
    };
    let addition = Addition {
        layer: Layer::Trust,
        level: 0,
        source: None,
        source_name: None,
        statement,
    };
    let trust = Trust {
        role_name: role_arn.rsplit('/').next().unwrap_or(role_arn),
        document: None,
    };
    render(&Fix::Add(addition), &Target::Trust(trust))
}

/// A session is trusted through its role.
fn role_of(arn: &str) -> String {
    let role = || {
        let (account, rest) = arn
            .strip_prefix("arn:aws:sts::")?
            .split_once(":assumed-role/")?;
        let (role, _) = rest.split_once('/')?;
        Some(format!("arn:aws:iam::{account}:role/{role}"))
    };
    role().unwrap_or_else(|| arn.to_owned())
}

/// A command or comment for each.
pub(crate) fn commands(remedies: &[Remedy]) -> Option<String> {
    let commands: Vec<&str> = remedies.iter().map(|remedy| remedy.cli.as_str()).collect();
    (!commands.is_empty()).then(|| commands.join("\n"))
}

fn each(obstacles: &[Obstacle], request: &Request<'_>, trust: Option<Trust<'_>>) -> Vec<Remedy> {
    let fixes = obstacles
        .iter()
        .filter_map(|obstacle| obstacle.fixes.first());
    fixes.map(|fix| remedy(fix, request, trust)).collect()
}

fn remedy(fix: &Fix, request: &Request<'_>, trust: Option<Trust<'_>>) -> Remedy {
    let asked = format!("{} on {}", request.action, request.resource);
    let policy_name = policy_name(request);
    let (kind, name) = holder(request.principal);
    let target = match (fix, trust) {
        (Fix::Add(addition), Some(trust)) if addition.layer == Layer::Trust => Target::Trust(trust),
        (Fix::Add(addition), _) if has_policies(request.principal, addition) => {
            Target::Identity(Identity {
                kind,
                name: &name,
                policy_name: &policy_name,
            })
        }
        (Fix::Add(_) | Fix::RemoveDeny(_) | Fix::NarrowDeny { .. }, _) => {
            Target::Elsewhere { asked: &asked }
        }
    };
    render(fix, &target)
}

/// Whether the addition is for a policy that stands on the principal itself.
fn has_policies(principal: &Principal, addition: &Addition) -> bool {
    let stands_there = match principal {
        Principal::RoleSession { .. }
        | Principal::User { .. }
        | Principal::FederatedUser { .. } => true,
        Principal::Anonymous
        | Principal::Service(_)
        | Principal::Root { .. }
        | Principal::Federated { .. } => false,
    };
    stands_there && addition.layer == Layer::Identity
}

/// The same for the same request, so that a command run twice changes nothing.
fn policy_name(request: &Request<'_>) -> String {
    let operation = request.action.rsplit(':').next().unwrap_or_default();
    let fingerprint = fingerprint(&format!("{} {}", request.action, request.resource));
    format!("allow-{operation}-{fingerprint}")
}
