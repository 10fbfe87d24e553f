//! The engine, asked the same question through its public interface.

use policy::{
    Context, Decision, Denied, Kind, Malformed, Policies, Policy, Principal, Request, Source,
    decide, decide_trust,
};
use serde_json::Value;

use crate::case::{Case, Verdict, Who};

pub(crate) fn principal(who: &Who) -> Principal {
    match who.clone() {
        Who::Anonymous => Principal::Anonymous,
        Who::Service(name) => Principal::Service(name),
        Who::Root(account) => Principal::Root { account },
        Who::User(arn) => Principal::User { arn },
        Who::Session { role, session } => Principal::RoleSession {
            role_arn: role,
            session_arn: session,
        },
        Who::FederatedUser(arn) => Principal::FederatedUser {
            arn,
            user_arn: None,
        },
        Who::Federated(provider) => Principal::Federated { provider },
    }
}

fn has_principal(document: &Value) -> bool {
    let statements = match document.get("Statement") {
        Some(Value::Array(several)) => several.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    statements
        .iter()
        .any(|one| one.get("Principal").is_some() || one.get("NotPrincipal").is_some())
}

fn parse(documents: &[Value]) -> Result<Vec<Policy>, Malformed> {
    let kind = |document| {
        if has_principal(document) {
            Kind::Resource
        } else {
            Kind::Identity
        }
    };
    documents
        .iter()
        .map(|document| Policy::parse(&document.to_string(), kind(document)))
        .collect()
}

fn sources(policies: &[Policy]) -> Vec<Source<'_>> {
    policies
        .iter()
        .map(|policy| Source {
            name: "policy",
            policy,
        })
        .collect()
}

fn levels(levels: &[Vec<Value>]) -> Result<Vec<Vec<Policy>>, Malformed> {
    levels.iter().map(|level| parse(level)).collect()
}

/// The engine's answer, or why it does not take one of the documents.
pub(crate) fn ask(case: &Case) -> Result<Verdict, Malformed> {
    let layers = &case.layers;
    let identity = parse(&layers.identity)?;
    let boundary = layers.boundary.as_deref().map(parse).transpose()?;
    let session = layers.session.as_deref().map(parse).transpose()?;
    let (scp, rcp) = (levels(&layers.scp)?, levels(&layers.rcp)?);
    let attached = |document: &Option<Value>, kind| {
        let document = document.as_ref();
        document
            .map(|document| Policy::parse(&document.to_string(), kind))
            .transpose()
    };
    let resource = attached(&layers.resource, Kind::Resource)?;
    let trust = attached(&layers.trust, Kind::Trust)?;

    let principal = principal(&case.who);
    let mut context = Context::new();
    for (key, values) in &case.context {
        context.set_many(key.clone(), values.clone());
    }
    let request = Request {
        principal: &principal,
        action: &case.action,
        resource: &case.resource,
        resource_account: &case.owner,
        context: &context,
    };
    let identity = sources(&identity);
    let boundary = boundary.as_deref().map(sources);
    let session = session.as_deref().map(sources);
    let scp: Vec<_> = scp.iter().map(|level| sources(level)).collect();
    let rcp: Vec<_> = rcp.iter().map(|level| sources(level)).collect();
    let scp: Vec<_> = scp.iter().map(Vec::as_slice).collect();
    let rcp: Vec<_> = rcp.iter().map(Vec::as_slice).collect();
    let source = |policy| Source {
        name: "policy",
        policy,
    };
    let policies = Policies {
        identity: &identity,
        resource: resource.as_ref().map(source),
        boundary: boundary.as_deref(),
        session: session.as_deref(),
        service_control: &scp,
        resource_control: &rcp,
    };
    let decision = match &trust {
        Some(trust) => decide_trust(&request, source(trust), &policies),
        None => decide(&request, &policies),
    };
    Ok(match decision {
        Decision::Allowed(_) => Verdict::Allow,
        Decision::Denied(Denied::ExplicitDeny { .. }) => Verdict::Explicit,
        Decision::Denied(Denied::NotAllowed { .. }) => Verdict::Implicit,
    })
}
