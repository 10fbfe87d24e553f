//! What a template computes with. Lists and maps are shared and mutable as in Java, so they live
//! in a heap that one rendering owns: values hold numbers into it, and nothing can leak in cycles.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use indexmap::{Equivalent, IndexMap};
use serde_json::Value as Json;

#[derive(Debug, Clone)]
pub(super) enum Value<'s> {
    Null,
    Bool(bool),
    Int(i128),
    Double(f64),
    Text(Rc<str>),
    List(ListId),
    Map(MapId),
    /// An object or array of the context, read in place until something needs more of it.
    View(&'s Json),
    /// One key and value of a map, as `entrySet` gives them.
    Entry(Rc<(Key, Value<'s>)>),
    /// `$foreach`: a position in the stack of loops.
    Loop(usize),
    /// What `#define` names: a position among the defined blocks.
    Defined(usize),
    Tool(Tool),
}

/// The objects that API Gateway puts into every template's context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tool {
    Input,
    Util,
    Context,
    StageVariables,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListId(usize);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MapId(usize);

/// A key of a map: Java's `1` and `"1"` are different keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Null,
    Bool(bool),
    Int(i128),
    Double(u64),
    Text(Rc<str>),
}

/// Text hashes as the bare string, so that a map is searched without making a key.
impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Null => state.write_u8(0),
            Self::Bool(value) => value.hash(state),
            Self::Int(value) => value.hash(state),
            Self::Double(bits) => bits.hash(state),
            Self::Text(text) => text.hash(state),
        }
    }
}

impl Equivalent<Key> for str {
    fn equivalent(&self, key: &Key) -> bool {
        matches!(key, Key::Text(text) if **text == *self)
    }
}

pub(super) type Map<'s> = IndexMap<Key, Value<'s>>;

/// What kind of list Java would have here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A list of the template's own. It prints as `[a, b]`.
    List,
    /// An array of a document. It prints as JSON.
    Document,
    /// The keys, values or entries of a map: without positions, and not to be added to.
    Collection,
}

#[derive(Debug)]
pub(super) struct List<'s> {
    pub(super) items: Vec<Value<'s>>,
    pub(super) kind: Kind,
}

/// Every list and map of one rendering.
#[derive(Debug, Default)]
pub(super) struct Heap<'s> {
    lists: Vec<List<'s>>,
    maps: Vec<Map<'s>>,
    no_list: Vec<Value<'s>>,
    no_map: Map<'s>,
}

impl<'s> Heap<'s> {
    pub(super) fn list(&mut self, items: Vec<Value<'s>>, kind: Kind) -> Value<'s> {
        self.lists.push(List { items, kind });
        Value::List(ListId(self.lists.len() - 1))
    }

    pub(super) fn map(&mut self, map: Map<'s>) -> MapId {
        self.maps.push(map);
        MapId(self.maps.len() - 1)
    }

    pub(super) fn items(&self, id: ListId) -> &[Value<'s>] {
        self.lists.get(id.0).map_or(&[], |list| &list.items)
    }

    pub(super) fn items_mut(&mut self, id: ListId) -> &mut Vec<Value<'s>> {
        match self.lists.get_mut(id.0) {
            Some(list) => &mut list.items,
            None => &mut self.no_list,
        }
    }

    pub(super) fn kind(&self, id: ListId) -> Kind {
        self.lists.get(id.0).map_or(Kind::List, |list| list.kind)
    }

    pub(super) fn entries(&self, id: MapId) -> &Map<'s> {
        self.maps.get(id.0).unwrap_or(&self.no_map)
    }

    pub(super) fn entries_mut(&mut self, id: MapId) -> &mut Map<'s> {
        match self.maps.get_mut(id.0) {
            Some(map) => map,
            None => &mut self.no_map,
        }
    }
}

impl Value<'_> {
    pub(super) fn text(text: &str) -> Self {
        Self::Text(Rc::from(text))
    }

    /// Java gives sizes and positions as integers.
    pub(super) fn size(size: usize) -> Self {
        i128::try_from(size).map_or(Self::Null, Self::Int)
    }
}

impl<'s> Key {
    /// The key that a value is. A list or a map is none that a template could find again.
    pub(super) fn of(value: &Value<'s>) -> Option<Self> {
        match value {
            Value::Null => Some(Self::Null),
            Value::Bool(value) => Some(Self::Bool(*value)),
            Value::Int(value) => Some(Self::Int(*value)),
            Value::Double(value) => Some(Self::Double(value.to_bits())),
            Value::Text(text) => Some(Self::Text(Rc::clone(text))),
            _ => None,
        }
    }

    pub(super) fn value(&self) -> Value<'s> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Int(value) => Value::Int(*value),
            Self::Double(bits) => Value::Double(f64::from_bits(*bits)),
            Self::Text(text) => Value::Text(Rc::clone(text)),
        }
    }
}
