//! From the text of a document to compiled statements.
//!
//! [`json`] reads JSON with positions, [`syntax`] the grammar of policies, [`checks`] applies what
//! AWS asks beyond the grammar in the order in which AWS asks it, [`compile`] makes what `decide`
//! works on. Nothing here may let an element pass that `decide` would not look at.

pub(crate) mod json; // a text with positions
mod syntax; // the grammar
mod checks; // what AWS asks beyond it
mod compile; // what `decide` works on
mod statement;
mod named;
mod resource_format;
mod index;

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::malformed::{Malformed, Position};
use index::Index;
pub(crate) use named::{Grade, PrincipalPattern};
pub(crate) use statement::Listed;
pub use statement::Statement;

/// Where a document is to be attached, which decides what it may contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Inline policies of users, groups and roles, boundaries and control policies.
    Identity,
    /// What is passed when a session is made: as identity policies, but for incomplete ARNs.
    Session,
    /// Managed policies, which unlike inline ones must carry the version 2012-10-17.
    Managed,
    /// Policies of functions, APIs and other resources.
    Resource,
    /// Who may assume a role.
    Trust,
    /// What a Lambda authorizer returns: as identity policies, with any resource text, and with no
    /// statement at all allowed.
    Authorizer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Effect {
    Allow,
    Deny,
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Allow => "Allow",
            Self::Deny => "Deny",
        })
    }
}

/// The version of the language; a document that states none is of the older one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Version {
    /// 2008-10-17: `${…}` is literal text.
    V2008,
    /// 2012-10-17: `${…}` is a policy variable.
    V2012,
}

/// A policy, read and compiled. Clones share the statements.
#[derive(Debug, Clone)]
pub struct Policy {
    version: Version,
    compiled: Arc<Compiled>,
}

#[derive(Debug)]
struct Compiled {
    statements: Box<[Statement]>,
    index: Index,
}

impl Policy {
    /// Reads a document of at most 128 KiB. Everything AWS would refuse, and everything that could
    /// not be decided, is refused here.
    pub fn parse(text: &str, kind: Kind) -> Result<Self, Malformed> {
        Rules { kind, api: None }.read(text)
    }

    /// Reads the resource policy of a REST API, whose resources may be written as
    /// `execute-api:/STAGE/METHOD/PATH`. `api` is `arn:aws:execute-api:REGION:ACCOUNT:API`, which
    /// the short form stands for as API Gateway expands it (API Gateway developer guide, "API
    /// Gateway resource policy examples").
    pub fn parse_for_api(text: &str, api: &str) -> Result<Self, Malformed> {
        Rules {
            kind: Kind::Resource,
            api: Some(api),
        }
        .read(text)
    }

    pub fn statements(&self) -> &[Statement] {
        &self.compiled.statements
    }

    /// Whether it has no statement, and so says nothing.
    pub fn is_empty(&self) -> bool {
        self.compiled.statements.is_empty()
    }

    pub fn version(&self) -> Version {
        self.version
    }

    /// Every condition key and policy variable that the policy mentions, once, as first written.
    pub fn context_keys(&self) -> Vec<&str> {
        let mut keys = Vec::new();
        for key in self.statements().iter().flat_map(Statement::context_keys) {
            add_key(&mut keys, key);
        }
        keys
    }

    /// The statements of an effect that can speak of an action, in their order and with their
    /// indexes; those left out do not.
    pub(crate) fn candidates(
        &self,
        effect: Effect,
        action: &str,
    ) -> impl Iterator<Item = (usize, &Statement)> {
        let Compiled { statements, index } = &*self.compiled;
        let found = index.candidates(effect, action);
        found.filter_map(|at| statements.get(at).map(|statement| (at, statement)))
    }
}

/// Condition keys compare without regard to case.
pub(crate) fn add_key<'k>(keys: &mut Vec<&'k str>, key: &'k str) {
    if !keys.iter().any(|known| known.eq_ignore_ascii_case(key)) {
        keys.push(key);
    }
}

/// What is asked of a document.
#[derive(Debug, Clone, Copy)]
struct Rules<'a> {
    kind: Kind,
    /// The API whose policy it is.
    api: Option<&'a str>,
}

impl Rules<'_> {
    fn read(self, text: &str) -> Result<Policy, Malformed> {
        let tree = json::read(text).map_err(|cause| self.in_words_of_trust(cause))?;
        let document = syntax::document(tree, self)?;
        let version = document.version.unwrap_or(Version::V2008);
        let statements = checks::pass(&document, self)?;
        Ok(Policy {
            version,
            compiled: Arc::new(Compiled {
                index: Index::of(&statements),
                statements: statements.into(),
            }),
        })
    }

    /// For the trust policy of a role AWS has words of its own when the text is not JSON.
    fn in_words_of_trust(self, cause: Malformed) -> Malformed {
        match self.kind {
            Kind::Trust => Malformed::new(
                "This policy contains invalid Json",
                cause.detail(),
                cause.position(),
            ),
            Kind::Identity | Kind::Session | Kind::Managed | Kind::Resource | Kind::Authorizer => {
                cause
            }
        }
    }

    /// Whether statements say whom they speak of.
    fn names_principals(self) -> bool {
        match self.kind {
            Kind::Resource | Kind::Trust => true,
            Kind::Identity | Kind::Session | Kind::Managed | Kind::Authorizer => false,
        }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    position: Position,
}

#[cfg(test)]
mod tests;
