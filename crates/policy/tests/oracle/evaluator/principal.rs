//! Whom a Principal element names (`reference_policies_elements_principal`).

use serde_json::Value;

use super::Refused;
use super::statement::{Element, strings};
use crate::case::Who;

/// How strongly a policy names the one who asks, from nothing upwards. The table "Resource-based
/// policies and implicit denies in other policy types"
/// (`reference_policies_evaluation-logic_policy-eval-denyallow`) tells these apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Naming {
    Nobody,
    /// The account, or its root: authority is delegated to it.
    AsAccount,
    /// The role or the user whose session it is.
    AsMaker,
    /// The very principal that asks, or everyone.
    Directly,
}

pub(super) fn naming(element: Element<'_>, who: &Who) -> Result<Naming, Refused> {
    let named = named(element.1, who)?;
    // NotPrincipal means everybody but those it names; in the examples of the page a listed account
    // or role does not spare its other users and sessions (reference_policies_elements_notprincipal).
    Ok(match (element.0, named) {
        (false, named) => named,
        (true, Naming::Directly) => Naming::Nobody,
        (true, _) => Naming::Directly,
    })
}

fn named(value: &Value, who: &Who) -> Result<Naming, Refused> {
    if value.as_str() == Some("*") {
        return Ok(Naming::Directly);
    }
    let Some(map) = value.as_object() else {
        return Err("Principal is * or an object".to_owned());
    };
    let mut strongest = Naming::Nobody;
    for (kind, names) in map {
        for name in strings(names)? {
            let one = match kind.as_str() {
                "AWS" => aws(&name, who),
                "Service" => exactly(matches!(who, Who::Service(own) if *own == name)),
                "Federated" => exactly(matches!(who, Who::Federated(own) if *own == name)),
                "CanonicalUser" => Naming::Nobody,
                _ => return Err("there is no such kind of principal".to_owned()),
            };
            strongest = strongest.max(one);
        }
    }
    Ok(strongest)
}

fn exactly(same: bool) -> Naming {
    if same {
        Naming::Directly
    } else {
        Naming::Nobody
    }
}

fn aws(name: &str, who: &Who) -> Naming {
    // "You can use * only to specify everyone/anonymous"; `"*"` and `{"AWS": "*"}` are equivalent.
    if name == "*" {
        return Naming::Directly;
    }
    // "The account ARN and the shortened account ID behave the same way."
    let account = match name.strip_prefix("arn:aws:iam::") {
        Some(rest) => rest.strip_suffix(":root"),
        None => Some(name),
    };
    let is_account = account.is_some() && account == who.account();
    match who {
        Who::Root(_) => exactly(is_account),
        _ if is_account => Naming::AsAccount,
        Who::User(arn) => exactly(arn == name),
        Who::FederatedUser { arn, .. } if arn == name => Naming::Directly,
        Who::FederatedUser { user, .. } if user.as_deref() == Some(name) => Naming::AsMaker,
        Who::Session { session, .. } if session == name => Naming::Directly,
        Who::Session { session, .. } if is_role_of(name, session) => Naming::AsMaker,
        _ => Naming::Nobody,
    }
}

/// Whether the role `arn:aws:iam::ACCOUNT:role/PATH/NAME` is that of the session
/// `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`, which does not tell the path.
fn is_role_of(role: &str, session: &str) -> bool {
    let (role, session) = (
        role.split_once(":role/"),
        session.split_once(":assumed-role/"),
    );
    let (Some((of, path)), Some((own, names))) = (role, session) else {
        return false;
    };
    of.replace(":iam:", ":sts:") == own && path.split('/').next_back() == names.split('/').next()
}
