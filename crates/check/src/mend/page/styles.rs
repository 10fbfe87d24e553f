//! How what is new is written, so that it looks like what stands around it.

use document::Node;

use super::super::written::Style;
use super::{Holder, Page, Spot};

impl Page<'_> {
    pub(super) fn is_json(&self) -> bool {
        self.text.trim_start().starts_with('{')
    }

    pub(super) fn line_style(&self) -> Style {
        if self.is_json() {
            Style::JsonLine
        } else {
            Style::Flow
        }
    }

    pub(super) fn flow_style(&self, list: &Node, first: &Node) -> Option<Style> {
        self.flow_style_from(self.offset(list.position)?, self.offset(first.position)?)
    }

    /// Over several lines as the first member is, if it is.
    pub(super) fn flow_style_from(&self, opening: usize, first: usize) -> Option<Style> {
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
    pub(super) fn margin(&self, at: usize) -> usize {
        let line = self.text.get(self.line_start(at)..at).unwrap_or_default();
        line.len() - line.trim_start().len()
    }

    pub(super) fn style_at(&self, spot: Spot<'_>) -> Option<Style> {
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
    pub(super) fn key_of(&self, spot: Spot<'_>) -> Option<usize> {
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
