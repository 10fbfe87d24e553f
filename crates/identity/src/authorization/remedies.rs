//! What would end a denial, written for the AWS CLI: for each layer in the way, the smallest change.

use policy::{Fix, Layer, Policies, Request};
use remedy::{Identity, Target, render};

use crate::invocation::{fingerprint, holder};

/// One command or comment for each obstacle, in the order of the layers. Somebody else runs them:
/// whoever may change what stands in the way.
pub(super) fn commands(request: &Request<'_>, policies: &Policies<'_>) -> Option<String> {
    let obstacles = policy::obstacles(request, policies);
    let fixes = obstacles
        .iter()
        .filter_map(|obstacle| obstacle.fixes.first());
    let commands: Vec<String> = fixes.map(|fix| command(fix, request)).collect();
    (!commands.is_empty()).then(|| commands.join("\n"))
}

fn command(fix: &Fix, request: &Request<'_>) -> String {
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
    render(fix, &target).cli
}

/// The same for the same request, so that a command run twice changes nothing.
fn policy_name(request: &Request<'_>) -> String {
    let operation = request.action.rsplit(':').next().unwrap_or_default();
    let fingerprint = fingerprint(&format!("{} {}", request.action, request.resource));
    format!("allow-{operation}-{fingerprint}")
}
