//! The tags and the source identity that a session gets: what was asked for, and what the session
//! that asks hands on.

use policy::Context;

use super::{AssumeRefusedKind, Assumer, SET_SOURCE, SessionAsk};
use crate::sessions::SessionTag;

pub(super) struct Attributes {
    pub(super) tags: Vec<SessionTag>,
    pub(super) source_identity: Option<String>,
}

impl Attributes {
    /// Transitive tags and the source identity of a session pass to the sessions that it opens, and
    /// can't be overridden there (IAM user guide, "Chaining roles with session tags").
    pub(super) fn of(by: &Assumer<'_>, ask: &SessionAsk<'_>) -> Result<Self, AssumeRefusedKind> {
        let caller = match by {
            Assumer::Caller(caller) => Some(*caller),
            Assumer::Service(_) => None,
            Assumer::WebIdentity(known) => {
                return Ok(Self {
                    tags: known.tags().to_vec(),
                    source_identity: known.source_identity().map(str::to_owned),
                });
            }
        };
        let inherited = caller.map_or(&[][..], |caller| caller.session_tags());
        let inherited = inherited.iter().filter(|tag| tag.transitive);
        let is_inherited =
            |tag: &SessionTag| inherited.clone().any(|held| same_key(&held.key, &tag.key));
        if ask.tags.iter().any(is_inherited) {
            return Err(AssumeRefusedKind::TransitiveConflict);
        }
        let source = caller.and_then(|caller| caller.source_identity());
        if let (Some(held), Some(asked)) = (source, ask.source_identity)
            && held != asked
        {
            return Err(AssumeRefusedKind::NotAllowed { action: SET_SOURCE });
        }
        Ok(Self {
            tags: inherited.chain(ask.tags).cloned().collect(),
            source_identity: source.or(ask.source_identity).map(str::to_owned),
        })
    }

    /// As the trust policy and the caller's policies see them: inherited tags stand among those of
    /// the request, as targets of chained roles condition on them.
    pub(super) fn describe(&self, keys: &mut Context) {
        for tag in &self.tags {
            keys.set(format!("aws:RequestTag/{}", tag.key), &tag.value);
        }
        let names = self.tags.iter().map(|tag| tag.key.clone());
        keys.set_many("aws:TagKeys", names.collect());
        let transitive = self.tags.iter().filter(|tag| tag.transitive);
        keys.set_many(
            "sts:TransitiveTagKeys",
            transitive.map(|tag| tag.key.clone()).collect(),
        );
        if let Some(source) = &self.source_identity {
            keys.set("sts:SourceIdentity", source);
        }
    }
}

fn same_key(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}
