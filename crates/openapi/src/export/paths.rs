//! `paths`: every resource that has methods, or that nothing else would bring back.

use std::collections::{BTreeMap, HashSet};

use model::{MethodVerb, Resource};

use super::{Members, View, operation, put};

pub(super) fn write(view: &View<'_>) -> Members {
    let resources = &view.definition.resources;
    let parents: HashSet<&str> = resources
        .values()
        .filter_map(|resource| resource.parent_id.as_deref())
        .collect();
    let stands_alone = |resource: &&Resource| {
        let leaf = resource.parent_id.is_some() && !parents.contains(resource.id.as_str());
        leaf || !resource.methods.is_empty()
    };
    let by_path: BTreeMap<String, &Resource> = resources
        .values()
        .filter(stands_alone)
        .filter_map(|resource| Some((view.definition.path_of(&resource.id)?, resource)))
        .collect();
    by_path
        .into_iter()
        .map(|(path, resource)| (path, item(view, resource).into()))
        .collect()
}

fn item(view: &View<'_>, resource: &Resource) -> Members {
    let mut item = Members::new();
    for (verb, method) in &resource.methods {
        put(
            &mut item,
            &key_of(*verb),
            operation::write(view, resource, method),
        );
    }
    item
}

fn key_of(verb: MethodVerb) -> String {
    match verb {
        MethodVerb::Any => "x-amazon-apigateway-any-method".to_owned(),
        verb => verb.as_str().to_ascii_lowercase(),
    }
}
