//! The lines of the text, and the places of the sections in it.

use std::{collections::BTreeMap, ops::Range};

use anyhow::Context as _;

use super::input::{Action, KeyType, Resource, Service};

/// The text so far.
pub(super) struct Text(String);

impl Text {
    pub(super) fn open(header: &str) -> Self {
        Self(header.to_owned())
    }

    /// Adds lines and says where they stand.
    pub(super) fn section(&mut self, lines: &[String]) -> Range<usize> {
        let start = self.0.len();
        for line in lines {
            self.0.push_str(line);
            self.0.push('\n');
        }
        start..self.0.len()
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// Adds a service's three sections, and gives its entry for the table.
pub(super) fn block(text: &mut Text, service: &Service) -> anyhow::Result<String> {
    let key_names = sorted(service.keys.keys().map(String::as_str));
    let resource_names = sorted(service.resources.iter().map(|kind| kind.name.as_str()));
    let keys = text.section(&keys(&service.keys));
    let mut resources = Vec::new();
    for kind in in_order(&service.resources, |kind| &kind.name) {
        resources.push(resource(kind, &key_names)?);
    }
    let resources = text.section(&resources);
    let mut actions = Vec::new();
    for action in in_order(&service.actions, |action| &action.name) {
        let line = self::action(action, &resource_names, &key_names);
        actions.push(line.with_context(|| format!("{}:{}", service.prefix, action.name))?);
    }
    let actions = text.section(&actions);
    Ok(format!(
        "Block::new({:?}, [{}, {}, {}, {}]),\n",
        service.prefix, keys.start, resources.start, actions.start, actions.end
    ))
}

/// `NAME TYPE`
pub(super) fn keys(keys: &BTreeMap<String, KeyType>) -> Vec<String> {
    let names = sorted(keys.keys().map(String::as_str));
    let typed = names.iter().filter_map(|name| keys.get_key_value(*name));
    typed
        .map(|(name, kind)| format!("{name}\t{}", kind.0))
        .collect()
}

/// `NAME FORMATS KEYS`, the formats with spaces between them.
fn resource(kind: &Resource, key_names: &[&str]) -> anyhow::Result<String> {
    let keys = places(&kind.keys, key_names)?;
    let line = format!("{}\t{}\t{keys}", kind.name, kind.formats.join(" "));
    Ok(line.trim_end_matches('\t').to_owned())
}

/// `NAME LEVEL RESOURCES KEYS`; a resource is `PLACE`, with `!` if it is required, and with
/// `:KEYS` if it has keys of its own.
fn action(action: &Action, resource_names: &[&str], key_names: &[&str]) -> anyhow::Result<String> {
    let mut resources = Vec::new();
    for used in &action.resources {
        let place = places(std::slice::from_ref(&used.name), resource_names)?;
        let required = if used.required { "!" } else { "" };
        let keys = places(&used.keys, key_names)?;
        let keys = if keys.is_empty() {
            keys
        } else {
            format!(":{keys}")
        };
        resources.push(format!("{place}{required}{keys}"));
    }
    let line = format!(
        "{}\t{}\t{}\t{}",
        action.name,
        action.level,
        resources.join(" "),
        places(&action.keys, key_names)?
    );
    Ok(line.trim_end_matches('\t').to_owned())
}

/// The lines on which the names stand in their own section. The package spells some of them
/// differently in different places.
fn places(names: &[String], section: &[&str]) -> anyhow::Result<String> {
    let mut places = Vec::new();
    for name in names {
        let place = section
            .iter()
            .position(|other| other.eq_ignore_ascii_case(name));
        places.push(place.with_context(|| format!("{name} is not defined"))?);
    }
    places.sort_unstable();
    places.dedup();
    let places: Vec<_> = places.iter().map(usize::to_string).collect();
    Ok(places.join(","))
}

fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<_> = names.collect();
    names.sort_by_key(|name| name.to_ascii_lowercase());
    names
}

fn in_order<T>(items: &[T], name: impl Fn(&T) -> &str) -> Vec<&T> {
    let mut items: Vec<_> = items.iter().collect();
    items.sort_by_key(|item| name(item).to_ascii_lowercase());
    items
}

#[cfg(test)]
mod tests {
    use super::super::input::ActionResource;
    use super::*;

    #[test]
    fn an_action_names_what_it_uses_by_line() {
        let resources = vec![
            ActionResource {
                name: "Thing".into(),
                required: true,
                keys: vec!["a:Y".into()],
            },
            ActionResource {
                name: "box".into(),
                required: false,
                keys: Vec::new(),
            },
        ];
        let done = Action {
            name: "Do".into(),
            level: 'W',
            resources,
            keys: vec!["a:y".into(), "a:X".into()],
        };
        let line = action(&done, &["box", "thing"], &["a:X", "a:Y"]).expect("a line");
        assert_eq!(line, "Do\tW\t1!:1 0\t0,1");
        assert!(action(&done, &["box"], &["a:X", "a:Y"]).is_err());
    }
}
