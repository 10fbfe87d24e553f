//! The decision: an explicit deny anywhere refuses; then every layer that limits must allow, and
//! one that grants must grant.
//!
//! Written after the IAM user guide, "Policy evaluation logic". Nothing here allocates.

use crate::decision::{Allowed, Decision, Denied, Layer, Place};
use crate::document::{Effect, Grade, Policy, Statement};
use crate::principal::Principal;
use crate::request::{Policies, Request, Source};
use crate::sense::Sense;

/// Decides a request to a resource by all policies that apply to it.
pub fn decide(request: &Request<'_>, policies: &Policies<'_>) -> Decision {
    Case {
        request,
        policies,
        on_resource: Layer::Resource,
    }
    .decide()
}

/// Decides a request to assume a role, whose trust policy must allow in any case. What `policies`
/// have as resource policy is not looked at.
pub fn decide_trust(request: &Request<'_>, trust: Source<'_>, policies: &Policies<'_>) -> Decision {
    let policies = &Policies {
        resource: Some(trust),
        ..*policies
    };
    Case {
        request,
        policies,
        on_resource: Layer::Trust,
    }
    .decide()
}

/// What is to be decided.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) request: &'a Request<'a>,
    pub(crate) policies: &'a Policies<'a>,
    /// Which kind of policy stands on the resource: [`Layer::Resource`] or [`Layer::Trust`].
    pub(crate) on_resource: Layer,
}

impl<'a> Case<'a> {
    pub(crate) fn decide(self) -> Decision {
        if self.is_caller_identity() {
            return Decision::Allowed(Allowed::CallerIdentity);
        }
        let verdict = self.explicit_deny().and_then(|()| self.allowed());
        match verdict {
            Ok(allowed) => Decision::Allowed(allowed),
            Err(denied) => Decision::Denied(denied),
        }
    }

    /// AWS answers it to anyone who signs, even against an explicit deny (STS API reference,
    /// GetCallerIdentity).
    fn is_caller_identity(&self) -> bool {
        self.request.principal.has_identity()
            && self
                .request
                .action
                .eq_ignore_ascii_case("sts:GetCallerIdentity")
    }

    fn explicit_deny(self) -> Result<(), Denied> {
        let found = self
            .sources()
            .find_map(|(layer, source, Source { policy, .. })| {
                let (statement, _) = policy
                    .candidates(Effect::Deny, self.request.action)
                    .find(|(_, statement)| self.applies(layer, statement))?;
                Some((layer, source, statement))
            });
        match found {
            None => Ok(()),
            Some((layer, source, statement)) => Err(Denied::ExplicitDeny {
                layer,
                source,
                statement,
            }),
        }
    }

    /// No statement denies: do the layers allow? Across accounts both sides must, within one either
    /// may, unless the resource's side names no more than the account.
    fn allowed(self) -> Result<Allowed, Denied> {
        self.control_allows(Layer::ResourceControl, self.resource_control())?;
        let granted = self.granted_on_resource();
        if !self.request.principal.has_identity() {
            return granted
                .map(|(_, place)| Allowed::Statement(place))
                .ok_or(self.silent());
        }
        self.control_allows(Layer::ServiceControl, self.service_control())?;
        let crosses = self.request.crosses_accounts();
        match granted {
            None if crosses || self.on_resource == Layer::Trust => Err(self.silent()),
            Some((_, place)) if crosses => {
                self.identity_allows()?;
                self.limited(Allowed::Statement(place))
            }
            Some((Grade::Direct, place)) => Ok(Allowed::Statement(place)),
            Some((Grade::Role, place)) => self.limited(Allowed::Statement(place)),
            Some((Grade::Account, _)) | None => self.limited(self.identity_allows()?),
        }
    }

    fn silent(&self) -> Denied {
        Denied::NotAllowed {
            layer: self.on_resource,
        }
    }

    /// The closest grade by which the policy on the resource grants, and the first statement that
    /// does so.
    pub(crate) fn granted_on_resource(self) -> Option<(Grade, Place)> {
        let policy = self.policies.resource?.policy;
        let mut best: Option<(Grade, Place)> = None;
        for (statement, allow) in self.allows(policy) {
            if best.is_some_and(|(grade, _)| grade == Grade::Direct) {
                break;
            }
            let grade = allow
                .principals()
                .and_then(|named| named.grade(self.request.principal, self.request.context));
            let Some(grade) = grade.filter(|_| allow.covers(self.request)) else {
                continue;
            };
            if best.is_none_or(|(known, _)| grade > known) {
                best = Some((
                    grade,
                    Place {
                        layer: self.on_resource,
                        source: 0,
                        statement,
                    },
                ));
            }
        }
        best
    }

    /// The root of an account needs no policy of its own.
    pub(crate) fn identity_allows(self) -> Result<Allowed, Denied> {
        if matches!(self.request.principal, Principal::Root { .. }) {
            return Ok(Allowed::Root);
        }
        self.layer_allows(Layer::Identity, self.policies.identity)
            .map(Allowed::Statement)
    }

    /// What a boundary and a session policy leave of a grant.
    fn limited(self, allowed: Allowed) -> Result<Allowed, Denied> {
        if let Some(boundary) = self.policies.boundary {
            self.layer_allows(Layer::Boundary, boundary)?;
        }
        if let Some(session) = self.session() {
            self.layer_allows(Layer::Session, session)?;
        }
        Ok(allowed)
    }

    /// A federated user without a session policy has no permissions of its user (IAM user guide,
    /// "Determining whether a request is allowed or denied within an account", session policies).
    pub(crate) fn session(self) -> Option<&'a [Source<'a>]> {
        let is_federated = matches!(self.request.principal, Principal::FederatedUser { .. });
        self.policies.session.or(is_federated.then_some(&[]))
    }

    /// Whether service control policies bind the caller, and all their levels allow.
    pub(crate) fn organizations_allow(self) -> Option<bool> {
        let levels = self.service_control();
        let allowed = self.control_allows(Layer::ServiceControl, levels);
        (!levels.is_empty()).then_some(allowed.is_ok())
    }

    fn control_allows(self, layer: Layer, levels: &[&[Source<'_>]]) -> Result<(), Denied> {
        levels
            .iter()
            .try_for_each(|level| self.layer_allows(layer, level).map(drop))
    }

    pub(crate) fn layer_allows(
        self,
        layer: Layer,
        sources: &[Source<'_>],
    ) -> Result<Place, Denied> {
        sources
            .iter()
            .enumerate()
            .find_map(|(source, Source { policy, .. })| {
                let (statement, _) = self
                    .allows(policy)
                    .find(|(_, statement)| self.applies(layer, statement))?;
                Some(Place {
                    layer,
                    source,
                    statement,
                })
            })
            .ok_or(Denied::NotAllowed { layer })
    }

    /// Every policy that has a say, in the order of the layers, with its index in its layer. Those
    /// without an identity have only what stands on the resource's side.
    pub(crate) fn sources(self) -> impl Iterator<Item = (Layer, usize, Source<'a>)> {
        let Policies {
            identity,
            resource,
            boundary,
            session,
            ..
        } = *self.policies;
        let own = |sources: &'a [Source<'a>]| -> &'a [Source<'a>] {
            if self.request.principal.has_identity() {
                sources
            } else {
                &[]
            }
        };
        let controls = |levels: &'a [&'a [Source<'a>]]| levels.iter().copied().flatten();
        numbered(Layer::ResourceControl, controls(self.resource_control()))
            .chain(numbered(
                Layer::ServiceControl,
                controls(self.service_control()),
            ))
            .chain(resource.map(|source| (self.on_resource, 0, source)))
            .chain(numbered(Layer::Identity, own(identity)))
            .chain(numbered(Layer::Boundary, own(boundary.unwrap_or_default())))
            .chain(numbered(Layer::Session, own(session.unwrap_or_default())))
    }

    /// The levels of a kind of control policies that bind the caller; none of another layer.
    pub(crate) fn levels(self, layer: Layer) -> &'a [&'a [Source<'a>]] {
        match layer {
            Layer::ServiceControl => self.service_control(),
            Layer::ResourceControl => self.resource_control(),
            Layer::Resource | Layer::Trust | Layer::Identity | Layer::Boundary | Layer::Session => {
                &[]
            }
        }
    }

    /// The levels of service control policies that bind the caller.
    fn service_control(self) -> &'a [&'a [Source<'a>]] {
        let principal = self.request.principal;
        if principal.has_identity() && !principal.is_service_linked() {
            self.policies.service_control
        } else {
            &[]
        }
    }

    /// The levels of resource control policies that bind the caller.
    fn resource_control(self) -> &'a [&'a [Source<'a>]] {
        if self.request.principal.is_service_linked() {
            &[]
        } else {
            self.policies.resource_control
        }
    }

    /// Whether a statement speaks of the request at all.
    pub(crate) fn applies(&self, layer: Layer, statement: &Statement) -> bool {
        self.means_principal(layer, statement) && statement.covers(self.request)
    }

    /// On the resource's side a statement must say whom it means: one that does not, which only a
    /// policy read as another kind can be, grants to nobody and denies everybody. Elsewhere the
    /// attachment says it. NotPrincipal with Deny always hits a principal that has a boundary (IAM
    /// user guide, "AWS JSON policy elements: NotPrincipal").
    pub(crate) fn means_principal(&self, layer: Layer, statement: &Statement) -> bool {
        let denies = statement.effect() == Effect::Deny;
        match statement.principals() {
            None => denies || layer != self.on_resource,
            Some(named) if named.sense() == Sense::IsNot && denies && self.has_boundary() => true,
            Some(named) if denies => named.denies(self.request.principal, self.request.context),
            Some(named) => named
                .grade(self.request.principal, self.request.context)
                .is_some(),
        }
    }

    /// The Allow statements that can speak of the action.
    fn allows<'p>(&self, policy: &'p Policy) -> impl Iterator<Item = (usize, &'p Statement)> {
        policy.candidates(Effect::Allow, self.request.action)
    }

    fn has_boundary(&self) -> bool {
        self.policies.boundary.is_some()
    }
}

fn numbered<'a>(
    layer: Layer,
    sources: impl IntoIterator<Item = &'a Source<'a>>,
) -> impl Iterator<Item = (Layer, usize, Source<'a>)> {
    sources
        .into_iter()
        .enumerate()
        .map(move |(index, source)| (layer, index, *source))
}

#[cfg(test)]
mod tests;
