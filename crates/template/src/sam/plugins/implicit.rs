//! The implicit API: what functions with events of type `Api` get that name no API. Conditions of functions become
//! conditions of paths, and of the API as a whole.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::MANAGED;
use crate::sam::api::editor::{self, skeleton};
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, Map, choice, get, no_value, set, text};

pub(in crate::sam) const ID: &str = "ServerlessRestApi";
const CONDITION: &str = "ServerlessRestApiCondition";

/// What the functions behind an API say of it.
#[derive(Debug, Default)]
struct Asked {
    /// By path and method.
    conditions: BTreeMap<String, BTreeMap<String, Option<String>>>,
    deletion: Vec<Option<String>>,
    replacement: Vec<Option<String>>,
}

pub(super) fn run(translator: &mut Translator<'_>) -> Result<(), Vec<Problem>> {
    let existing = translator.resource(ID).cloned();
    let api = json!({
        "Type": "AWS::Serverless::Api",
        "Properties": { "StageName": "Prod", "DefinitionBody": skeleton(), MANAGED: true },
    });
    if let Some(resources) = translator.resources_mut() {
        resources.insert(ID.to_owned(), api);
    }
    let mut asked: BTreeMap<String, Asked> = BTreeMap::new();
    let mut problems = Vec::new();
    for id in functions(translator) {
        if let Err(problem) = events_of(translator, &id, &mut asked) {
            problems.push(problem);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    if let Some(asked) = asked.get(ID) {
        attributes(translator, asked);
    }
    conditional_paths(translator, &asked);
    settle(translator, existing);
    Ok(())
}

fn functions(translator: &Translator<'_>) -> Vec<String> {
    let of_functions = translator
        .resources()
        .iter()
        .filter(|(_, resource)| text(resource, "Type") == Some("AWS::Serverless::Function"));
    of_functions.map(|(id, _)| id.clone()).collect()
}

fn events_of(
    translator: &mut Translator<'_>,
    id: &str,
    asked: &mut BTreeMap<String, Asked>,
) -> Result<(), Problem> {
    let function = translator.resource(id).cloned().unwrap_or_default();
    let events = function
        .pointer("/Properties/Events")
        .and_then(Json::as_object);
    for (event_id, event) in events.into_iter().flatten() {
        if text(event, "Type") != Some("Api") || set(event, "Properties").is_none() {
            continue;
        }
        let named = event.pointer("/Properties/RestApiId").is_some();
        if !named {
            name_implicit(translator, id, event_id);
            propagate_tags(translator, &function);
        }
        let properties = event.get("Properties").cloned().unwrap_or_default();
        let wrong = |reason: String| {
            Problem::of(
                id,
                format!("Event with id [{event_id}] is invalid. {reason}"),
            )
        };
        let api = match properties.get("RestApiId") {
            None => ID.to_owned(),
            Some(given) => {
                let given = get(given, "Ref").unwrap_or(given);
                let given = given.as_str().map(str::to_owned);
                given.ok_or_else(|| wrong("Property 'RestApiId' should be a string.".to_owned()))?
            }
        };
        let part = |name: &str| {
            let value = text(&properties, name).map(str::to_owned);
            value.ok_or_else(|| wrong(format!("Property '{name}' is required.")))
        };
        let (path, method) = (part("Path")?, part("Method")?);
        let of = |name| text(&function, name).map(str::to_owned);
        let found = asked.entry(api.clone()).or_default();
        let methods = found.conditions.entry(path.clone()).or_default();
        methods.insert(method.clone(), of("Condition"));
        found.deletion.push(of("DeletionPolicy"));
        found.replacement.push(of("UpdateReplacePolicy"));
        add_path(translator, &api, &path, &method).map_err(wrong)?;
    }
    Ok(())
}

fn name_implicit(translator: &mut Translator<'_>, id: &str, event_id: &str) {
    let function = translator.resources_mut().and_then(|all| all.get_mut(id));
    let event = function.and_then(|function| {
        function
            .pointer_mut("/Properties/Events")?
            .get_mut(event_id)
    });
    let properties = event.and_then(|event| event.get_mut("Properties")?.as_object_mut());
    if let Some(properties) = properties {
        properties.insert("RestApiId".to_owned(), json!({ "Ref": ID }));
    }
}

fn propagate_tags(translator: &mut Translator<'_>, function: &Json) {
    let globals = translator.template.get("Globals");
    let shared = |name: &str| globals?.get("Function")?.get(name).cloned();
    let own = |name: &str| {
        let own = function.pointer(&format!("/Properties/{name}")).cloned();
        own.filter(crate::sam::values::truthy)
            .or_else(|| shared(name))
    };
    let propagates = own("PropagateTags").is_some_and(|flag| crate::sam::values::truthy(&flag));
    let Some(Json::Object(tags)) = own("Tags").filter(|_| propagates) else {
        return;
    };
    let api = translator.resources_mut().and_then(|all| all.get_mut(ID));
    let properties = api.and_then(|api| api.get_mut("Properties")?.as_object_mut());
    if let Some(properties) = properties {
        if let Some(all) = crate::sam::values::map_at(properties, "Tags") {
            all.extend(tags);
        }
        properties.insert("PropagateTags".to_owned(), json!(true));
    }
}

fn add_path(
    translator: &mut Translator<'_>,
    api: &str,
    path: &str,
    method: &str,
) -> Result<(), String> {
    let api = translator.resources_mut().and_then(|all| all.get_mut(api));
    let Some(api) = api.filter(|api| text(api, "Type") != Some("AWS::Serverless::HttpApi")) else {
        return Err(
            "RestApiId must be a valid reference to an 'AWS::Serverless::Api' resource in same template."
                .to_owned(),
        );
    };
    if api.pointer(&format!("/Properties/{MANAGED}")).is_none() {
        return Ok(());
    }
    if let Some(body) = api.pointer_mut("/Properties/DefinitionBody")
        && editor::is_valid(body)
    {
        editor::add_path(body, path, method);
    }
    Ok(())
}

/// Conditions and policies of the implicit API, if all functions behind it have them.
fn attributes(translator: &mut Translator<'_>, asked: &Asked) {
    let all: BTreeSet<Option<String>> = asked
        .conditions
        .values()
        .flat_map(|methods| methods.values().cloned())
        .collect();
    let condition = combined(translator, CONDITION, &all);
    let named = |given: &[Option<String>], order: &[&'static str]| {
        let is_given = |wanted: &str| given.iter().flatten().any(|policy| policy == wanted);
        order.iter().find(|wanted| is_given(wanted)).copied()
    };
    let deletion = named(&asked.deletion, &["Retain", "Delete"]);
    let replacement = named(&asked.replacement, &["Retain", "Snapshot", "Delete"]);
    let api = translator.resources_mut().and_then(|all| all.get_mut(ID));
    let Some(api) = api.and_then(Json::as_object_mut) else {
        return;
    };
    if let Some(condition) = condition {
        api.insert("Condition".to_owned(), json!(condition));
    }
    if let Some(deletion) = deletion {
        api.insert("DeletionPolicy".to_owned(), json!(deletion));
    }
    if let Some(replacement) = replacement {
        api.insert("UpdateReplacePolicy".to_owned(), json!(replacement));
    }
}

/// The one condition that holds if any of these does; nothing if something is there without condition.
fn combined(
    translator: &mut Translator<'_>,
    name: &str,
    all: &BTreeSet<Option<String>>,
) -> Option<String> {
    let named: Option<Vec<String>> = all.iter().cloned().collect();
    let named = named.filter(|named| !named.is_empty())?;
    if let [one] = named.as_slice() {
        return Some(one.clone());
    }
    let conditions = crate::sam::values::map_at(&mut translator.template, "Conditions")?;
    conditions.extend(combination(named, name));
    Some(name.to_owned())
}

/// `Fn::Or` takes ten at most, so that more of them are combined in steps.
pub(in crate::sam) fn combination(mut names: Vec<String>, name: &str) -> Map {
    const MOST: usize = 10;
    let mut made = Map::new();
    let mut left = 1 + names.len().saturating_sub(2) / (MOST - 1) - 1;
    while names.len() > 1 {
        let own = if left > 0 {
            format!("{name}{left}")
        } else {
            name.to_owned()
        };
        left = left.saturating_sub(1);
        let rest = names.split_off(names.len().min(MOST));
        let either: Vec<Json> = names
            .iter()
            .map(|name| json!({ "Condition": name }))
            .collect();
        made.insert(own.clone(), json!({ "Fn::Or": either }));
        names = rest;
        names.push(own);
    }
    made
}

fn conditional_paths(translator: &mut Translator<'_>, asked: &BTreeMap<String, Asked>) {
    for (api, asked) in asked {
        let managed = translator
            .resource(api)
            .and_then(|api| api.pointer(&format!("/Properties/{MANAGED}")))
            .is_some();
        if !managed {
            continue;
        }
        for (path, methods) in &asked.conditions {
            let all: BTreeSet<Option<String>> = methods.values().cloned().collect();
            let id = path
                .replace('/', "SLASH")
                .replace('{', "OB")
                .replace('}', "CB");
            let name = format!("{api}{id}PathCondition");
            let Some(condition) = combined(translator, &name, &all) else {
                continue;
            };
            let found = translator.resources_mut().and_then(|all| all.get_mut(api));
            let paths = found.and_then(|api| api.pointer_mut("/Properties/DefinitionBody/paths"));
            if let Some(item) = paths.and_then(|paths| paths.get_mut(path)) {
                *item = choice(&json!(condition), item.take(), no_value());
            }
        }
    }
}

/// The implicit API goes again if nothing needed it.
fn settle(translator: &mut Translator<'_>, existing: Option<Json>) {
    let paths = translator
        .resource(ID)
        .and_then(|api| api.pointer("/Properties/DefinitionBody/paths")?.as_object());
    if paths.is_some_and(|paths| !paths.is_empty()) {
        return;
    }
    if let Some(resources) = translator.resources_mut() {
        match existing {
            Some(existing) => resources.insert(ID.to_owned(), existing),
            None => resources.remove(ID),
        };
    }
}
