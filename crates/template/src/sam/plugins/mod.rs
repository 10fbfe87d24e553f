//! What happens to the whole template before any resource is transformed.

mod globals;
mod implicit;

pub(super) use implicit::combination;

use serde_json::json;

use super::api::editor::{is_version_3, skeleton};
use super::translator::{Problem, Translator, Unsupported};
use super::values::{Json, set};

/// APIs whose definition SAM writes; the name is AWS's.
pub(super) const MANAGED: &str = "__MANAGE_SWAGGER";

const REFUSED: [&str; 6] = [
    "AWS::Serverless::HttpApi",
    "AWS::Serverless::WebSocketApi",
    "AWS::Serverless::StateMachine",
    "AWS::Serverless::GraphQLApi",
    "AWS::Serverless::CapacityProvider",
    "AWS::Serverless::WebSocket",
];

pub(super) fn run(translator: &mut Translator<'_>) -> Result<(), Vec<Problem>> {
    let refused = refused(translator);
    if !refused.is_empty() && translator.options.unsupported == Unsupported::Refused {
        return Err(refused);
    }
    define_bodies(translator);
    implicit::run(translator)?;
    globals::run(translator).map_err(|problem| vec![problem])?;
    fix_versions(translator);
    Ok(())
}

/// Types of SAM's that have no counterpart here.
fn refused(translator: &Translator<'_>) -> Vec<Problem> {
    let named = translator.resources().iter().filter_map(|(id, resource)| {
        let kind = resource.get("Type")?.as_str()?;
        let reason = format!("the type {kind} is not supported");
        REFUSED.contains(&kind).then(|| Problem::of(id, reason))
    });
    named.collect()
}

/// An API without a definition has one that SAM fills.
fn define_bodies(translator: &mut Translator<'_>) {
    for resource in apis(translator) {
        let own = super::values::map_at(resource, "Properties");
        let Some(own) = own else { continue };
        let given = |name| own.get(name).is_some_and(super::values::truthy);
        if given("DefinitionBody") || given("DefinitionUri") {
            continue;
        }
        own.insert("DefinitionBody".to_owned(), skeleton());
        own.insert(MANAGED.to_owned(), json!(true));
    }
}

pub(super) fn apis<'a>(
    translator: &'a mut Translator<'_>,
) -> impl Iterator<Item = &'a mut super::values::Map> {
    let resources = translator.resources_mut().into_iter().flatten();
    resources
        .map(|(_, resource)| resource)
        .filter(|resource| {
            resource.get("Type").and_then(Json::as_str) == Some("AWS::Serverless::Api")
        })
        .filter_map(Json::as_object_mut)
}

/// Definitions that SAM writes are of the version that is asked for.
fn fix_versions(translator: &mut Translator<'_>) {
    for resource in apis(translator) {
        let Some(Json::Object(own)) = resource.get_mut("Properties") else {
            continue;
        };
        let Some(version) = own.get("OpenApiVersion").cloned() else {
            continue;
        };
        if !own.contains_key(MANAGED) || !is_version_3(&version) {
            continue;
        }
        let version = json!(super::values::shown(&version));
        own.insert("OpenApiVersion".to_owned(), version.clone());
        if let Some(Json::Object(body)) = own.get_mut("DefinitionBody") {
            body.insert("openapi".to_owned(), version);
            if set(&Json::Object(body.clone()), "swagger").is_some() {
                body.remove("swagger");
            }
        }
    }
}
