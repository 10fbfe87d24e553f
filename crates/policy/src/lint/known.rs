//! What the vocabulary knows of the services that a document names, asked once for each.

use std::collections::{BTreeMap, BTreeSet};

use super::view::View;
use crate::condition::{Variables, arn_parts};
use crate::vocabulary::Vocabulary;

/// By the service's name in lower case; services that AWS does not have are left out.
pub(super) struct Known {
    services: BTreeMap<String, Service>,
}

pub(super) struct Service {
    /// In AWS's spelling.
    pub(super) actions: Vec<&'static str>,
    names: BTreeSet<String>,
    /// The parts of each ARN format.
    pub(super) formats: Vec<Vec<&'static str>>,
}

impl Known {
    pub(super) fn of(view: &View<'_>, vocabulary: &dyn Vocabulary) -> Self {
        let names: BTreeSet<String> = view
            .statements
            .iter()
            .flat_map(|statement| {
                let actions = ["Action", "NotAction"].map(|element| statement.texts(element));
                let resources = ["Resource", "NotResource"].map(|element| statement.texts(element));
                let actions = actions.into_iter().flatten().map(|(text, _)| part(text, 0));
                let resources = resources
                    .into_iter()
                    .flatten()
                    .map(|(text, _)| part(text, 2));
                actions.chain(resources).collect::<Vec<_>>()
            })
            .collect();
        let known = names
            .into_iter()
            .filter(|name| vocabulary.has_service(name));
        Self {
            services: known
                .map(|name| {
                    let service = Service::of(&name, vocabulary);
                    (name, service)
                })
                .collect(),
        }
    }

    pub(super) fn service(&self, name: &str) -> Option<&Service> {
        self.services.get(&name.to_ascii_lowercase())
    }
}

fn part(text: &str, index: usize) -> String {
    text.split(':')
        .nth(index)
        .unwrap_or_default()
        .to_ascii_lowercase()
}

impl Service {
    fn of(name: &str, vocabulary: &dyn Vocabulary) -> Self {
        let actions = vocabulary.actions(name);
        let formats = vocabulary.service_formats(name).into_iter();
        Self {
            names: actions
                .iter()
                .map(|name| name.to_ascii_lowercase())
                .collect(),
            actions,
            formats: formats
                .map(|format| arn_parts(format, Variables::Substituted))
                .filter(|parts| parts.len() == 6 && parts.get(2) == Some(&name))
                .collect(),
        }
    }

    /// Whether there is an action of exactly this name.
    pub(super) fn has(&self, action: &str) -> bool {
        self.names.contains(&action.to_ascii_lowercase())
    }
}
