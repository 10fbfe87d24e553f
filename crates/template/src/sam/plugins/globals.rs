//! `Globals`: properties that all resources of a type have unless they say otherwise.

use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, Map, is_function};
use crate::sam::{api, function};

/// What `Globals` may say beside functions and APIs, by type.
const FEW: [(&str, &[&str]); 3] = [
    ("SimpleTable", &["SSESpecification"]),
    ("StateMachine", &["PropagateTags"]),
    ("LayerVersion", &["PublishLambdaVersion"]),
];
/// Types whose globals are read, and used by nothing here.
const UNUSED: [&str; 3] = ["HttpApi", "CapacityProvider", "WebSocketApi"];

pub(super) fn run(translator: &mut Translator<'_>) -> Result<(), Problem> {
    let Some(globals) = translator.template.remove("Globals") else {
        return Ok(());
    };
    let Json::Object(globals) = globals else {
        return Err(invalid("It must be a non-empty dictionary"));
    };
    check(&globals)?;
    let Some(resources) = translator.resources_mut() else {
        return Ok(());
    };
    for (id, resource) in resources.iter_mut() {
        let Some(resource) = resource.as_object_mut() else {
            continue;
        };
        let kind = resource.get("Type").and_then(Json::as_str);
        let name = kind.and_then(|kind| kind.strip_prefix("AWS::Serverless::"));
        let Some(shared) = name.and_then(|name| globals.get(name)) else {
            continue;
        };
        let shared = without(id, shared, resource.get("IgnoreGlobals"))?;
        let own = resource
            .remove("Properties")
            .unwrap_or(Json::Object(Map::new()));
        resource.insert("Properties".to_owned(), merged(&shared, &own));
    }
    Ok(())
}

fn invalid(reason: &str) -> Problem {
    Problem::whole(format!("'Globals' section is invalid. {reason}"))
}

fn check(globals: &Map) -> Result<(), Problem> {
    for (section, properties) in globals {
        if UNUSED.contains(&section.as_str()) {
            continue;
        }
        let supported: &[&str] = match section.as_str() {
            "Function" => &function::GLOBAL,
            "Api" => &api::GLOBAL,
            other => {
                let few = FEW.iter().find(|(name, _)| *name == other);
                few.map(|(_, names)| *names)
                    .ok_or_else(|| invalid(&format!("'{section}' is not supported.")))?
            }
        };
        let Some(properties) = properties.as_object() else {
            return Err(invalid(&format!("Value of {section} must be a dictionary")));
        };
        if let Some(unknown) = properties
            .keys()
            .find(|name| !supported.contains(&name.as_str()))
        {
            return Err(invalid(&format!(
                "'{unknown}' is not a supported property of '{section}'. Must be one of the following values - {supported:?}"
            )));
        }
    }
    Ok(())
}

/// The globals but for those that a resource doesn't want.
fn without(id: &str, shared: &Json, ignored: Option<&Json>) -> Result<Json, Problem> {
    let mut shared = shared.clone();
    match ignored {
        None | Some(Json::Null) => {}
        Some(Json::String(all)) if all == "*" => shared = Json::Object(Map::new()),
        Some(Json::Array(names)) => {
            for name in names.iter().filter_map(Json::as_str) {
                let known = shared
                    .as_object_mut()
                    .and_then(|shared| shared.remove(name));
                if known.is_none() {
                    let reason = format!(
                        "Resource {id} has invalid resource attribute 'IgnoreGlobals' on item '{name}'."
                    );
                    return Err(Problem::of(id, reason));
                }
            }
        }
        Some(_) => {
            let reason = format!("Resource {id} has invalid resource attribute 'IgnoreGlobals'.");
            return Err(Problem::of(id, reason));
        }
    }
    Ok(shared)
}

/// Maps are merged, lists joined; of anything else the resource's own counts.
fn merged(shared: &Json, own: &Json) -> Json {
    match (shared, own) {
        (Json::Object(all), Json::Object(some)) if !is_function(shared) && !is_function(own) => {
            let mut whole = all.clone();
            for (key, value) in some {
                let value = match all.get(key) {
                    Some(known) => merged(known, value),
                    None => value.clone(),
                };
                whole.insert(key.clone(), value);
            }
            Json::Object(whole)
        }
        (Json::Array(all), Json::Array(some)) => {
            Json::Array(all.iter().chain(some).cloned().collect())
        }
        _ => own.clone(),
    }
}
