//! A form whose keys are paths, as a tree: `Tags.member.1.Key=a` is four steps deep.

use indexmap::IndexMap;

use crate::{MAX_DEPTH, malformed::Malformed, text};

const MAX_PARAMETERS: usize = 10_000;

/// One step of the keys, with the value that ends here and the steps that go on.
#[derive(Default)]
pub(crate) struct Form {
    value: Option<String>,
    children: IndexMap<String, Form>,
}

impl Form {
    /// Reads the query string and the body; of a key that is given twice, the first counts.
    pub(super) fn read(query: &str, body: &str) -> Result<Self, Malformed> {
        let mut form = Self::default();
        let pairs = text::query_pairs(query).chain(text::query_pairs(body.trim()));
        for (index, (key, value)) in pairs.enumerate() {
            if index == MAX_PARAMETERS {
                return Err(Malformed::Parameters(MAX_PARAMETERS));
            }
            form.insert(&key, value)?;
        }
        Ok(form)
    }

    fn insert(&mut self, key: &str, value: String) -> Result<(), Malformed> {
        let mut node = self;
        for (depth, step) in key.split('.').enumerate() {
            // A level of the input is at most four steps: `entry.1.value` and the member's name.
            if depth == 4 * MAX_DEPTH {
                return Err(Malformed::Depth);
            }
            node = node.children.entry(step.to_owned()).or_default();
        }
        node.value.get_or_insert(value);
        Ok(())
    }

    pub(super) fn child(&self, step: &str) -> Option<&Self> {
        self.children.get(step)
    }

    pub(super) fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    pub(super) fn text(&self, step: &str) -> Option<&str> {
        self.child(step).and_then(Self::value)
    }

    /// The children that are numbered, in the order of their numbers.
    pub(super) fn numbered(&self) -> Vec<&Self> {
        let numbers = self.children.iter();
        let numbers = numbers.filter_map(|(step, form)| Some((step.parse::<u32>().ok()?, form)));
        let mut numbers: Vec<(u32, &Self)> = numbers.collect();
        numbers.sort_by_key(|(number, _)| *number);
        numbers.into_iter().map(|(_, form)| form).collect()
    }
}
