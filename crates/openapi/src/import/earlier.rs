//! The ids of what an API had before, by the names under which a document speaks of it.

use std::collections::HashMap;

use model::{ApiDefinition, Resource};

use super::models::NAMELESS;

/// A resource's parent, and its part of the path.
pub(super) type Branch = (String, String);

#[derive(Debug, Default)]
pub(super) struct Earlier {
    pub(super) branches: HashMap<Branch, String>,
    pub(super) authorizers: HashMap<String, String>,
    pub(super) models: HashMap<String, String>,
    pub(super) validators: HashMap<String, String>,
    /// The names of the models that an import made for schemas in a body, by schema.
    pub(super) nameless_models: HashMap<String, String>,
}

impl Earlier {
    pub(super) fn of(definition: &ApiDefinition) -> Self {
        let models = definition.models.values();
        let authorizers = definition.authorizers.values();
        let validators = definition.request_validators.values();
        let nameless = models
            .clone()
            .filter(|model| model.name.starts_with(NAMELESS));
        Self {
            branches: branches(definition),
            authorizers: authorizers
                .map(|authorizer| (authorizer.name.clone(), authorizer.id.clone()))
                .collect(),
            models: models
                .map(|model| (model.name.clone(), model.id.clone()))
                .collect(),
            validators: validators
                .map(|validator| (validator.name.clone(), validator.id.clone()))
                .collect(),
            nameless_models: nameless
                .filter_map(|model| Some((model.schema.clone()?, model.name.clone())))
                .collect(),
        }
    }
}

pub(super) fn branches(definition: &ApiDefinition) -> HashMap<Branch, String> {
    let branch = |resource: &Resource| {
        let parent = resource.parent_id.clone()?;
        Some(((parent, resource.path_part.clone()), resource.id.clone()))
    };
    definition.resources.values().filter_map(branch).collect()
}
