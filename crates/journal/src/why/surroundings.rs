//! What stands around a request now: the API as it is, the stage, what is deployed there.

use model::{ApiDefinition, MethodVerb, RestApiRecord, Stage};

/// None for what is not there, or not there any more.
#[derive(Debug, Clone, Copy, Default)]
pub struct Surroundings<'a> {
    pub api: Option<&'a RestApiRecord>,
    /// What the request's stage serves.
    pub deployed: Option<&'a ApiDefinition>,
    /// Ids and names of the other APIs.
    pub other_apis: &'a [(String, String)],
    /// The role with which the account writes execution logs.
    pub logging_role: Option<&'a str>,
    /// Where clients find the server, such as `http://127.0.0.1:4566`.
    pub endpoint: &'a str,
}

/// A method of the deployed definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Route {
    pub(super) verb: MethodVerb,
    pub(super) path: String,
}

impl<'a> Surroundings<'a> {
    pub(super) fn stage(&self, name: &str) -> Option<&'a Stage> {
        let stages = self.api?.stages.values();
        stages.into_iter().find(|stage| stage.name.as_str() == name)
    }

    pub(super) fn stages(&self) -> Vec<&'a str> {
        let stages = self.api.iter().flat_map(|api| api.stages.keys());
        stages.map(model::StageName::as_str).collect()
    }

    /// What is served, else what would be after a deployment.
    pub(super) fn definition(&self) -> Option<&'a ApiDefinition> {
        self.deployed
            .or_else(|| self.api.map(|api| &api.definition))
    }

    pub(super) fn region(&self) -> &'a str {
        self.api.map_or("us-east-1", |api| api.region.as_str())
    }
}

/// Every method of a definition, in the order of paths.
pub(super) fn routes(definition: &ApiDefinition) -> Vec<Route> {
    let mut routes: Vec<Route> = definition
        .resources
        .values()
        .filter_map(|resource| Some((definition.path_of(&resource.id)?, resource)))
        .flat_map(|(path, resource)| {
            let verbs = resource.methods.keys();
            verbs.map(move |verb| Route {
                verb: *verb,
                path: path.clone(),
            })
        })
        .collect();
    routes.sort_by(|one, other| (&one.path, one.verb).cmp(&(&other.path, other.verb)));
    routes
}

/// Whether a path fits a template; verbs are not looked at.
pub(super) fn fits(template: &str, path: &str) -> bool {
    let mut parts = segments(template);
    let mut given = segments(path);
    loop {
        match (parts.next(), given.next()) {
            (None, None) => return true,
            (Some(part), Some(_)) if part.starts_with('{') && part.ends_with("+}") => return true,
            (Some(part), Some(_)) if part.starts_with('{') => {}
            (Some(part), Some(given)) if part == given => {}
            _ => return false,
        }
    }
}

pub(super) fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|part| !part.is_empty())
}
