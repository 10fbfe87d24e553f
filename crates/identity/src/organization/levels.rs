//! Which policies stand above an account, level by level.

use std::collections::HashMap;

use policy::{Kind, Policy, Source};

use super::Levels;
use super::file::{ControlKind, UnreadableOrganization};
use crate::directory::NamedPolicy;

/// What AWS attaches where nothing else is (Organizations user guide, "SCP evaluation").
const FULL_ACCESS: &str = "p-FullAWSAccess";
/// What AWS attaches everywhere and lets nobody detach (Organizations user guide, "RCP evaluation").
const RESOURCE_FULL_ACCESS: &str = "p-RCPFullAWSAccess";

/// The policies of an organization by id. They live as long as the process: an organization is read
/// once, at the start, and every decision borrows from it without counting references.
pub(super) struct Shelf {
    policies: HashMap<String, (ControlKind, Source<'static>)>,
}

impl Shelf {
    pub(super) fn with_awss_own() -> Self {
        let mut shelf = Self {
            policies: HashMap::new(),
        };
        for (id, kind, arn, document, written_as) in [
            (
                FULL_ACCESS,
                ControlKind::Service,
                "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
                r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#,
                Kind::Identity,
            ),
            (
                RESOURCE_FULL_ACCESS,
                ControlKind::Resource,
                "arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess",
                r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"#,
                Kind::Resource,
            ),
        ] {
            let compiled = NamedPolicy::compile(arn.to_owned(), document, written_as);
            shelf.put(id, kind, arn.to_owned(), compiled.policy().clone());
        }
        shelf
    }

    /// False when there is one of this id already.
    pub(super) fn put(&mut self, id: &str, kind: ControlKind, arn: String, policy: Policy) -> bool {
        let source = Source {
            name: Box::leak(arn.into_boxed_str()),
            policy: Box::leak(Box::new(policy)),
        };
        self.policies
            .insert(id.to_owned(), (kind, source))
            .is_none()
    }

    fn find(
        &self,
        id: &str,
        at: &str,
    ) -> Result<(ControlKind, Source<'static>), UnreadableOrganization> {
        let found = self.policies.get(id).copied();
        found.ok_or_else(|| UnreadableOrganization::UnknownPolicy {
            at: at.to_owned(),
            id: id.to_owned(),
        })
    }
}

/// The levels from the root to some place in the tree.
#[derive(Clone, Default)]
pub(super) struct Above {
    service: Vec<Vec<Source<'static>>>,
    resource: Vec<Vec<Source<'static>>>,
}

impl Above {
    /// One level more, with what is attached there.
    pub(super) fn with(
        &self,
        shelf: &Shelf,
        attached: &[String],
        at: &str,
    ) -> Result<Self, UnreadableOrganization> {
        let (mut service, mut resource) = (Vec::new(), Vec::new());
        for id in attached {
            match shelf.find(id, at)? {
                (ControlKind::Service, source) => service.push(source),
                (ControlKind::Resource, source) => resource.push(source),
            }
        }
        if service.is_empty() {
            service.push(shelf.find(FULL_ACCESS, at)?.1);
        }
        if !attached.iter().any(|id| id == RESOURCE_FULL_ACCESS) {
            resource.push(shelf.find(RESOURCE_FULL_ACCESS, at)?.1);
        }
        let mut next = self.clone();
        next.service.push(service);
        next.resource.push(resource);
        Ok(next)
    }

    pub(super) fn levels(self) -> (Levels, Levels) {
        (kept(self.service), kept(self.resource))
    }
}

fn kept(levels: Vec<Vec<Source<'static>>>) -> Levels {
    let levels = levels.into_iter();
    let levels: Vec<&'static [Source<'static>]> = levels
        .map(|level| &*Box::leak(level.into_boxed_slice()))
        .collect();
    Box::leak(levels.into_boxed_slice())
}
