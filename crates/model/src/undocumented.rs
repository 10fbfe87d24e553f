//! What of an API has no documentation part: every place where one could be.

use crate::{ApiDefinition, Documentation, DocumentationLocation, DocumentationPartType, Method};

impl Documentation {
    /// The places of a definition that no part is about, whole APIs first.
    pub fn undocumented(&self, definition: &ApiDefinition) -> Vec<DocumentationLocation> {
        let mut places = places(definition);
        places.retain(|place| !self.parts.iter().any(|part| part.location.is_at(place)));
        places
    }
}

fn places(definition: &ApiDefinition) -> Vec<DocumentationLocation> {
    let mut all = vec![Place::default().of(DocumentationPartType::Api, None)];
    for authorizer in definition.authorizers.values() {
        all.push(Place::default().of(DocumentationPartType::Authorizer, Some(&authorizer.name)));
    }
    for name in definition.models.keys() {
        all.push(Place::default().of(DocumentationPartType::Model, Some(name)));
    }
    let paths = definition.resources.values().filter_map(|resource| {
        let path = definition.path_of(&resource.id)?;
        Some((path, resource))
    });
    let mut paths: Vec<_> = paths.collect();
    paths.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (path, resource) in &paths {
        let place = Place {
            path: Some(path),
            ..Place::default()
        };
        all.push(place.of(DocumentationPartType::Resource, None));
        for (verb, method) in &resource.methods {
            let place = Place {
                method: Some(verb.as_str()),
                ..place
            };
            of_method(&mut all, place, method);
        }
    }
    all
}

fn of_method(all: &mut Vec<DocumentationLocation>, place: Place<'_>, method: &Method) {
    all.push(place.of(DocumentationPartType::Method, None));
    for parameter in method.request_parameters.iter().flat_map(|all| all.keys()) {
        for (prefix, kind) in [
            ("method.request.path.", DocumentationPartType::PathParameter),
            (
                "method.request.querystring.",
                DocumentationPartType::QueryParameter,
            ),
            (
                "method.request.header.",
                DocumentationPartType::RequestHeader,
            ),
        ] {
            if let Some(name) = parameter.strip_prefix(prefix) {
                all.push(place.of(kind, Some(name)));
            }
        }
    }
    if method
        .request_models
        .as_ref()
        .is_some_and(|models| !models.is_empty())
    {
        all.push(place.of(DocumentationPartType::RequestBody, None));
    }
    for (code, response) in &method.responses {
        let place = Place {
            status_code: Some(code),
            ..place
        };
        all.push(place.of(DocumentationPartType::Response, None));
        for parameter in response
            .response_parameters
            .iter()
            .flat_map(|all| all.keys())
        {
            if let Some(name) = parameter.strip_prefix("method.response.header.") {
                all.push(place.of(DocumentationPartType::ResponseHeader, Some(name)));
            }
        }
        if response
            .response_models
            .as_ref()
            .is_some_and(|models| !models.is_empty())
        {
            all.push(place.of(DocumentationPartType::ResponseBody, None));
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Place<'a> {
    path: Option<&'a str>,
    method: Option<&'a str>,
    status_code: Option<&'a str>,
}

impl Place<'_> {
    fn of(self, kind: DocumentationPartType, name: Option<&str>) -> DocumentationLocation {
        DocumentationLocation {
            kind,
            path: self.path.map(str::to_owned),
            method: self.method.map(str::to_owned),
            status_code: self.status_code.map(str::to_owned),
            name: name.map(str::to_owned),
        }
    }
}
