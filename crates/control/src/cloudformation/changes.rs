//! What an update would do: the template against what there is.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use model::{
    ChangeAction, ChangeDetail, DeletionPolicy, MadeResource, Replacement, ResourceChange,
    StackDesign, StackOutput, StackRecord, StackResourceRecord,
};
use serde_json::{Value as Json, json};
use template::{Evaluated, Resources, Value};

use super::blueprint::{Blueprint, Invalid, Planned};
use super::engine::value_of;
use super::masking;
use super::resources::{Change, Type};

/// The changes of an update, in the order of the logical ids.
pub(super) fn of(
    blueprint: &Blueprint,
    design: &StackDesign,
    existing: &[StackResourceRecord],
) -> Result<Vec<ResourceChange>, Invalid> {
    let there = There {
        made: existing
            .iter()
            .filter_map(|record| Some((record.logical_id.as_str(), record.made.as_ref()?)))
            .collect(),
        unsure: RefCell::default(),
    };
    let records: BTreeMap<&str, &StackResourceRecord> = existing
        .iter()
        .map(|record| (record.logical_id.as_str(), record))
        .collect();
    let hidden = masking::secrets(design);
    let mut changes = Vec::new();
    for id in ordered(blueprint.resources()) {
        let Some(planned) = blueprint.resources().get(&id) else {
            continue;
        };
        let record = records.get(id.as_str()).copied();
        let change = match record.and_then(|record| Some((record, record.made.as_ref()?))) {
            None => Some(ResourceChange {
                after: Some(context(
                    &blueprint.supposed_properties(&id, &there)?.shown(),
                )),
                ..addition(&id, planned)
            }),
            Some((record, made)) => {
                let aim = Aim {
                    id: &id,
                    planned,
                    design,
                };
                modification(blueprint, &aim, (record, made), &there)?
            }
        };
        let Some(change) = change else { continue };
        if change.replacement != Some(Replacement::No) {
            there.unsure.borrow_mut().insert(id);
        }
        changes.push(without_secrets(change, &hidden));
    }
    for record in existing {
        let is_wanted = blueprint.resources().contains_key(&record.logical_id);
        if let (false, Some(made)) = (is_wanted, &record.made) {
            changes.push(without_secrets(removal(record, made), &hidden));
        }
    }
    changes.sort_by(|one, other| one.logical_id.cmp(&other.logical_id));
    Ok(changes)
}

/// Values are kept for somebody to look at.
fn without_secrets(mut change: ResourceChange, hidden: &[String]) -> ResourceChange {
    let masked = |text: String| {
        let value = serde_json::from_str(&text).unwrap_or(Json::String(text));
        self::text(&masking::without(&value, hidden))
    };
    change.before = change.before.map(masked);
    change.after = change.after.map(masked);
    for detail in &mut change.details {
        detail.before = detail.before.take().map(masked);
        detail.after = detail.after.take().map(masked);
    }
    change
}

/// Whether an update has anything to do.
pub(super) fn is_empty(
    blueprint: &Blueprint,
    changes: &[ResourceChange],
    stack: &StackRecord,
    design: &StackDesign,
    existing: &[StackResourceRecord],
) -> bool {
    let there = There {
        made: existing
            .iter()
            .filter_map(|record| Some((record.logical_id.as_str(), record.made.as_ref()?)))
            .collect(),
        unsure: RefCell::default(),
    };
    let outputs: Option<Vec<StackOutput>> = blueprint.outputs(&there).ok();
    changes.is_empty()
        && outputs.as_ref() == Some(&stack.outputs)
        && stack.design.tags == design.tags
}

/// What exists, without what would be made anew.
struct There<'a> {
    made: BTreeMap<&'a str, &'a MadeResource>,
    unsure: RefCell<BTreeSet<String>>,
}

impl Resources for There<'_> {
    fn reference(&self, id: &str) -> Option<Value> {
        if self.unsure.borrow().contains(id) {
            return None;
        }
        let made = self.made.get(id)?;
        Some(Value::Text(made.physical_id.clone()))
    }

    fn attribute(&self, id: &str, attribute: &str) -> Option<Value> {
        if self.unsure.borrow().contains(id) {
            return None;
        }
        let found = self.made.get(id)?.attributes.get(attribute)?;
        Some(value_of(found).value)
    }
}

struct Aim<'a> {
    id: &'a str,
    planned: &'a Planned,
    design: &'a StackDesign,
}

/// Every id after those that it needs; the blueprint has no circles.
fn ordered(resources: &BTreeMap<String, Planned>) -> Vec<String> {
    fn visit(
        id: &str,
        resources: &BTreeMap<String, Planned>,
        seen: &mut BTreeSet<String>,
        order: &mut Vec<String>,
    ) {
        if !seen.insert(id.to_owned()) {
            return;
        }
        for other in resources.get(id).map_or(&[][..], |found| &found.needs) {
            visit(other, resources, seen, order);
        }
        order.push(id.to_owned());
    }
    let (mut seen, mut order) = (BTreeSet::new(), Vec::new());
    for id in resources.keys() {
        visit(id, resources, &mut seen, &mut order);
    }
    order
}

fn addition(id: &str, planned: &Planned) -> ResourceChange {
    ResourceChange {
        action: ChangeAction::Add,
        logical_id: id.to_owned(),
        physical_id: None,
        kind: planned.kind.clone(),
        replacement: None,
        policy: None,
        details: Vec::new(),
        before: None,
        after: None,
    }
}

fn removal(record: &StackResourceRecord, made: &MadeResource) -> ResourceChange {
    ResourceChange {
        action: ChangeAction::Remove,
        logical_id: record.logical_id.clone(),
        physical_id: Some(made.physical_id.clone()),
        kind: made.kind.clone(),
        replacement: None,
        policy: Some(match record.deletion_policy {
            DeletionPolicy::Delete => "Delete".to_owned(),
            DeletionPolicy::Retain | DeletionPolicy::RetainExceptOnCreate => "Retain".to_owned(),
        }),
        details: Vec::new(),
        before: Some(context(&Json::Object(made.properties.clone()))),
        after: None,
    }
}

fn modification(
    blueprint: &Blueprint,
    aim: &Aim<'_>,
    (record, made): (&StackResourceRecord, &MadeResource),
    there: &There<'_>,
) -> Result<Option<ResourceChange>, Invalid> {
    let supposed = blueprint.supposed_properties(aim.id, there)?;
    let Some(kind) = Type::named(&aim.planned.kind) else {
        return Ok(None);
    };
    let mut details = property_details(kind, &supposed, made);
    let is_other_kind = aim.planned.kind != made.kind;
    if record.metadata != aim.planned.metadata {
        details.push(detail("Metadata"));
    }
    let takes_tags = kind.properties.iter().any(|known| known.name == "Tags");
    if takes_tags && has_other_tags(aim.design, &supposed, made) {
        details.push(detail("Tags"));
    }
    if details.is_empty() && !is_other_kind {
        return Ok(None);
    }
    let replacement = replacement(&details, is_other_kind);
    let goes = replacement != Replacement::No;
    let policy = match record.update_replace_policy {
        DeletionPolicy::Delete => "ReplaceAndDelete",
        DeletionPolicy::Retain | DeletionPolicy::RetainExceptOnCreate => "ReplaceAndRetain",
    };
    Ok(Some(ResourceChange {
        action: ChangeAction::Modify,
        logical_id: aim.id.to_owned(),
        physical_id: Some(made.physical_id.clone()),
        kind: aim.planned.kind.clone(),
        replacement: Some(replacement),
        policy: goes.then(|| policy.to_owned()),
        details,
        before: Some(context(&Json::Object(made.properties.clone()))),
        after: Some(context(&supposed.shown())),
    }))
}

fn detail(attribute: &str) -> ChangeDetail {
    ChangeDetail {
        attribute: attribute.to_owned(),
        property: None,
        recreates: None,
        is_known: true,
        before: None,
        after: None,
    }
}

/// The properties as DescribeChangeSet shows them on demand.
fn context(properties: &Json) -> String {
    json!({"Properties": properties}).to_string()
}

/// A value as a text.
fn text(value: &Json) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn property_details(kind: &Type, supposed: &Evaluated, made: &MadeResource) -> Vec<ChangeDetail> {
    let after: BTreeMap<&str, &Evaluated> = supposed
        .members()
        .iter()
        .map(|member| (member.key.as_str(), &member.value))
        .collect();
    let names: BTreeSet<&str> = after
        .keys()
        .copied()
        .chain(made.properties.keys().map(String::as_str))
        .collect();
    let changed = names.into_iter().filter(|name| {
        let after = after.get(name).map(|value| value.shown());
        after.as_ref() != made.properties.get(*name)
    });
    changed
        .map(|name| ChangeDetail {
            attribute: "Properties".to_owned(),
            property: Some(name.to_owned()),
            recreates: Some(kind.change_of(name) == Change::Replacement),
            is_known: after.get(name).is_none_or(|value| value.is_known()),
            before: made.properties.get(name).map(text),
            after: after.get(name).map(|value| text(&value.shown())),
        })
        .collect()
}

fn has_other_tags(design: &StackDesign, supposed: &Evaluated, made: &MadeResource) -> bool {
    let mut tags = design.tags.clone();
    for tag in supposed.get("Tags").map_or(&[][..], Evaluated::items) {
        let text = |name| tag.get(name).and_then(Evaluated::known_text);
        tags.extend(text("Key").zip(text("Value")));
    }
    let of_stack = |key: &String| design.tags.contains_key(key) || made.tags.contains_key(key);
    // Tags of the resource's own are told as a change of its property.
    let own = made.properties.get("Tags") != supposed.get("Tags").map(Evaluated::shown).as_ref();
    !own && (tags.keys().any(of_stack) || !made.tags.is_empty()) && tags != made.tags
}

fn replacement(details: &[ChangeDetail], is_other_kind: bool) -> Replacement {
    let recreating = || {
        details
            .iter()
            .filter(|detail| detail.recreates == Some(true))
    };
    if is_other_kind || recreating().any(|detail| detail.is_known) {
        Replacement::Yes
    } else if recreating().next().is_some() {
        Replacement::Conditional
    } else {
        Replacement::No
    }
}
