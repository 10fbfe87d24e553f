//! A compiled statement, and whether each of its elements fits a request.

use super::Effect;
use super::named::{Grade, PrincipalPattern};
use crate::condition::Condition;
use crate::context::Context;
use crate::glob::Glob;
use crate::malformed::{Extent, Position};
use crate::principal::Principal;
use crate::request::Request;
use crate::sense::Sense;

#[derive(Debug)]
pub struct Statement {
    pub(super) sid: Option<Box<str>>,
    pub(super) effect: Effect,
    pub(super) position: Position,
    pub(super) extent: Extent,
    /// Absent from identity policies.
    pub(super) principals: Option<Listed<PrincipalPattern>>,
    pub(super) actions: Listed<Glob>,
    /// Absent from trust policies, which speak of their role only.
    pub(super) resources: Option<Listed<Glob>>,
    pub(super) conditions: Box<[Condition]>,
}

/// An element and its negation: what is listed, or everything else.
#[derive(Debug)]
pub(crate) struct Listed<P> {
    pub(super) sense: Sense,
    pub(super) patterns: Box<[P]>,
}

impl<P> Listed<P> {
    /// `Action` or `NotAction` for the name `Action`.
    pub(crate) fn element(&self, name: &str) -> String {
        match self.sense {
            Sense::Is => name.into(),
            Sense::IsNot => format!("Not{name}"),
        }
    }

    pub(crate) fn patterns(&self) -> &[P] {
        &self.patterns
    }

    pub(crate) fn sense(&self) -> Sense {
        self.sense
    }
}

impl Listed<Glob> {
    pub(crate) fn fits(&self, value: &str, context: &Context) -> bool {
        self.sense.of(self
            .patterns
            .iter()
            .any(|glob| glob.matches(value, context)))
    }
}

impl Listed<PrincipalPattern> {
    /// The closest grade by which the element of an Allow means the principal. NotPrincipal means
    /// nobody then: AWS does not support it with Allow (IAM user guide, "AWS JSON policy elements:
    /// NotPrincipal"), and where an older service takes it, it would grant to strangers.
    pub(crate) fn grade(&self, principal: &Principal, context: &Context) -> Option<Grade> {
        let named = self
            .patterns
            .iter()
            .filter_map(|pattern| pattern.grade(principal, context));
        match self.sense {
            Sense::Is => named.max(),
            Sense::IsNot => None,
        }
    }

    /// Whether the element of a Deny means the principal. NotPrincipal spares only who is listed
    /// itself: the account and the role that AWS wants listed beside it do not spare their other
    /// users and sessions (IAM user guide, "AWS JSON policy elements: NotPrincipal", where all but
    /// the user Bob, and all but one session of a role, are denied).
    pub(crate) fn denies(&self, principal: &Principal, context: &Context) -> bool {
        match self.sense {
            Sense::Is => self.grade(principal, context).is_some(),
            Sense::IsNot => !self.patterns.iter().any(|pattern| pattern.is(principal)),
        }
    }
}

impl Statement {
    pub fn sid(&self) -> Option<&str> {
        self.sid.as_deref()
    }

    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// Where the statement opens in its document.
    pub fn position(&self) -> Position {
        self.position
    }

    /// From where to where the statement stands in its document.
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// The condition keys and policy variables that the statement mentions, as written; some may
    /// come twice.
    pub(crate) fn context_keys(&self) -> impl Iterator<Item = &str> {
        let resources = self.resources.iter().flat_map(|listed| &listed.patterns);
        let of_conditions = self.conditions.iter().flat_map(Condition::context_keys);
        resources.flat_map(Glob::variables).chain(of_conditions)
    }

    pub(crate) fn principals(&self) -> Option<&Listed<PrincipalPattern>> {
        self.principals.as_ref()
    }

    pub(crate) fn actions(&self) -> &Listed<Glob> {
        &self.actions
    }

    pub(crate) fn resources(&self) -> Option<&Listed<Glob>> {
        self.resources.as_ref()
    }

    pub(crate) fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// Whether everything but the principal fits. Actions have no variables, so their context is
    /// never read.
    pub(crate) fn covers(&self, request: &Request<'_>) -> bool {
        let context = request.context;
        self.actions.fits(request.action, context)
            && self.fits_resource(request.resource, context)
            && self
                .conditions
                .iter()
                .all(|condition| condition.holds(context, self.effect))
    }

    /// A resource that is written with a variable that nobody can tell is meant by every Deny and
    /// by no Allow.
    pub(crate) fn fits_resource(&self, resource: &str, context: &Context) -> bool {
        let Some(listed) = &self.resources else {
            return true;
        };
        let unknown = context.has_unknown()
            && listed
                .patterns
                .iter()
                .flat_map(Glob::variables)
                .any(|key| context.is_unknown(key));
        if unknown {
            self.effect == Effect::Deny
        } else {
            listed.fits(resource, context)
        }
    }
}
