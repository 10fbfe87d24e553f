//! The policies that hang on a role, a user or a group.

use std::sync::LazyLock;

use model::{Arn, AttachedPolicies};
use policy::{Kind, Source};
use smallvec::SmallVec;

use super::{Directory, NamedPolicy};

/// The sources of one layer. Few principals have more than four policies.
pub(crate) type Sources<'a> = SmallVec<[Source<'a>; 4]>;

static MISSING: LazyLock<NamedPolicy> =
    LazyLock::new(|| NamedPolicy::unreadable("an attached policy that is missing", Kind::Identity));

#[derive(Debug)]
pub(crate) struct Attachments {
    inline: Vec<NamedPolicy>,
    managed: Vec<Arn>,
    boundary: Option<Arn>,
}

impl Attachments {
    /// `owner` is `role R`, `user U` or `group G`.
    pub(crate) fn compile(attached: &AttachedPolicies, owner: &str) -> Self {
        let inline = attached
            .inline
            .iter()
            .map(|(name, document)| {
                let name = format!("inline policy {name} of {owner}");
                NamedPolicy::compile(name, document, Kind::Identity)
            })
            .collect();
        Self {
            inline,
            managed: attached.managed.clone(),
            boundary: attached.boundary.clone(),
        }
    }

    /// Inline policies, then managed ones in the order of attachment.
    pub(crate) fn identity<'a>(&'a self, directory: &'a Directory) -> Sources<'a> {
        let managed = self.managed.iter().map(|arn| find(directory, arn));
        let inline = self.inline.iter().map(NamedPolicy::source);
        inline.chain(managed).collect()
    }

    pub(crate) fn boundary<'a>(&'a self, directory: &'a Directory) -> Option<Sources<'a>> {
        let boundary = self.boundary.as_ref()?;
        Some(std::iter::once(find(directory, boundary)).collect())
    }
}

impl Directory {
    /// A policy that is attached and can't be found denies everything: it might have denied.
    pub(crate) fn managed_source(&self, arn: &str) -> Source<'_> {
        self.managed_policy(arn)
            .map_or_else(missing, NamedPolicy::source)
    }
}

fn find<'a>(directory: &'a Directory, arn: &Arn) -> Source<'a> {
    directory.managed_source(arn.as_str())
}

/// What stands for a policy that should be there.
pub(super) fn missing<'a>() -> Source<'a> {
    MISSING.source()
}
