//! The policies of a landscape, each read once.

use std::collections::BTreeMap;

use model::{FunctionArn, Qualifier};
use policy::{Kind, Policy, Source};

use super::super::landscape::{Document, Function, Permission, Role, Standing, Text, Unknown};
use super::{Answer, stands_on};

pub(in crate::coverage) struct ReadFunction<'a> {
    pub(in crate::coverage) function: &'a Function,
    pub(in crate::coverage) policies: BTreeMap<Option<Qualifier>, ReadPolicy<'a>>,
}

/// The resource policy of one qualifier.
pub(in crate::coverage) struct ReadPolicy<'a> {
    pub(in crate::coverage) name: String,
    pub(in crate::coverage) permissions: &'a [Permission],
    /// Which of the permissions each statement of the policy is.
    pub(in crate::coverage) places: Vec<usize>,
    /// None where no statement is known.
    pub(in crate::coverage) policy: Result<Option<Policy>, String>,
    /// Permissions of which it is not known what they say.
    pub(in crate::coverage) unknown: Vec<&'a Unknown>,
}

pub(in crate::coverage) struct ReadRole<'a> {
    pub(in crate::coverage) role: &'a Role,
    pub(in crate::coverage) trust: ReadDocument,
    pub(super) standing: ReadStanding,
}

pub(in crate::coverage) struct ReadStanding {
    policies: Vec<ReadDocument>,
    boundary: Option<ReadDocument>,
    /// What was passed when a session was made, where something limits it.
    pub(super) session: Option<Vec<ReadDocument>>,
}

pub(in crate::coverage) struct ReadDocument {
    name: String,
    pub(super) policy: Result<Policy, String>,
    unknown: Option<Unknown>,
}

impl<'a> ReadFunction<'a> {
    pub(super) fn new(function: &'a Function) -> Self {
        let policies = function.policies.iter().map(|(qualifier, permissions)| {
            let arn = function.arn.with_qualifier(qualifier.clone());
            (qualifier.clone(), ReadPolicy::new(&arn, permissions))
        });
        Self {
            policies: policies.collect(),
            function,
        }
    }

    /// The policy of exactly the qualifier; that of the unqualified function speaks for `$LATEST`.
    pub(in crate::coverage) fn policy(&self, target: &FunctionArn) -> Option<&ReadPolicy<'a>> {
        self.policies.get(&stands_on(target).qualifier)
    }
}

impl<'a> ReadPolicy<'a> {
    fn new(arn: &FunctionArn, permissions: &'a [Permission]) -> Self {
        let mut places = Vec::new();
        let mut texts = Vec::new();
        let mut unknown = Vec::new();
        for (place, permission) in permissions.iter().enumerate() {
            match &permission.statement {
                Ok(text) => {
                    places.push(place);
                    texts.push(text.as_str());
                }
                Err(why) => unknown.push(why),
            }
        }
        Self {
            name: format!("resource policy of {arn}"),
            permissions,
            places,
            policy: if texts.is_empty() {
                Ok(None)
            } else {
                read(&composed(&texts), Kind::Resource).map(Some)
            },
            unknown,
        }
    }

    pub(in crate::coverage) fn source(&self) -> Option<Source<'_>> {
        let policy = self.policy.as_ref().ok()?.as_ref()?;
        let name = &self.name;
        Some(Source { name, policy })
    }
}

/// The whole policy as Lambda keeps it.
pub(in crate::coverage) fn composed(statements: &[&str]) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Id":"default","Statement":[{}]}}"#,
        statements.join(",")
    )
}

pub(in crate::coverage) struct Sources<'a> {
    pub(in crate::coverage) identity: Vec<Source<'a>>,
    pub(in crate::coverage) boundary: Option<Vec<Source<'a>>>,
    pub(super) session: Option<Vec<Source<'a>>>,
}

impl ReadStanding {
    pub(in crate::coverage) fn sources(&self) -> Sources<'_> {
        fn of(documents: &[ReadDocument]) -> Vec<Source<'_>> {
            documents.iter().filter_map(ReadDocument::source).collect()
        }
        Sources {
            identity: of(&self.policies),
            boundary: self
                .boundary
                .as_ref()
                .map(|one| of(std::slice::from_ref(one))),
            session: self.session.as_deref().map(of),
        }
    }

    pub(super) fn unknown(&self) -> Option<String> {
        let passed = self.session.iter().flatten();
        let mut all = self.policies.iter().chain(&self.boundary).chain(passed);
        all.find_map(ReadDocument::why_unknown)
    }
}

impl ReadDocument {
    fn source(&self) -> Option<Source<'_>> {
        let policy = self.policy.as_ref().ok()?;
        Some(Source {
            name: &self.name,
            policy,
        })
    }

    fn why_unknown(&self) -> Option<String> {
        match (&self.unknown, &self.policy) {
            (Some(unknown), _) => Some(unknown.to_string()),
            (None, Err(why)) => Some(format!("{} can't be read: {why}", self.name)),
            (None, Ok(_)) => None,
        }
    }

    pub(super) fn undecided(&self) -> Option<Answer> {
        self.why_unknown().map(Answer::Unknown)
    }
}

pub(in crate::coverage) fn standing(standing: &Standing) -> ReadStanding {
    let all = |documents: &[Document]| documents.iter().map(of_document).collect();
    ReadStanding {
        policies: all(&standing.policies),
        boundary: standing.boundary.as_ref().map(of_document),
        session: None,
    }
}

pub(super) fn of_document(one: &Document) -> ReadDocument {
    document(&one.name, &one.text, Kind::Identity)
}

pub(super) fn document(name: &str, text: &Text, kind: Kind) -> ReadDocument {
    ReadDocument {
        name: name.to_owned(),
        policy: match text {
            Ok(text) => read(text, kind),
            Err(unknown) => Err(unknown.to_string()),
        },
        unknown: text.as_ref().err().cloned(),
    }
}

fn read(text: &str, kind: Kind) -> Result<Policy, String> {
    Policy::parse(text, kind).map_err(|malformed| malformed.detail().to_owned())
}
