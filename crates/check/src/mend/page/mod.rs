//! A text whose members can be found and changed, with every other character as it was.

mod ground; // where things stand
mod removal;
mod styles; // how new things are written
#[cfg(test)]
mod tests;

use document::{Entry, Node, Span, Value};
use serde_json::{Map, Value as Json};

use super::apply::Cut;
use super::written::{self, Style};
use super::{At, Step};
use crate::found::{Edit, Place};

/// Names of new members that are tried, where those before are taken.
const MOST_NAMES: usize = 1_000;

pub(crate) struct Page<'t> {
    text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
    root: Option<Node>,
}

/// A value where it stands.
#[derive(Clone, Copy)]
struct Spot<'n> {
    node: &'n Node,
    /// What it is a member or an item of.
    holder: Option<Holder<'n>>,
}

#[derive(Clone, Copy)]
enum Holder<'n> {
    Map(&'n Node, &'n Entry),
    List(&'n Node, usize),
}

impl<'t> Page<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            lines: std::iter::once(0).chain(breaks).collect(),
            root: document::read_template(text.as_bytes()).ok(),
        }
    }

    /// A step as edits; nothing where the text has no such place.
    pub(crate) fn edits(&self, step: &Step) -> Option<Vec<Edit>> {
        let cuts = match step {
            Step::Set { at, value } => self.set(at, value)?,
            Step::Reword {
                at,
                from,
                to,
                otherwise,
            } => match self.reword(at, from, to) {
                Some(cut) => vec![cut],
                None => self.set(at, otherwise)?,
            },
            Step::Extend {
                at,
                suffix,
                otherwise,
            } => match self.extend(at, suffix) {
                Some(cut) => vec![cut],
                None => self.set(at, otherwise)?,
            },
            Step::Append { at, value } => self.append(at, value)?,
            Step::Add { at, name, value } => self.add(at, name, value)?,
            Step::Head { name, value, .. } => vec![self.head(name, value)?],
            Step::Remove { at } => self.remove(at)?,
        };
        let edits = cuts.into_iter().map(|cut| self.edit(cut, step.file()));
        edits.collect()
    }

    /// An edit by its bytes.
    pub(super) fn cut(&self, edit: &Edit) -> Option<Cut> {
        let Span { start, end } = edit.place.span;
        Some(Cut::new(self.offset(start)?, self.offset(end)?, &edit.text))
    }

    fn edit(&self, mut cut: Cut, file: usize) -> Option<Edit> {
        if self.text.contains("\r\n") {
            cut.text = cut.text.replace('\n', "\r\n");
        }
        let span = Span {
            start: self.position(cut.start)?,
            end: self.position(cut.end)?,
        };
        Some(Edit {
            place: Place { file, span },
            text: cut.text,
        })
    }

    fn set(&self, at: &At, value: &Json) -> Option<Vec<Cut>> {
        let (spot, missing) = self.reached(at)?;
        let Some((name, below)) = missing.split_first() else {
            return Some(vec![self.replaced(spot, value)?]);
        };
        // An item that is not there has no place.
        if !spot.node.is_map() || is_function(spot.node) {
            return None;
        }
        let value = below.iter().rev().fold(value.clone(), |value, key| {
            Json::Object(Map::from_iter([(key.clone(), value)]))
        });
        Some(vec![self.inserted(spot.node, name, &value)?])
    }

    /// A new text in the quotes of the old one; any other value as the document writes it.
    fn replaced(&self, spot: Spot<'_>, value: &Json) -> Option<Cut> {
        let (start, end) = self.extent(spot.node)?;
        let old = self.text.get(start..end)?;
        let text = match (value, quote(old)) {
            (Json::String(new), Some('"')) => Json::String(new.clone()).to_string(),
            (Json::String(new), Some(quote)) => {
                format!("{quote}{}{quote}", new.replace('\'', "''"))
            }
            _ => written::value(value, self.style_at(spot)?),
        };
        Some(Cut::new(start, end, text))
    }

    /// The text of a value, or of the one part that `Fn::Sub` has.
    fn written_text(&self, at: &At) -> Option<(usize, &'t str)> {
        let (spot, missing) = self.reached(at)?;
        let node = match spot.node.entries() {
            [only] if only.key == "Fn::Sub" => &only.node,
            _ => spot.node,
        };
        node.text().filter(|_| missing.is_empty())?;
        let (start, end) = (self.offset(node.position)?, self.behind(node)?);
        Some((start, self.text.get(start..end)?))
    }

    /// Only where it is said once, so that there is no choice.
    fn reword(&self, at: &At, from: &str, to: &str) -> Option<Cut> {
        let (start, text) = self.written_text(at)?;
        let mut places = text.match_indices(from).map(|(at, _)| at);
        let (first, second) = (places.next()?, places.next());
        let begins = start + first;
        second
            .is_none()
            .then(|| Cut::new(begins, begins + from.len(), to))
    }

    fn extend(&self, at: &At, suffix: &str) -> Option<Cut> {
        let (start, text) = self.written_text(at)?;
        // A block of lines has no end of its own to write at.
        if text.starts_with(['|', '>']) || text.contains('\n') {
            return None;
        }
        let closing = quote(text).map_or(0, char::len_utf8);
        Some(Cut::at(start + text.len() - closing, suffix))
    }

    fn append(&self, at: &At, value: &Json) -> Option<Vec<Cut>> {
        let (spot, missing) = self.reached(at)?;
        if !missing.is_empty() {
            return self.set(at, &Json::Array(vec![value.clone()]));
        }
        if let Value::List(items) = &spot.node.value {
            return Some(vec![self.appended(spot.node, items, value)?]);
        }
        // One value in the place of a list: both become a list, where that takes no new lines.
        let start = self.offset(spot.node.position)?;
        if !self.is_flow(spot.node)? || is_function(spot.node) {
            return None;
        }
        let new = written::value(value, self.line_style());
        let end = self.behind(spot.node)?;
        Some(vec![Cut::at(start, "["), Cut::at(end, format!(", {new}]"))])
    }

    fn appended(&self, list: &Node, items: &[Node], value: &Json) -> Option<Cut> {
        let start = self.offset(list.position)?;
        if self.is_flow(list)? {
            let Some(last) = items.last() else {
                return Some(Cut::at(start + 1, written::value(value, self.line_style())));
            };
            let style = self.flow_style(list, items.first()?)?;
            let new = written::value(value, style);
            return Some(Cut::at(self.behind(last)?, joined(style, &new)));
        }
        let last = items.last()?;
        let dash = self.dash(last)?;
        let indent = dash - self.line_start(dash);
        let new = written::value(value, Style::Block(indent));
        let margin = " ".repeat(indent);
        Some(Cut::at(
            self.line_end(self.behind(last)?),
            format!("\n{margin}- {new}"),
        ))
    }

    fn add(&self, at: &At, name: &str, value: &Json) -> Option<Vec<Cut>> {
        let (spot, missing) = self.reached(at)?;
        if !missing.is_empty() || !spot.node.is_map() {
            return None;
        }
        let numbered = (2..MOST_NAMES).map(|number| format!("{name}{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let free = names.find(|name| spot.node.entry(name).is_none())?;
        Some(vec![self.inserted(spot.node, &free, value)?])
    }

    fn inserted(&self, map: &Node, name: &str, value: &Json) -> Option<Cut> {
        let start = self.offset(map.position)?;
        let own = self.own_entries(map)?;
        let Some(last) = own.last() else {
            let new = written::member(name, value, self.line_style());
            let empty = self.text.get(start..)?.starts_with('{');
            return empty.then(|| Cut::at(start + 1, new));
        };
        let first = own.first()?;
        let key = self.offset(first.key_span.start)?;
        if self.is_flow(map)? {
            let style = self.flow_style_from(start, key)?;
            let new = written::member(name, value, style);
            return Some(Cut::at(self.behind(&last.node)?, joined(style, &new)));
        }
        let indent = usize::try_from(first.key_span.start.column).ok()? - 1;
        let new = written::member(name, value, Style::Block(indent));
        let margin = " ".repeat(indent);
        let last = self
            .behind(&last.node)?
            .max(self.offset(last.key_span.end)?);
        Some(Cut::at(self.line_end(last), format!("\n{margin}{new}")))
    }

    fn head(&self, name: &str, value: &Json) -> Option<Cut> {
        let root = self.root.as_ref()?;
        let own = self.own_entries(root)?;
        let first = own.first()?;
        let key = self.offset(first.key_span.start)?;
        if !self.is_flow(root)? {
            let new = written::member(name, value, Style::Block(0));
            return Some(Cut::at(key, format!("{new}\n")));
        }
        let style = self.flow_style_from(self.offset(root.position)?, key)?;
        let new = written::member(name, value, style);
        let next = match style {
            Style::Json(indent) => format!(",\n{}", " ".repeat(indent)),
            Style::JsonLine | Style::Block(_) | Style::Flow => ", ".to_owned(),
        };
        Some(Cut::at(key, format!("{new}{next}")))
    }

    /// As far as the path leads, and what of it is left.
    fn reached(&self, at: &At) -> Option<(Spot<'_>, Vec<String>)> {
        let root = Spot {
            node: self.root.as_ref()?,
            holder: None,
        };
        let mut spot = match at.place {
            None => root,
            Some(place) => standing_at(root, place.span)?,
        };
        for (done, step) in at.path.iter().enumerate() {
            let next = match &spot.node.value {
                Value::Map(_) => spot.node.entry(step).map(|entry| Spot {
                    node: &entry.node,
                    holder: Some(Holder::Map(spot.node, entry)),
                }),
                Value::List(items) => {
                    let index = step.parse::<usize>().ok()?;
                    items.get(index).map(|node| Spot {
                        node,
                        holder: Some(Holder::List(spot.node, index)),
                    })
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => None,
            };
            match next {
                Some(next) => spot = next,
                None => return Some((spot, at.path.get(done..)?.to_vec())),
            }
        }
        Some((spot, Vec::new()))
    }
}

/// The value whose key, or which itself, stands at a place.
fn standing_at(at: Spot<'_>, span: Span) -> Option<Spot<'_>> {
    if at.node.span() == span && span.start != span.end {
        return Some(at);
    }
    for entry in at.node.entries() {
        let spot = Spot {
            node: &entry.node,
            holder: Some(Holder::Map(at.node, entry)),
        };
        if entry.key_span == span && span.start != span.end {
            return Some(spot);
        }
        if let Some(found) = standing_at(spot, span) {
            return Some(found);
        }
    }
    let items = at.node.items().iter().enumerate();
    let mut items = items.map(|(index, node)| Spot {
        node,
        holder: Some(Holder::List(at.node, index)),
    });
    items.find_map(|spot| standing_at(spot, span))
}

fn joined(style: Style, new: &str) -> String {
    match style {
        Style::Json(indent) => format!(",\n{}{new}", " ".repeat(indent)),
        Style::JsonLine | Style::Block(_) | Style::Flow => format!(", {new}"),
    }
}

/// A function of a template's is no map that takes members.
fn is_function(node: &Node) -> bool {
    matches!(node.entries(), [only] if only.key == "Ref" || only.key.starts_with("Fn::"))
}

fn quote(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    let quoted = text.len() > 1 && text.ends_with(first);
    (matches!(first, '"' | '\'') && quoted).then_some(first)
}
