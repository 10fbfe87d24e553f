//! What ends a refusal, ready to be pasted.
//!
//! Each fix grants exactly what was asked and no more: the exact source ARN, the exact qualifier,
//! one action on one function. `remedy` writes it down; here it is made out what is to be granted, to
//! whom and where.

use model::{FunctionArn, Qualifier, RoleRecord};
use policy::{
    Addition, DenyingStatement, Explanation, Layer, NewCondition, NewPrincipal, NewStatement,
    Principal,
};
use remedy::{Entry, Function, Identity, IdentityKind, Remedy, Target, Trust};
use ring::digest;

use super::INVOKE;
use crate::Caller;
use crate::sigv4::hex;

/// A command, and the forms in which templates say the same.
pub type Fix = Remedy;

/// What a fix is to allow beside the principal and the resource.
pub(super) struct Wanted {
    pub(super) action: &'static str,
    pub(super) conditions: Vec<NewCondition>,
}

impl Wanted {
    /// A plain invocation.
    pub(super) const fn invocation() -> Self {
        Self {
            action: INVOKE,
            conditions: Vec::new(),
        }
    }
}

/// For a service without a role: a statement in the function's resource policy.
pub(super) fn for_service(
    principal: &str,
    source_arn: &str,
    target: &FunctionArn,
    explanation: &Explanation,
) -> Fix {
    if let Some(deny) = for_explicit_deny(explanation) {
        return deny;
    }
    let statement = NewStatement {
        principal: Some(NewPrincipal::Service(principal.to_owned())),
        action: INVOKE.to_owned(),
        resource: Some(granted(target).to_string()),
        conditions: vec![NewCondition {
            operator: "ArnLike",
            key: "AWS:SourceArn",
            value: source_arn.to_owned(),
        }],
    };
    let same_account = source_arn.split(':').nth(4) == Some(target.account.as_str());
    let seed = format!("{principal} {source_arn}");
    on_function(statement, target, !same_account, &seed, entry(source_arn))
}

/// Where an API calls from, by the source ARN: `…:API/STAGE/METHOD/PATH` or `…:API/authorizers/ID`.
fn entry(source_arn: &str) -> Option<Entry<'_>> {
    let (_, below) = source_arn.split_once('/')?;
    let (stage, rest) = below.split_once('/')?;
    if stage == "authorizers" {
        return Some(Entry::Authorizer { name: rest });
    }
    let slash = rest.find('/')?;
    let (method, path) = rest.split_at_checked(slash)?;
    Some(Entry::Integration { method, path })
}

/// For a role that does not trust the service: its trust policy with one statement more.
pub(super) fn for_trust(service: &str, role: &RoleRecord, explanation: &Explanation) -> Fix {
    if let Some(deny) = for_explicit_deny(explanation) {
        return deny;
    }
    let trust = Trust {
        role_name: &role.name,
        document: Some(&role.trust),
    };
    trusting(service, trust)
}

pub(super) fn for_missing_role(service: &str, role_arn: &str) -> Fix {
    let trust = Trust {
        role_name: role_arn.rsplit('/').next().unwrap_or(role_arn),
        document: None,
    };
    trusting(service, trust)
}

fn trusting(service: &str, trust: Trust<'_>) -> Fix {
    let statement = NewStatement {
        principal: Some(NewPrincipal::Service(service.to_owned())),
        action: "sts:AssumeRole".to_owned(),
        resource: None,
        conditions: Vec::new(),
    };
    render(Layer::Trust, statement, &Target::Trust(trust))
}

/// For somebody with policies of their own: the side that did not allow is the side to change.
pub(super) fn for_caller(
    caller: &Caller,
    target: &FunctionArn,
    explanation: &Explanation,
    wanted: Wanted,
) -> Fix {
    if let Some(deny) = for_explicit_deny(explanation) {
        return deny;
    }
    match explanation.layer {
        Some(Layer::Resource) => for_foreign_caller(caller, target, wanted),
        Some(Layer::Identity) | None => for_own_policy(caller, target, wanted),
        Some(layer) => {
            let asked = format!("{} on {target}", wanted.action);
            let elsewhere = Target::Elsewhere { asked: &asked };
            render(layer, own_statement(target, wanted), &elsewhere)
        }
    }
}

/// For whoever comes by a function URL without a signature: only the function's own policy can let
/// everybody in.
pub(super) fn for_everybody(
    target: &FunctionArn,
    explanation: &Explanation,
    wanted: Wanted,
) -> Fix {
    if let Some(deny) = for_explicit_deny(explanation) {
        return deny;
    }
    let seed = format!("* {}", wanted.action);
    let statement = NewStatement {
        principal: Some(NewPrincipal::Everyone),
        action: wanted.action.to_owned(),
        resource: Some(target.to_string()),
        conditions: wanted.conditions,
    };
    on_function(statement, target, false, &seed, None)
}

/// Nothing that is added passes an explicit deny.
fn for_explicit_deny(explanation: &Explanation) -> Option<Fix> {
    let place = explanation.decided_by?;
    let source = explanation
        .sources
        .iter()
        .find(|source| source.layer == place.layer && source.index == place.source)?;
    let sid = source
        .statements
        .iter()
        .find(|statement| statement.index == place.statement)
        .and_then(|statement| statement.sid.clone());
    let denying = DenyingStatement {
        place,
        source: source.name.clone(),
        sid,
    };
    let elsewhere = Target::Elsewhere { asked: INVOKE };
    Some(remedy::render(
        &policy::Fix::RemoveDeny(denying),
        &elsewhere,
    ))
}

/// AddPermission takes an ARN or an account; a session is granted through its role.
fn for_foreign_caller(caller: &Caller, target: &FunctionArn, wanted: Wanted) -> Fix {
    if target.qualifier == Some(Qualifier::Latest) {
        return Remedy::advice(
            "Invoke the function without $LATEST: no grant can be given on that qualifier.",
        );
    }
    let principal = match caller.principal() {
        Principal::RoleSession { role_arn, .. } => role_arn.clone(),
        Principal::Root { account } => account.clone(),
        other => other.display_name().into_owned(),
    };
    let seed = match wanted.action {
        INVOKE => format!("{principal} "),
        action => format!("{principal} {action}"),
    };
    let statement = NewStatement {
        principal: Some(NewPrincipal::Aws(principal)),
        action: wanted.action.to_owned(),
        resource: Some(target.to_string()),
        conditions: wanted.conditions,
    };
    on_function(statement, target, true, &seed, None)
}

fn for_own_policy(caller: &Caller, target: &FunctionArn, wanted: Wanted) -> Fix {
    let (kind, name) = holder(caller.principal());
    let seed = match wanted.action {
        INVOKE if wanted.conditions.is_empty() => target.to_string(),
        action => format!("{target} {action}"),
    };
    let policy_name = format!("invoke-{}-{}", target.name, fingerprint(&seed));
    let identity = Identity {
        kind,
        name: &name,
        policy_name: &policy_name,
    };
    render(
        Layer::Identity,
        own_statement(target, wanted),
        &Target::Identity(identity),
    )
}

/// Whose inline policy speaks for somebody: the role of a session, or the user.
pub(crate) fn holder(principal: &Principal) -> (IdentityKind, String) {
    let (kind, arn) = match principal {
        Principal::RoleSession { role_arn, .. } => (IdentityKind::Role, role_arn.clone()),
        Principal::FederatedUser {
            user_arn: Some(user_arn),
            ..
        } => (IdentityKind::User, user_arn.clone()),
        other => (IdentityKind::User, other.display_name().into_owned()),
    };
    let name = arn.rsplit('/').next().unwrap_or(&arn).to_owned();
    (kind, name)
}

/// What a grant for a service stands on: AddPermission refuses `$LATEST`.
pub(super) fn granted(target: &FunctionArn) -> FunctionArn {
    match target.qualifier {
        Some(Qualifier::Latest) => target.unqualified(),
        None | Some(Qualifier::Version(_) | Qualifier::Alias(_)) => target.clone(),
    }
}

fn own_statement(target: &FunctionArn, wanted: Wanted) -> NewStatement {
    NewStatement {
        principal: None,
        action: wanted.action.to_owned(),
        resource: Some(target.to_string()),
        conditions: wanted.conditions,
    }
}

/// One permission of a function. The same seed gives the same statement id.
fn on_function(
    statement: NewStatement,
    target: &FunctionArn,
    elsewhere: bool,
    seed: &str,
    entry: Option<Entry<'_>>,
) -> Fix {
    let qualifier = granted(target).qualifier.map(|q| q.to_string());
    let statement_id = format!("portcullis-{}", fingerprint(seed));
    let name = target.name.to_string();
    let function = Function {
        name: &name,
        qualifier: qualifier.as_deref(),
        region: target.region.as_str(),
        account: target.account.as_str(),
        elsewhere,
        statement_id: &statement_id,
        entry,
    };
    render(Layer::Resource, statement, &Target::Function(function))
}

fn render(layer: Layer, statement: NewStatement, target: &Target<'_>) -> Fix {
    let addition = Addition {
        layer,
        level: 0,
        source: None,
        source_name: None,
        statement,
    };
    remedy::render(&policy::Fix::Add(addition), target)
}

/// Eight hexadecimal digits, the same for the same text, so that a fix pasted twice says that it
/// is there already.
pub(crate) fn fingerprint(text: &str) -> String {
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    hex(hash.as_ref().get(..4).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source_arn: &str, expected: Option<Entry<'_>>) {
        assert_eq!(entry(source_arn), expected);
    }

    #[test]
    fn a_source_arn_says_what_part_of_the_api_calls() {
        const API: &str = "arn:aws:execute-api:r:1:api";
        let method = "GET";
        let path = "/pets/{id}";
        check(
            &format!("{API}/prod/GET/pets/{{id}}"),
            Some(Entry::Integration { method, path }),
        );
        let path = "/";
        check(
            &format!("{API}/prod/GET/"),
            Some(Entry::Integration { method, path }),
        );
        check(
            &format!("{API}/authorizers/a1"),
            Some(Entry::Authorizer { name: "a1" }),
        );
        check(API, None);
        check("arn:aws:sns:r:1:topic", None);
    }
}
