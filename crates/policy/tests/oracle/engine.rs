//! The engine, asked the same question through its public interface.

use policy::{
    Context, Decision, Denied, Kind, Malformed, Obstacle, Policies, Policy, Principal, Request,
    Source, decide, decide_trust, obstacles, obstacles_of_trust,
};
use serde_json::Value;

use crate::case::{Case, Layers, Verdict, Who};

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
        Who::FederatedUser { arn, user } => Principal::FederatedUser {
            arn,
            user_arn: user,
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

fn source(policy: &Policy) -> Source<'_> {
    Source {
        name: "policy",
        policy,
    }
}

fn sources(policies: &[Policy]) -> Vec<Source<'_>> {
    policies.iter().map(source).collect()
}

fn levels(levels: &[Vec<Value>]) -> Result<Vec<Vec<Policy>>, Malformed> {
    levels.iter().map(|level| parse(level)).collect()
}

fn attached(document: Option<&Value>, kind: Kind) -> Result<Option<Policy>, Malformed> {
    document
        .map(|document| Policy::parse(&document.to_string(), kind))
        .transpose()
}

/// The policies of all layers, compiled once for many requests.
#[derive(Default)]
pub(crate) struct Compiled {
    pub(crate) identity: Vec<Policy>,
    pub(crate) resource: Option<Policy>,
    pub(crate) boundary: Option<Vec<Policy>>,
    pub(crate) session: Option<Vec<Policy>>,
    pub(crate) scp: Vec<Vec<Policy>>,
    pub(crate) rcp: Vec<Vec<Policy>>,
    pub(crate) trust: Option<Policy>,
}

impl Compiled {
    /// Fails with the first document that the engine does not take.
    pub(crate) fn new(layers: &Layers) -> Result<Self, Malformed> {
        Ok(Self {
            identity: parse(&layers.identity)?,
            resource: attached(layers.resource.as_ref(), Kind::Resource)?,
            boundary: layers.boundary.as_deref().map(parse).transpose()?,
            session: layers.session.as_deref().map(parse).transpose()?,
            scp: levels(&layers.scp)?,
            rcp: levels(&layers.rcp)?,
            trust: attached(layers.trust.as_ref(), Kind::Trust)?,
        })
    }

    pub(crate) fn decide(&self, case: &Case) -> Verdict {
        match self.decision(case) {
            Decision::Allowed(_) => Verdict::Allow,
            Decision::Denied(Denied::ExplicitDeny { .. }) => Verdict::Explicit,
            Decision::Denied(Denied::NotAllowed { .. }) => Verdict::Implicit,
        }
    }

    /// The engine's own words.
    pub(crate) fn decision(&self, case: &Case) -> Decision {
        self.with(case, |request, policies| match &self.trust {
            Some(trust) => decide_trust(request, source(trust), policies),
            None => decide(request, policies),
        })
    }

    /// What the engine says is in the way, with what it suggests.
    pub(crate) fn obstacles(&self, case: &Case) -> Vec<Obstacle> {
        self.with(case, |request, policies| match &self.trust {
            Some(trust) => obstacles_of_trust(request, source(trust), policies),
            None => obstacles(request, policies),
        })
    }

    fn with<T>(&self, case: &Case, ask: impl Fn(&Request<'_>, &Policies<'_>) -> T) -> T {
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
        let identity = sources(&self.identity);
        let boundary = self.boundary.as_deref().map(sources);
        let session = self.session.as_deref().map(sources);
        let scp: Vec<_> = self.scp.iter().map(|level| sources(level)).collect();
        let rcp: Vec<_> = self.rcp.iter().map(|level| sources(level)).collect();
        let scp: Vec<_> = scp.iter().map(Vec::as_slice).collect();
        let rcp: Vec<_> = rcp.iter().map(Vec::as_slice).collect();
        let policies = Policies {
            identity: &identity,
            resource: self.resource.as_ref().map(source),
            boundary: boundary.as_deref(),
            session: session.as_deref(),
            service_control: &scp,
            resource_control: &rcp,
        };
        ask(&request, &policies)
    }
}

/// The engine's answer, or why it does not take one of the documents.
pub(crate) fn ask(case: &Case) -> Result<Verdict, Malformed> {
    Ok(Compiled::new(&case.layers)?.decide(case))
}
