//! What would end a denial, written down: for each layer in the way, the smallest change.

use policy::{Fix, Layer, Policies, Request};
use remedy::{Identity, Remedy, Target, render};

use crate::invocation::{fingerprint, holder};

/// One for each obstacle, in the order of the layers. Somebody else carries them out: whoever may
/// change what stands in the way.
pub(super) fn of(request: &Request<'_>, policies: &Policies<'_>) -> Vec<Remedy> {
    let obstacles = policy::obstacles(request, policies);
    let fixes = obstacles
        .iter()
        .filter_map(|obstacle| obstacle.fixes.first());
    fixes.map(|fix| remedy(fix, request)).collect()
}

/// A command or comment for each.
pub(super) fn commands(remedies: &[Remedy]) -> Option<String> {
    let commands: Vec<&str> = remedies.iter().map(|remedy| remedy.cli.as_str()).collect();
    (!commands.is_empty()).then(|| commands.join("\n"))
}

fn remedy(fix: &Fix, request: &Request<'_>) -> Remedy {
    let asked = format!("{} on {}", request.action, request.resource);
    let policy_name = policy_name(request);
    let (kind, name) = holder(request.principal);
    let target = match fix {
        Fix::Add(addition) if addition.layer == Layer::Identity => Target::Identity(Identity {
            kind,
            name: &name,
            policy_name: &policy_name,
        }),
        Fix::Add(_) | Fix::RemoveDeny(_) | Fix::NarrowDeny { .. } => {
            Target::Elsewhere { asked: &asked }
        }
    };
    render(fix, &target)
}

/// The same for the same request, so that a command run twice changes nothing.
fn policy_name(request: &Request<'_>) -> String {
    let operation = request.action.rsplit(':').next().unwrap_or_default();
    let fingerprint = fingerprint(&format!("{} {}", request.action, request.resource));
    format!("allow-{operation}-{fingerprint}")
}
