//! A document as the rules look at it: its elements by name, with the place of each.

use super::PathPart;
use crate::document::json::{Member, Node, Value};

/// A part of the document and the way to it.
#[derive(Debug, Clone)]
pub(super) struct Spot<'d> {
    pub(super) node: &'d Node,
    pub(super) path: Vec<PathPart>,
}

pub(super) struct View<'d> {
    pub(super) root: Spot<'d>,
    /// Where it is a text.
    pub(super) version: Option<&'d str>,
    pub(super) statements: Vec<Statement<'d>>,
}

pub(super) struct Statement<'d> {
    pub(super) spot: Spot<'d>,
}

/// One key under one operator.
pub(super) struct Condition<'d> {
    pub(super) operator: &'d str,
    pub(super) key: &'d str,
    /// The value or the list of values.
    pub(super) spot: Spot<'d>,
    /// Strings, booleans and numbers, as text.
    pub(super) values: Vec<(&'d str, Spot<'d>)>,
}

impl<'d> Spot<'d> {
    pub(super) fn root(node: &'d Node) -> Self {
        Self {
            node,
            path: Vec::new(),
        }
    }

    fn step(&self, part: PathPart, node: &'d Node) -> Self {
        let mut path = self.path.clone();
        path.push(part);
        Self { node, path }
    }

    /// The members of an object; none of anything else.
    pub(super) fn members(&self) -> Vec<(&'d str, Self)> {
        let Value::Map(members) = &self.node.value else {
            return Vec::new();
        };
        let step = |Member { key, node }: &'d Member| {
            let name = key.value.as_str();
            (name, self.step(PathPart::Key(name.to_owned()), node))
        };
        members.iter().map(step).collect()
    }

    pub(super) fn member(&self, name: &str) -> Option<Self> {
        let mut members = self.members().into_iter();
        members.find_map(|(key, spot)| (key == name).then_some(spot))
    }

    /// The items of a list; anything else is a list of one.
    pub(super) fn items(&self) -> Vec<Self> {
        let Value::List(nodes) = &self.node.value else {
            return vec![self.clone()];
        };
        let nodes = nodes.iter().enumerate();
        nodes
            .map(|(index, node)| self.step(PathPart::Index(index), node))
            .collect()
    }

    pub(super) fn text(&self) -> Option<&'d str> {
        match &self.node.value {
            Value::Text(text) => Some(text),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Map(_) => {
                None
            }
        }
    }

    fn scalar(&self) -> Option<&'d str> {
        match &self.node.value {
            Value::Text(text) | Value::Number(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    pub(super) fn is_object(&self) -> bool {
        matches!(self.node.value, Value::Map(_))
    }

    pub(super) fn is_empty_list(&self) -> bool {
        matches!(&self.node.value, Value::List(nodes) if nodes.is_empty())
    }
}

impl<'d> View<'d> {
    pub(super) fn of(tree: &'d Node) -> Self {
        let root = Spot::root(tree);
        let statements = root.member("Statement").map(|spot| spot.items());
        let objects = statements.into_iter().flatten().filter(Spot::is_object);
        Self {
            version: root.member("Version").and_then(|spot| spot.text()),
            statements: objects.map(|spot| Statement { spot }).collect(),
            root,
        }
    }
}

impl<'d> Statement<'d> {
    pub(super) fn get(&self, element: &str) -> Option<Spot<'d>> {
        self.spot.member(element)
    }

    pub(super) fn has(&self, element: &str) -> bool {
        self.get(element).is_some()
    }

    pub(super) fn allows(&self) -> bool {
        self.get("Effect").and_then(|spot| spot.text()) == Some("Allow")
    }

    /// The strings of an element.
    pub(super) fn texts(&self, element: &str) -> Vec<(&'d str, Spot<'d>)> {
        let items = self.get(element).map(|spot| spot.items());
        let items = items.into_iter().flatten();
        items
            .filter_map(|spot| Some((spot.text()?, spot)))
            .collect()
    }

    /// Kind and name of each principal; the lone `*` has the kind `""`.
    pub(super) fn principals(&self, element: &str) -> Vec<(&'d str, &'d str, Spot<'d>)> {
        let Some(spot) = self.get(element) else {
            return Vec::new();
        };
        if let Some(text) = spot.text() {
            return vec![("", text, spot)];
        }
        let kinds = spot.members().into_iter();
        kinds
            .flat_map(|(kind, names)| {
                let names = names.items().into_iter();
                names.filter_map(move |name| Some((kind, name.text()?, name)))
            })
            .collect()
    }

    pub(super) fn conditions(&self) -> Vec<Condition<'d>> {
        let operators = self.get("Condition").map(|spot| spot.members());
        let operators = operators.into_iter().flatten();
        operators
            .flat_map(|(operator, keys)| {
                keys.members()
                    .into_iter()
                    .map(move |(key, spot)| Condition {
                        operator,
                        key,
                        values: scalars(&spot),
                        spot,
                    })
            })
            .collect()
    }
}

fn scalars<'d>(spot: &Spot<'d>) -> Vec<(&'d str, Spot<'d>)> {
    let items = spot.items().into_iter();
    items
        .filter_map(|item| Some((item.scalar()?, item)))
        .collect()
}
