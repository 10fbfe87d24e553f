//! Texts that stand for what is not known, so that the policy engine can compare: the same unknown always has the same
//! stand-in. Names of resources that a template makes differ from every other name; values of parameters and the like
//! may be anything, and are open.

use std::collections::BTreeMap;

use template::{Evaluated, Part, Unknown as Hidden};

use crate::coverage::{Text, Unknown};

const OPEN: &str = "open";
/// Not a region or an account that anybody has.
const REGION: &str = "us-here-1";
const ACCOUNT: &str = "210987654321";

#[derive(Debug, Clone)]
pub(crate) struct StandIns {
    pub(crate) region: String,
    pub(crate) account: String,
    /// By what they stand for.
    open: BTreeMap<Hidden, String>,
    /// What is shown instead of a stand-in.
    shown: Vec<(String, String)>,
}

impl Default for StandIns {
    fn default() -> Self {
        Self {
            region: REGION.to_owned(),
            account: ACCOUNT.to_owned(),
            open: BTreeMap::new(),
            shown: vec![
                (REGION.to_owned(), "${AWS::Region}".to_owned()),
                (ACCOUNT.to_owned(), "${AWS::AccountId}".to_owned()),
            ],
        }
    }
}

impl StandIns {
    /// A text with its unknown parts replaced; nothing but a scalar has one.
    pub(crate) fn text(&mut self, value: &Evaluated) -> Text {
        let Some(parts) = value.parts() else {
            return Err(Unknown("it is no text".to_owned()));
        };
        let parts = parts.into_iter().map(|part| match part {
            Part::Known(text) => text,
            Part::Unknown(hidden) => self.of(&hidden),
        });
        Ok(parts.collect())
    }

    fn of(&mut self, hidden: &Hidden) -> String {
        if let Some(known) = self.open.get(hidden) {
            return known.clone();
        }
        let name = format!("{OPEN}{:04}x", self.open.len());
        self.shown.push((name.clone(), hidden.to_string()));
        self.open.insert(hidden.clone(), name.clone());
        name
    }

    /// The id of something that a template makes.
    pub(crate) fn made(&mut self, prefix: &str, id: &str) -> String {
        let name = format!("{prefix}{:08x}", fnv(id));
        if !self.shown.iter().any(|(known, _)| *known == name) {
            self.shown.push((name.clone(), format!("${{{id}}}")));
        }
        name
    }

    /// The first open stand-in of a text.
    pub(crate) fn open_in(&self, text: &str) -> Option<&str> {
        let open = self
            .open
            .values()
            .find(|name| text.contains(name.as_str()))?;
        let shown = self.shown.iter().find(|(name, _)| name == open);
        shown.map(|(_, shown)| shown.as_str())
    }

    pub(crate) fn has_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// The text with `*` for everything that may be anything.
    pub(crate) fn anything(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for name in self.open.values() {
            if text.contains(name.as_str()) {
                text = text.replace(name.as_str(), "*");
            }
        }
        text
    }

    /// As the document says it.
    pub(crate) fn shown(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, shown) in &self.shown {
            if text.contains(name.as_str()) {
                text = text.replace(name.as_str(), shown);
            }
        }
        text
    }
}

fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
