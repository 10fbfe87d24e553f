//! References: to parameters, whose values the transform takes in, and to what SAM resources become.

use std::collections::BTreeMap;

use super::values::{Json, Map};

/// The values of parameters, those of `AWS::Region` and `AWS::Partition` among them.
#[derive(Debug, Clone, Default)]
pub(super) struct Values(pub(super) Map);

impl Values {
    /// The same value with `Ref` and `Fn::Sub` of parameters replaced.
    pub(super) fn resolved(&self, value: &Json) -> Json {
        let mut value = value.clone();
        self.resolve(&mut value);
        value
    }

    pub(super) fn resolve(&self, value: &mut Json) {
        if let Some(found) = self.of_reference(value) {
            *value = found;
        }
        each_sub(value, &|name| {
            self.0.get(name).and_then(Json::as_str).map(str::to_owned)
        });
        each_child(value, &mut |child| self.resolve(child));
    }

    fn of_reference(&self, value: &Json) -> Option<Json> {
        let members = value.as_object().filter(|members| members.len() == 1)?;
        let found = self.0.get(members.get("Ref")?.as_str()?)?;
        let unknown = found
            .as_str()
            .is_some_and(|text| text.starts_with("{{IntrinsicFunction:"));
        (!unknown).then(|| found.clone())
    }
}

/// `Fn::FindInMap` with known keys, replaced.
pub(super) fn find_in_maps(value: &mut Json, mappings: Option<&Json>) {
    let keys = value.as_object().filter(|members| members.len() == 1);
    let keys = keys.and_then(|members| members.get("Fn::FindInMap")?.as_array());
    if let Some([map, first, second]) = keys.map(Vec::as_slice) {
        let found = [map, first, second]
            .iter()
            .try_fold(mappings, |found, key| {
                Some(key.as_str().and_then(|key| found?.get(key)))
            });
        if let Some(Some(found)) = found {
            *value = found.clone();
        }
    }
    each_child(value, &mut |child| find_in_maps(child, mappings));
}

/// What SAM resources become: new ids, and the resources behind names such as `Function.Alias`.
#[derive(Debug, Default)]
pub(super) struct Generated {
    pub(super) renamed: BTreeMap<String, String>,
    pub(super) parts: BTreeMap<(String, String), String>,
}

impl Generated {
    pub(super) fn resolve(&self, template: &mut Json) {
        if !self.renamed.is_empty() {
            self.depend(template);
            self.rename(template);
        }
        if !self.parts.is_empty() {
            self.replace_parts(template);
        }
    }

    fn depend(&self, value: &mut Json) {
        let new = |name: &Json| self.renamed.get(name.as_str()?).cloned().map(Json::String);
        if let Some(needed) = value.get_mut("DependsOn") {
            match needed {
                Json::Array(items) => items.iter_mut().for_each(|item| {
                    if let Some(name) = new(item) {
                        *item = name;
                    }
                }),
                one => {
                    if let Some(name) = new(one) {
                        *one = name;
                    }
                }
            }
        }
        each_child(value, &mut |child| self.depend(child));
    }

    fn rename(&self, value: &mut Json) {
        if let Some(id) = single_mut(value, "Ref")
            && let Some(new) = id.as_str().and_then(|id| self.renamed.get(id))
        {
            *id = Json::String(new.clone());
        }
        if let Some(Json::Array(parts)) = single_mut(value, "Fn::GetAtt")
            && let Some(Json::String(id)) = parts.first_mut()
            && let Some(new) = self.renamed.get(id)
        {
            id.clone_from(new);
        }
        each_sub(value, &|name| {
            let (id, rest) = split(name);
            let new = self.renamed.get(id)?;
            Some(format!("${{{new}{rest}}}"))
        });
        each_child(value, &mut |child| self.rename(child));
    }

    fn replace_parts(&self, value: &mut Json) {
        if let Some(id) = single_mut(value, "Ref")
            && let Some(new) = id.as_str().and_then(|name| {
                let (id, part) = name.split_once('.')?;
                self.part(id, part)
            })
        {
            *id = Json::String(new.to_owned());
        }
        if let Some(Json::Array(parts)) = single_mut(value, "Fn::GetAtt") {
            self.replace_attribute(parts);
        }
        each_sub(value, &|name| {
            let mut pieces = name.splitn(3, '.');
            let new = self.part(pieces.next()?, pieces.next()?)?;
            let rest = pieces
                .next()
                .map(|rest| format!(".{rest}"))
                .unwrap_or_default();
            Some(format!("${{{new}{rest}}}"))
        });
        each_child(value, &mut |child| self.replace_parts(child));
    }

    fn replace_attribute(&self, parts: &mut Vec<Json>) {
        let texts: Option<Vec<&str>> = parts.iter().map(Json::as_str).collect();
        let Some(whole) = texts.map(|texts| texts.join(".")) else {
            return;
        };
        let mut pieces = whole.split('.');
        let (Some(id), Some(part)) = (pieces.next(), pieces.next()) else {
            return;
        };
        if let Some(new) = self.part(id, part) {
            let rest = pieces.map(Json::from);
            *parts = std::iter::once(Json::from(new)).chain(rest).collect();
        }
    }

    fn part(&self, id: &str, part: &str) -> Option<&str> {
        self.parts
            .get(&(id.to_owned(), part.to_owned()))
            .map(String::as_str)
    }
}

fn split(name: &str) -> (&str, &str) {
    name.find('.').map_or((name, ""), |dot| name.split_at(dot))
}

fn single_mut<'a>(value: &'a mut Json, key: &str) -> Option<&'a mut Json> {
    value
        .as_object_mut()
        .filter(|members| members.len() == 1)?
        .get_mut(key)
}

fn each_child(value: &mut Json, visit: &mut dyn FnMut(&mut Json)) {
    match value {
        Json::Object(members) => members.values_mut().for_each(visit),
        Json::Array(items) => items.iter_mut().for_each(visit),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Replaces the names in the text of a `Fn::Sub`.
fn each_sub(value: &mut Json, replacement: &dyn Fn(&str) -> Option<String>) {
    let text = match single_mut(value, "Fn::Sub") {
        Some(Json::Array(parts)) => parts.first_mut(),
        other => other,
    };
    if let Some(Json::String(text)) = text {
        *text = substituted(text, replacement);
    }
}

fn substituted(text: &str, replacement: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        out.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            out.push_str("${");
            rest = after;
            continue;
        };
        let whole = || format!("${{{name}}}");
        out.push_str(&replacement(name).unwrap_or_else(whole));
        rest = behind;
    }
    out.push_str(rest);
    out
}
