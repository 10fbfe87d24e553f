//! A text whose members can be found and changed, with every other character as it was.

use document::{Entry, Node, Position, Span, Value};
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

    /// The byte at which a position stands.
    fn offset(&self, position: Position) -> Option<usize> {
        let line = usize::try_from(position.line).ok()?.checked_sub(1)?;
        let column = usize::try_from(position.column).ok()?.checked_sub(1)?;
        let start = match self.lines.get(line) {
            Some(start) => *start,
            // Behind the last line, where a text without a line break at its end ends.
            None if line == self.lines.len() && column == 0 => return Some(self.text.len()),
            None => return None,
        };
        let rest = self.text.get(start..)?;
        let mut chars = rest.char_indices();
        match chars.nth(column) {
            Some((at, _)) => Some(start + at),
            None if rest.chars().count() == column => Some(self.text.len()),
            None => None,
        }
    }

    fn position(&self, offset: usize) -> Option<Position> {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines.get(line.checked_sub(1)?)?;
        let column = self.text.get(*start..offset)?.chars().count() + 1;
        Some(Position {
            line: u32::try_from(line).ok()?,
            column: u32::try_from(column).ok()?,
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

    fn remove(&self, at: &At) -> Option<Vec<Cut>> {
        let (spot, missing) = self.reached(at)?;
        if !missing.is_empty() {
            return Some(Vec::new());
        }
        let (start, end) = (spot.node.position, self.behind(spot.node)?);
        let (begin, next, before, flow) = match spot.holder? {
            Holder::Map(map, entry) => {
                let own = self.own_entries(map)?;
                let at = own.iter().position(|other| other.key == entry.key)?;
                let neighbour = |at: Option<usize>| at.and_then(|at| own.get(at));
                let next = neighbour(Some(at + 1)).map(|entry| entry.key_span.start);
                let before = neighbour(at.checked_sub(1)).map(|entry| &entry.node);
                (entry.key_span.start, next, before, self.is_flow(map)?)
            }
            Holder::List(list, at) => {
                let items = list.items();
                let next = items.get(at + 1).map(|node| node.position);
                let before = at.checked_sub(1).and_then(|at| items.get(at));
                (start, next, before, self.is_flow(list)?)
            }
        };
        // The only one takes its holder with it, which nobody asked for.
        if next.is_none() && before.is_none() {
            return None;
        }
        if !flow {
            return Some(vec![self.lines_of(begin, spot.holder?, end)?]);
        }
        let cut = match (next, before) {
            (Some(next), _) => {
                let next = self.tagged(self.offset(next)?);
                Cut::new(self.tagged(self.offset(begin)?), next, "")
            }
            (None, Some(before)) => Cut::new(self.behind(before)?, end, ""),
            (None, None) => return None,
        };
        Some(vec![cut])
    }

    /// Whole lines, from that of the key or the dash to that of the end.
    fn lines_of(&self, begin: Position, holder: Holder<'_>, end: usize) -> Option<Cut> {
        let begin = self.offset(begin)?;
        let own = match holder {
            Holder::Map(..) => begin,
            Holder::List(list, at) => self.dash(list.items().get(at)?)?,
        };
        let start = self.line_start(own);
        let alone = self.text.get(start..own)?.trim().is_empty();
        let end = self.line_end(end);
        let end = if self.text.get(end..)?.starts_with('\n') {
            end + 1
        } else {
            end
        };
        alone.then(|| Cut::new(start, end, ""))
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

    /// Entries that stand inside of the map: not those that `<<` takes from elsewhere.
    fn own_entries<'n>(&self, map: &'n Node) -> Option<Vec<&'n Entry>> {
        let (start, end) = (self.offset(map.position)?, self.offset(map.end)?);
        let own = map.entries().iter().filter(|entry| {
            let key = self.offset(entry.key_span.start);
            key.is_some_and(|key| (start..=end).contains(&key))
        });
        Some(own.collect())
    }

    /// From the tag of a value to behind its last character.
    fn extent(&self, node: &Node) -> Option<(usize, usize)> {
        let start = self.offset(node.position)?;
        Some((self.tagged(start), self.behind(node)?))
    }

    /// Where the tag begins that stands before a value, be it on the line above.
    fn tagged(&self, start: usize) -> usize {
        let before = self.text.get(..start).unwrap_or_default();
        let trimmed = before.trim_end();
        let tag = trimmed
            .rfind([' ', '\t', '\n', '[', '{', ','])
            .map_or(trimmed, |at| trimmed.get(at + 1..).unwrap_or_default());
        if tag.starts_with('!') && before.len() > trimmed.len() {
            start - (before.len() - trimmed.len()) - tag.len()
        } else {
            start
        }
    }

    /// Behind the last character of a value that is no blank: blocks of lines reach into the next line.
    fn behind(&self, node: &Node) -> Option<usize> {
        let (start, end) = (self.offset(node.position)?, self.offset(node.end)?);
        let text = self.text.get(start..end.max(start))?;
        Some(start + text.trim_end().len())
    }

    fn line_start(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|start| *start <= at);
        let line = line.checked_sub(1).and_then(|line| self.lines.get(line));
        line.copied().unwrap_or_default()
    }

    /// Before the line break, so that a comment at the end of the line stays there.
    fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// The dash before an item of a block.
    fn dash(&self, item: &Node) -> Option<usize> {
        let start = self.offset(item.position)?;
        let line = self.line_start(start);
        let before = self.text.get(line..start)?;
        Some(line + before.rfind('-')?)
    }

    fn is_flow(&self, collection: &Node) -> Option<bool> {
        let start = self.offset(collection.position)?;
        Some(self.text.get(start..)?.starts_with(['{', '[']))
    }

    fn is_json(&self) -> bool {
        self.text.trim_start().starts_with('{')
    }

    fn line_style(&self) -> Style {
        if self.is_json() {
            Style::JsonLine
        } else {
            Style::Flow
        }
    }

    fn flow_style(&self, list: &Node, first: &Node) -> Option<Style> {
        self.flow_style_from(self.offset(list.position)?, self.offset(first.position)?)
    }

    /// Over several lines as the first member is, if it is.
    fn flow_style_from(&self, opening: usize, first: usize) -> Option<Style> {
        let between = self.text.get(opening..first)?;
        if !self.is_json() {
            return Some(Style::Flow);
        }
        Some(if between.contains('\n') {
            Style::Json(self.margin(first))
        } else {
            Style::JsonLine
        })
    }

    /// The blanks that the line begins with.
    fn margin(&self, at: usize) -> usize {
        let line = self.text.get(self.line_start(at)..at).unwrap_or_default();
        line.len() - line.trim_start().len()
    }

    fn style_at(&self, spot: Spot<'_>) -> Option<Style> {
        match spot.holder {
            None => None,
            Some(Holder::Map(holder, _) | Holder::List(holder, _)) => {
                let (Some(key), false) = (self.key_of(spot), self.is_flow(holder)?) else {
                    return Some(self.line_style());
                };
                Some(Style::Block(key))
            }
        }
    }

    /// How far a key of a block, or the dash of an item, stands from the margin.
    fn key_of(&self, spot: Spot<'_>) -> Option<usize> {
        match spot.holder? {
            Holder::Map(_, entry) => usize::try_from(entry.key_span.start.column)
                .ok()?
                .checked_sub(1),
            Holder::List(..) => {
                let dash = self.dash(spot.node)?;
                Some(dash - self.line_start(dash))
            }
        }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::apply::applied;
    use super::*;

    fn at(path: &[&str]) -> At {
        At {
            file: 0,
            place: None,
            path: path.iter().map(|&step| step.to_owned()).collect(),
        }
    }

    #[track_caller]
    fn check(text: &str, step: &Step, expected: &str) {
        let edits = Page::new(text).edits(step).unwrap();
        let (after, _) = applied(text, &[edits]);
        assert_eq!(after, expected);
        document::read_template(after.as_bytes()).unwrap();
    }

    #[track_caller]
    fn refused(text: &str, step: &Step) {
        assert_eq!(Page::new(text).edits(step), None);
    }

    #[test]
    fn a_value_becomes_another_where_it_stands() {
        let set = |value: Json| Step::set(at(&["A", "b"]), value);
        check(
            "A:\n  b: old # why\n",
            &set(json!("new")),
            "A:\n  b: new # why\n",
        );
        check("A: {b: 'old'}", &set(json!("new")), "A: {b: 'new'}");
        check(
            r#"{"A": {"b": "old"}}"#,
            &set(json!("new")),
            r#"{"A": {"b": "new"}}"#,
        );
        check(
            "A:\n  b: !Sub old # why\n",
            &set(json!({ "Ref": "X" })),
            "A:\n  b: !Ref X # why\n",
        );
        check(
            "A:\n  b: !Join\n    - ''\n    - [a]\n  c: 1\n",
            &set(json!({ "Fn::Sub": "${X}" })),
            "A:\n  b: !Sub '${X}'\n  c: 1\n",
        );
        check(
            r#"{"A": {"b": {"Fn::Join": ["", []]}}}"#,
            &set(json!({ "Ref": "X" })),
            r#"{"A": {"b": {"Ref": "X"}}}"#,
        );
    }

    #[test]
    fn a_member_that_is_missing_is_put_behind_the_others() {
        let set = Step::set(at(&["A", "b", "c"]), json!("new"));
        check(
            "A:\n  x: 1 # why\n\n# then\nB: 2\n",
            &set,
            "A:\n  x: 1 # why\n  b:\n    c: new\n\n# then\nB: 2\n",
        );
        check("A: {x: 1}\n", &set, "A: {x: 1, b: {c: new}}\n");
        check("A: {}\n", &set, "A: {b: {c: new}}\n");
        check(
            "A:\n  x: |\n    several\n    lines\n\nB: 2\n",
            &set,
            "A:\n  x: |\n    several\n    lines\n  b:\n    c: new\n\nB: 2\n",
        );
        check(
            "{\n  \"A\": {\n    \"x\": 1\n  }\n}\n",
            &set,
            "{\n  \"A\": {\n    \"x\": 1,\n    \"b\": {\n      \"c\": \"new\"\n    }\n  }\n}\n",
        );
        check(
            r#"{"A": {"x": 1}}"#,
            &set,
            r#"{"A": {"x": 1, "b": {"c": "new"}}}"#,
        );
        refused("A: !Ref B\n", &set);
        refused("A: [1]\n", &Step::set(at(&["A", "b"]), json!(1)));
    }

    #[test]
    fn a_new_member_takes_a_name_that_is_free() {
        let add = Step::Add {
            at: at(&["A"]),
            name: "X".to_owned(),
            value: json!({ "Type": "T" }),
        };
        check("A:\n  X: 1", &add, "A:\n  X: 1\n  X2:\n    Type: T");
    }

    #[test]
    fn an_item_is_put_behind_the_others() {
        let append = Step::Append {
            at: at(&["A"]),
            value: json!({ "b": 1, "c": "d" }),
        };
        check(
            "A:\n- x: 1\n  y: 2\nB: 1\n",
            &append,
            "A:\n- x: 1\n  y: 2\n- b: 1\n  c: d\nB: 1\n",
        );
        check("A: [{x: 1}]\n", &append, "A: [{x: 1}, {b: 1, c: d}]\n");
        check("A: {x: 1}\n", &append, "A: [{x: 1}, {b: 1, c: d}]\n");
        check("B: 1\n", &append, "B: 1\nA:\n  - b: 1\n    c: d\n");
        check(r#"{"A": []}"#, &append, r#"{"A": [{"b": 1, "c": "d"}]}"#);
        refused("A:\n  x: 1\n", &append);
    }

    #[test]
    fn a_part_of_a_text_becomes_another() {
        let reword = Step::Reword {
            at: at(&["A"]),
            from: "/POST/p".to_owned(),
            to: "/GET/p".to_owned(),
            otherwise: json!({ "Fn::Sub": "all" }),
        };
        check(
            "A: !Sub x:${Api}/*/POST/p # why\n",
            &reword,
            "A: !Sub x:${Api}/*/GET/p # why\n",
        );
        check("A: !Join ['', [a]]\n", &reword, "A: !Sub 'all'\n");
        check("A: /POST/p/POST/p\n", &reword, "A: !Sub 'all'\n");
        check(
            r#"{"A": {"Fn::Sub": "x/POST/p"}}"#,
            &reword,
            r#"{"A": {"Fn::Sub": "x/GET/p"}}"#,
        );
        let extend = Step::Extend {
            at: at(&["A"]),
            suffix: "/more".to_owned(),
            otherwise: json!("all"),
        };
        check("A: !Sub 'x'\n", &extend, "A: !Sub 'x/more'\n");
        check("A: x # why\n", &extend, "A: x/more # why\n");
        check("A: !GetAtt B.Arn\n", &extend, "A: all\n");
    }

    #[test]
    fn what_goes_leaves_no_trace() {
        let remove = |path: &[&str]| Step::remove(at(path));
        check(
            "A:\n  x:\n    y: 1\n\n  z: 2\n",
            &remove(&["A", "x"]),
            "A:\n\n  z: 2\n",
        );
        check("A:\n- x\n- y\n", &remove(&["A", "1"]), "A:\n- x\n");
        check("A: [x, !Ref y, z]\n", &remove(&["A", "1"]), "A: [x, z]\n");
        check("A: {x: 1, y: 2}\n", &remove(&["A", "y"]), "A: {x: 1}\n");
        check(
            "{\n  \"x\": 1,\n  \"y\": 2\n}\n",
            &remove(&["x"]),
            "{\n  \"y\": 2\n}\n",
        );
        check("A: 1\n", &remove(&["B"]), "A: 1\n");
        refused("A: [x]\n", &remove(&["A", "0"]));
        refused("A:\n- x: 1\n  y: 2\n", &remove(&["A", "0", "x"]));
    }

    #[test]
    fn the_head_of_a_document_takes_another_member() {
        let head = Step::Head {
            file: 0,
            name: "T".to_owned(),
            value: json!("v"),
        };
        check("# why\nA: 1\n", &head, "# why\nT: v\nA: 1\n");
        check(
            "{\n  \"A\": 1\n}\n",
            &head,
            "{\n  \"T\": \"v\",\n  \"A\": 1\n}\n",
        );
    }
}
